"""Words compared: folded, without endings, and with the common short names of states spelled alike."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)?")
_SAME = {
    "u.s.": "us", "u.s": "us", "american": "us", "america": "us", "chinese": "china", "prc": "china",
    "russian": "russia", "iranian": "iran", "brazilian": "brazil", "soviets": "soviet", "mtg": "meet",
    "swiss": "switzerland", "finnish": "finland", "french": "france", "british": "britain",
    "spanish": "spain", "polish": "poland", "turkish": "turkey", "irish": "ireland", "danish": "denmark",
    "swedish": "sweden", "dutch": "netherlands", "greek": "greece", "german": "germany", "thai": "thailand",
    "scottish": "scotland", "norwegian": "norway", "portuguese": "portugal", "lebanese": "lebanon",
    "vietnamese": "vietnam", "afghan": "afghanistan", "argentine": "argentina", "hungarian": "hungary",
    "filipino": "philippines", "philippine": "philippines", "welsh": "wales", "cypriot": "cyprus",
    "met": "meet", "meeting": "meet", "meetings": "meet", "sens": "senator", "sen": "senator",
    "sec": "secretary", "gov": "governor", "rep": "representative", "reps": "representative",
    "amb": "ambassador", "pres": "president",
    "hoosier": "indiana", "hoosiers": "indiana",
    "led": "lead", "leading": "lead", "headed": "lead", "heads": "lead",
}  # fmt: skip
# Words that begin alike for so many letters are kin.
_KIN = 6
_REMEMBERED = 50_000
_COMMON = frozenset(
    """
    a an and are as at be been being by can could did do does for from had has have he her him his
    how i if in into is it its of on or our she so than that the their them they this those these to
    too up was we were what when where which who whom whose why will with would you your also about
    after before during over any there not no yes between tell told say said go going take took
    place happen date day days time year month reason purpose subject topic person people name names
    met meet meeting talk talks see saw senator secretary president official officials today monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    early late mid spring summer autumn fall winter week weekend pls please exactly briefing
    briefings minister prime foreign governor general chairman ambassador judge rep representative
    congressman mr mrs ms dr sit sat down whether w city town country building
    held hold hope hoping find want intend table focus point value suppose supposed due give given ever
    himself herself themselves actually already first second two three four five several senior figure side
    come came bring brought catch caught hear heard get got end really both other others while when then
    lined line along whom name named names one ones part set planning plan plans scheduled
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Words that news and those who ask about it use for one another, by their stems; the first stands for all.
_LIKE = {
    other: line.split()[0]
    for line in """
    wife widow spouse
    family relat kin
    student pupil
    veteran vet vets
    representat rep reps congressman congresswoman house
    hurt wound injur
    trip travel visit tour journey swing
    phone telephon call
    ask request
    urge press push lean
    topic subject matter
    execut exec ceo
    chief head leader boss chair chairman director incom
    prison jail
    storm hurrican
    afb
    homeland dhs
    fund money grant dollar
    law legislat bill
    support back endors
    cut reduct reduc
    employ job worker work workforc
    school universit colleg
    doctor physician
    farm farmer agricultur
    talk discuss
    war conflict
    doj justic
    weapon arm
    envoy ambassador
    former ex
    secretar cabinet
    company firm
    sign autograph
    defens pentagon
    lab laborat
    """.strip().splitlines()
    for other in line.split()
}
_NAME_RUN = re.compile(r"(?:[A-Z][\w'’-]+ ?(?:(?:of|and|for|the) )*){2,}")
_DEMONYM = re.compile(r"(.+?)i?(?:an|n)")
_ROOT = 3
_ENDINGS = re.compile(
    r"(?:ations?|ions?|ments?|ings?|ives?|ian|ese|ers?|ors?|ies|ed|es|an|al|ia|ly|[aeioy])$"
)


@lru_cache(_REMEMBERED)
def fold(word: str) -> str:
    """Return the form in which words compare."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s?$", "", plain)
    plain = _SAME.get(plain, plain).replace(".", "")
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") and not plain.endswith("ss") else plain


@lru_cache(_REMEMBERED)
def stem(folded: str) -> str:
    """Return a folded word without its endings, and the word that stands for those of its meaning."""
    if folded in _LIKE:
        return _LIKE[folded]
    bare = folded
    while len(bare) > 4:
        match = _ENDINGS.search(bare)
        if match is None or match.start() < 3:
            break
        bare = bare[: match.start()]
    return _LIKE.get(bare, bare)


def folded_list(text: str) -> list[str]:
    """Return every word of `text`, folded, in order."""
    return [fold(word) for word in _WORD.findall(text)]


def folded_words(text: str) -> frozenset[str]:
    """Return every word of `text`, folded."""
    return frozenset(folded_list(text))


def stems_of(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of folded words."""
    return frozenset(map(stem, words))


def topic_words(text: str) -> frozenset[str]:
    """Return the folded words that carry what `text` is about: no function words, titles or dates."""
    return frozenset(
        folded
        for word in _WORD.findall(text)
        if word.lower() not in _COMMON and not word.isdigit()
        for folded in [fold(word)]
        if len(folded) > 1 and folded not in _COMMON
    )


def initials_of(text: str, least: int) -> frozenset[str]:
    """Return what the names in `text` may be cut down to: "mac" for a Military Affairs Committee."""
    runs = _NAME_RUN.findall(text)
    return frozenset().union(*(cut_down(run, range(least, len(run) + 1)) for run in runs))


def cut_down(run: str, lengths: range) -> frozenset[str]:
    """Return what a run of capitalised words may be cut down to, each of so many letters."""
    letters = [word[0].lower() for word in run.split() if word[0].isupper()]
    return frozenset(
        "".join(letters[start : start + length])
        for length in lengths
        for start in range(len(letters) - length + 1)
    )


def name_words(text: str) -> frozenset[str]:
    """Return the topic words that `text` writes with a capital."""
    capitals = " ".join(word for word in _WORD.findall(text) if word[0].isupper())
    return topic_words(capitals)


def is_told(word: str, words: frozenset[str]) -> bool:
    """Tell whether `words` hold a folded word or its kin: "Pakistani" is told where Pakistan is."""
    return word in words or (len(word) >= _KIN and any(one.startswith(word[:_KIN]) for one in words))


def is_people_of(word: str, place: str) -> bool:
    """Tell whether a folded word names those of a place: "Texans" of Texas, "Iowans" of Iowa."""
    match = _DEMONYM.fullmatch(word)
    root = match.group(1) if match else ""
    return len(root) >= _ROOT and place.startswith(root) and len(place) - len(root) <= 1
