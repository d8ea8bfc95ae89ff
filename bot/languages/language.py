"""One language: its texts, its plurals, and the way it writes days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date, format_interval, format_skeleton

from index.article import DateSpan, Precision
from index.dates import format_span

_WHOLE = {Precision.MONTH: "yMMMM", Precision.YEAR: "y"}
_NAMES = "name"


def in_context(context: str, text: str) -> str:
    """Return the key of a text that means something else, or is said differently, in a context (gettext)."""
    return f"{context}\x04{text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language. `texts` holds translations by their English text: one, or one for each plural form.

    What has no translation is said in English.
    """

    code: str
    name: str
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda count: int(count != 1)

    def say(self, text: str, /, **values: Any) -> str:
        """Say `text`, with `{names}` in it filled in."""
        (said, *_) = self.texts.get(text, (text,))
        return said.format(**values) if values else said

    def count(self, one: str, many: str, number: int, /, **values: Any) -> str:
        """Say how many, `{number}` of them, in the right form."""
        forms = self.texts.get(one, (one, many))
        form = forms[min(self.plural(number), len(forms) - 1)]
        return form.format(number=f"{number:,}", **values)

    def called(self, name: str) -> str:
        """Return the name of a command or of an option, as Discord shows it to who uses this language."""
        (called, *_) = self.texts.get(in_context(_NAMES, name), (name,))
        return called

    def mention(self, name: str, sign: str = "") -> str:
        """Write the name of a command (`sign` "/") or of an option, and the English one beside another.

        Which of them people see is up to the language of their Discord, not of the server.
        """
        called = self.called(name)
        english = f"`{sign}{name}`"
        return english if called == name else f"`{sign}{called}` ({english})"

    def day(self, day: date) -> str:
        """Write a day out."""
        return self.span(DateSpan(first=day, last=day, precision=Precision.DAY))

    def span(self, span: DateSpan) -> str:
        """Write the days of a span out."""
        if self.code == "en":
            return format_span(span)
        if span.first is None or span.last is None:
            return self.say("date not resolved")
        if span.first == span.last:
            return format_date(span.first, "long", locale=self.code)
        skeleton = _WHOLE.get(span.precision)
        if skeleton is not None:
            return format_skeleton(skeleton, span.first, locale=self.code)
        return format_interval(span.first, span.last, "yMMMMd", locale=self.code)


ENGLISH = Language(code="en", name="English")
