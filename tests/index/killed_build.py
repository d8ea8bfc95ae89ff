"""Build a store slowly with the hashing embedder, to be killed: give the corpus and the store."""

import sys
from pathlib import Path

from tests.index.briefings import build_store
from tests.index.hashing import HashingEmbedder

if __name__ == "__main__":
    print("started", flush=True)
    build_store(Path(sys.argv[1]), Path(sys.argv[2]), HashingEmbedder(pause=0.02), force=True)
