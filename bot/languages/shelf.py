"""The catalogs of translations, read from their `.po` files at the start: nothing has to be compiled."""

from collections.abc import Mapping
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.languages.language import ENGLISH, Language, in_context

FOLDER = Path(__file__).parent


class Languages:
    """All languages there is a catalog for, and English."""

    def __init__(self, known: Mapping[str, Language]) -> None:
        self._known = {ENGLISH.code: ENGLISH, **known}

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Languages":
        """Read every `.po` file of `folder`; its name is the language's code."""
        return cls({file.stem: _read(file) for file in sorted(folder.glob("*.po"))})

    def all(self) -> tuple[Language, ...]:
        """Return the languages, English first."""
        return tuple(self._known.values())

    def of(self, code: str | None) -> Language:
        """Return the language of a code, or of a locale of Discord ("en-GB"); English if unknown."""
        return self._known.get((code or "").split("-")[0].lower(), ENGLISH)


def _read(file: Path) -> Language:
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=file.stem)
    name = Locale.parse(file.stem).get_display_name(file.stem) or file.stem
    return Language(
        code=file.stem, name=name.capitalize(), texts=_texts(catalog), plural=lambda count: int(count != 1)
    )


def _texts(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if not message.id:
            continue  # the header
        text = message.id if isinstance(message.id, str) else message.id[0]
        key = text if message.context is None else in_context(message.context, text)
        string = message.string or ""
        forms = (string,) if isinstance(string, str) else tuple(string)
        if all(forms):
            texts[key] = forms
    return texts
