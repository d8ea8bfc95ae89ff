"""The one place of the bot where ports meet the classes that implement them."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.llm.model import LanguageModel
from bot.answering.llm.rewording import RewordingAnswerer
from bot.answering.reply.confidence import Trust, read_model
from bot.occasions.shelf import OccasionLibrary, Shelf
from bot.settings import LLMSettings, Settings
from index.embedder import SentenceTransformerEmbedder
from index.engine import Filters, SearchEngine, Snapshot
from index.local import LocalEngine
from index.reranker import CrossEncoderReranker, reranked


def open_engine(settings: Settings, index_dir: Path | None = None) -> SearchEngine:
    """Open the index for searching, with one thread a query. Raises `IndexUnavailable`."""
    embedder = SentenceTransformerEmbedder(settings.embedding_model, threads=1)
    engine = LocalEngine.open(index_dir or settings.index_dir, embedder)
    if settings.reranker_model is None:
        return engine
    return reranked(engine, CrossEncoderReranker(settings.reranker_model, threads=1))


def read_shelf(settings: Settings, index_dir: Path | None, scope: Callable[[Snapshot], Filters]) -> Shelf:
    """Read the occasions of a part of the index, and let go of it. Raises `IndexUnavailable`."""
    with closing(open_engine(settings, index_dir)) as engine, engine.snapshot() as snapshot:
        return OccasionLibrary().open(snapshot, scope(snapshot))


def open_answerer(engine: SearchEngine, settings: Settings) -> Answerer | RewordingAnswerer:
    """Make what answers questions from an open index; a language model words the answers if one is set."""
    answerer = Answerer(engine, Trust(model=read_model(), minimum=settings.min_confidence))
    if settings.llm is None:
        return answerer
    return RewordingAnswerer(answerer, open_model(settings.llm), seconds=settings.llm.seconds)


def open_model(llm: LLMSettings) -> LanguageModel:
    """Reach the language model of the settings; nothing is sent before it is asked."""
    from bot.answering.llm.openai_model import OpenAIModel  # its package loads slowly, and few need it

    return OpenAIModel(base_url=llm.base_url, model=llm.model, api_key=llm.api_key)
