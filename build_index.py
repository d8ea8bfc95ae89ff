"""Build the index: read what changed in the corpus, encode it, and publish it to the bot.

    python build_index.py [--corpus DIR|FILE] [--index DIR] [--full] [--force] [--json]

Run it again whenever briefings were added, changed or removed: unchanged ones cost nothing. It may be stopped
at any moment; the last index stays whole, and the next run finishes the work. A running bot serves the new
index with its next answer.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from index.builder import BuildReport

FAILURES_SHOWN = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1 for a fault, 2 for wrong usage, 130 for Ctrl-C."""
    arguments = _arguments(argv)
    try:
        report = _build(arguments)
    except KeyboardInterrupt:
        print("Stopped; the index is as it was, and the next run goes on from here.", file=sys.stderr)
        return 130
    except _wrong_usage() as mistake:
        print(mistake, file=sys.stderr)
        return 2
    except _faults() as fault:
        print(fault, file=sys.stderr)
        return 1
    print(_as_json(report) if arguments.json else _as_text(report))
    return 0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}; see `python build_index.py --help`.\n")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, metavar="DIR|FILE", help="the briefings (default: CORPUS_DIR)")
    parser.add_argument("--index", type=Path, metavar="DIR", help="where the index is (default: INDEX_DIR)")
    parser.add_argument("--full", action="store_true", help="read every briefing again")
    parser.add_argument("--force", action="store_true", help="go on although most of the corpus is gone")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")
    return parser.parse_args(argv)


def _build(arguments: argparse.Namespace) -> "BuildReport":
    # Imported here: they take a second, and Ctrl-C must end that with a sentence, too.
    from bot.settings import load_settings
    from index.builder import BuildRequest, build
    from index.embedder import SentenceTransformerEmbedder
    from index.meetings import MeetingExtractor
    from index.progress import shown

    settings = load_settings()
    request = BuildRequest(
        corpus=arguments.corpus or settings.corpus_dir,
        store=arguments.index or settings.index_dir,
        full=arguments.full,
        force=arguments.force,
        aliases=settings.aliases_file,
    )
    embedder = SentenceTransformerEmbedder(settings.embedding_model)
    with shown() as progress:
        return build(request, embedder, MeetingExtractor.load(), progress)


def _wrong_usage() -> tuple[type[Exception], ...]:
    from bot.settings import SettingsError

    return (SettingsError,)


def _faults() -> tuple[type[Exception], ...]:
    from index.builder import BuildFailed
    from index.embedding_model import EmbedderUnavailable
    from index.engine import IndexUnavailable
    from index.extraction import ExtractorUnavailable

    return (BuildFailed, EmbedderUnavailable, ExtractorUnavailable, IndexUnavailable)


def _as_json(report: "BuildReport") -> str:
    return json.dumps(
        {
            "generation": report.generation,
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "unchanged": report.unchanged,
            "failed": [{"path": one.path, "reason": one.reason} for one in report.failed],
            "encoded": report.encoded,
            "seconds": round(report.seconds),
        },
        ensure_ascii=False,
    )


def _as_text(report: "BuildReport") -> str:
    lines = [
        f"{report.added:,} added, {report.changed:,} changed, {report.removed:,} removed, "
        f"{report.unchanged:,} unchanged, {len(report.failed):,} failed; {report.encoded:,} passages encoded "
        f"in {report.seconds:.1f} s (generation {report.generation})"
    ]
    lines += [f"  {one.path}: {one.reason}" for one in report.failed[:FAILURES_SHOWN]]
    if len(report.failed) > FAILURES_SHOWN:
        lines.append(f"  ... and {len(report.failed) - FAILURES_SHOWN:,} more (--json lists them all)")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
