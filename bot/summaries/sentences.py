"""The sentences of an article that can stand alone: no heading, no footer, none that leans on another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.words import topic_words
from index.article import Article, Quote
from index.sentences import split_sentences

_WORDS = range(7, 61)
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
# Words at the head of a sentence that point back at what was said before it.
_LEANING = re.compile(
    r"""^["“'‘]?(?:
      he|she|it|they|his|her|hers|its|their|theirs|him|them|we|i|our|my|us|you|your
      |this|that|these|those|such|both|neither|either|each|another|others|some|many|most|all|here|there
      |the\ (?:two|three|four|pair|former|latter|same|other|others|second|third|next|latest)
      |but|and|or|so|yet|nor|also|however|moreover|furthermore|additionally|meanwhile|therefore|thus|hence
      |instead|then|likewise|similarly|otherwise|nevertheless|nonetheless|still|again|finally|indeed
      |specifically|accordingly|consequently|as\ (?:a\ result|such|well)|in\ (?:addition|turn|fact|short|other
      \ words|contrast|that|this|these|those)|for\ (?:example|instance|that|this|these)|on\ the\ other
      |after\ (?:that|this)|at\ (?:the\ same|that|this)|to\ (?:that|this)\ end|under\ (?:this|these|that)
      |because\ of\ (?:this|that)|with\ (?:this|that|these)|among\ (?:them|these|those)|what|which|who
      |(?:today|yesterday|tonight)['’]s|included\ (?:in|among)|of\ (?:these|those|that)|since\ then
      |is\ (?:that|this|it)|shortly|soon|thereafter|afterwards?|earlier|later|other|along\ with|further
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "also" says that something else was said before.
_ALSO = re.compile(r"^(?:[^\s,;]+\s+){1,8}?also\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:above|aforementioned|as follows|the following|said the|previously mentioned)\b", re.I
)
# Within a statement "I" and "we" are known, but what was said before is not.
_SEQUEL = re.compile(
    r"""^["“'‘]?(?:he|she|it|they|his|her|hers|its|their|theirs|this|that|these|those|such|both|but|and|or|so
      |yet|also|however|moreover|furthermore|therefore|thus|instead|then|here|there|now|again|another)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LIST_ITEM = re.compile(r"[*•·▪-]\s|\(?\w{1,2}[.)]\s|About [A-Z]")
_TOKEN = re.compile(r"\S+")
_PERSON = re.compile(r"\b(?:he|she|him|his|hers?|they|them|their)\b", re.IGNORECASE)
# Capitals matter: "US" and "(R-ME)" are no pronouns, and neither is the numeral of "Title I".
_FIRST_PERSON = re.compile(r"(?<!Title )(?<!Article )(?<!War )\bI\b|\b(?:[Ww]e|[Mm]y|us|me)\b|^Our\b")
_INTRODUCTION = re.compile(
    r"\b(?:statement|remarks|letter|comments?|speech)\b.*:$"
    r"|\b(?:released|issued|made|delivered|gave|sent)\b.{0,40}\bthe following\b|^the following (?:is|are)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w'’.-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|added|told|noted|stated|wrote|explained|continued|concluded|remarked|asked|announced"
    r"|urged|argued|commented|according to|declared|warned|stressed|emphasized)\b",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\b(?:for immediate release|press (?:office|contact|release)|contact:|media contact|click here"
    r"|to (?:view|listen|watch|read|download)|available (?:online|at)|subscribe|copyright|photo|caption"
    r"|(?:visit|go to|log on to|call|see)\b.{0,40}\b(?:https?://|www\.|website|web site))"
    r"|^\S*(?:https?://|www\.)|\S@\S|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|^[-#*_=\s]+$",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    "the a an in on at to from with by for of and but as after before during while when if".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that a summary may quote. `place` counts the article's sentences from 0.

    What stands in a statement is understood only after the `introduction`, which says whose it is. One that
    is `nameless` ("The funds will be used at once.") is clear beside others of its article alone.
    """

    article: Article
    quote: Quote
    place: int
    words: frozenset[str]
    nameless: bool = False
    introduction: "Candidate | None" = None


def read_candidates(article: Article) -> tuple[Candidate, ...]:
    """Return the sentences of an article that can be understood alone, in its order."""
    return tuple(_candidates(article))


def opening_of(article: Article) -> Candidate | None:
    """Return the first words of an article of which no sentence can stand alone, cut where it is long."""
    words = list(_TOKEN.finditer(article.body))[: _WORDS.stop]
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    text = article.body[start:end]
    quote = Quote(start=start, end=end, text=text)
    return Candidate(article=article, quote=quote, place=0, words=topic_words(text))


def _candidates(article: Article) -> Iterator[Candidate]:
    told = set()
    introduction: Candidate | None = None
    for place, span in enumerate(split_sentences(article.body)):
        text = article.body[span.start : span.end]
        flat = " ".join(text.split())
        alone = stands_alone(flat)
        introduces = _introduces(flat)
        if flat in told or not (alone or introduces or (introduction and _is_of_statement(flat))):
            continue
        told.add(flat)
        one = Candidate(
            article=article,
            quote=Quote(start=span.start, end=span.end, text=text),
            place=place,
            words=topic_words(flat),
            nameless=_is_nameless(flat),
            introduction=None if alone or introduces else introduction,
        )
        introduction = one if introduces else introduction
        yield one


def stands_alone(sentence: str) -> bool:
    """Tell whether a sentence, on one line, is whole and leans on none before it."""
    return (
        _is_prose(sentence)
        and _END.search(sentence) is not None
        and not _leans(sentence)
        and _is_quoted_whole(sentence)
        and not _misses_antecedent(sentence)
    )


def _introduces(sentence: str) -> bool:
    """Tell whether a sentence says whose the words after it are: "She issued the following statement:"."""
    return _is_prose(sentence) and _INTRODUCTION.search(sentence) is not None and not _LEANING.match(sentence)


def _is_of_statement(sentence: str) -> bool:
    """Tell whether a sentence of a statement can stand right after its introduction."""
    return _is_prose(sentence) and _END.search(sentence) is not None and not _SEQUEL.match(sentence)


def _is_nameless(sentence: str) -> bool:
    return not any(match.group().lower() not in _OPENERS for match in _NAME.finditer(sentence))


def _is_prose(sentence: str) -> bool:
    return (
        len(sentence.split()) in _WORDS
        and not sentence.isupper()
        and _FOOTER.search(sentence) is None
        and _LIST_ITEM.match(sentence) is None
    )


def _leans(sentence: str) -> bool:
    return any(
        found is not None
        for found in (_LEANING.match(sentence), _ALSO.match(sentence), _SAID_BEFORE.search(sentence))
    )


def _is_quoted_whole(sentence: str) -> bool:
    """Tell whether each quotation begins and ends here, with somebody who says it."""
    if sentence.count("“") != sentence.count("”") or sentence.count('"') % 2:
        return False
    if sentence.count("(") != sentence.count(")"):
        return False
    outside = _QUOTED.sub(" ", sentence)
    if len(outside.split()) * 2 < len(sentence.split()) and _SAYS.search(outside) is None:
        return False
    # Whoever is "I" must be named: outside of quotations nobody is.
    return _FIRST_PERSON.search(outside) is None


def _misses_antecedent(sentence: str) -> bool:
    """Tell whether a personal pronoun comes before anybody it could mean."""
    outside = _QUOTED.sub(lambda match: " " * len(match.group()), sentence)
    pronoun = _PERSON.search(outside)
    if pronoun is None:
        return False
    before = outside[: pronoun.start()]
    names = [match.group() for match in _NAME.finditer(before)]
    return not any(name.lower() not in _OPENERS for name in names)
