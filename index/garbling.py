"""Mend text whose quotation marks, dashes and accents were once read in the wrong encoding.

Where all bytes are left ("Leeâ€™s", "JosÃ©") ftfy puts them right. Some exports lost the bytes that are no
printable characters ("Leeâs", "met,â? she said", "D.C.Â - Today"): then the place tells which mark it was.
"""

import re

import ftfy

_SIGNS = re.compile("[âÂÃ]")
_CLITICS = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
# A clitic behind "â", a closing mark that has become "â?", or a mark that stands alone. No French or Turkish
# word is written so; a text with any of them holds no "â" of its own (that would have become "Ã¢").
_LOST = re.compile(rf"(?<=\w)â{_CLITICS}|(?<=n)ât\b|(?<=N)âT\b|â\?|(?:^|(?<=\s))â(?=\s|[A-Z])", re.MULTILINE)
_MARKS = (
    (re.compile(r"Â(?=\s|$)", re.MULTILINE), ""),
    (re.compile(r"â¦"), "…"),
    (re.compile(r"â\?"), "”"),
    (re.compile(rf"(?<=\w)â(?={_CLITICS}|[tT]\b)|(?<=\bO)â(?=[A-Z])|(?<=s)â(?= [a-z])"), "’"),
    # Behind the town of a dateline ("DC âThe Senate").
    (re.compile(r"(?<=[A-Z]{2} )â(?=\w)|(?<=[A-Z]\. )â(?=\w)|(?<=[A-Z]\.\) )â(?=\w)"), "— "),
    (re.compile(r"(?<!\w)â(?=[\w.])"), "“"),
    (re.compile(r"(?<=\S)â(?=\s)"), " —"),
    (re.compile(r"â"), "—"),
)


def mend_encoding(text: str) -> str:
    """Return `text` as it was written; one that shows no sign of a wrong encoding comes back unchanged."""
    if not _SIGNS.search(text):
        return text
    # With the blank behind it ftfy would take a bullet for a letter of braille.
    mended = ftfy.fix_encoding(text.replace("â¢", "•"))
    if not _LOST.search(mended):
        return mended
    for mark, put in _MARKS:
        mended = mark.sub(put, mended)
    return mended
