"""Read the passages and vectors of a Readout store, so that the yardstick searches in the very same."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.caches import begin
from index.catalog import CatalogReader
from index.engine import IndexUnavailable
from index.opening import connect


def read_passages(store: Path) -> tuple[list[str], list[str], NDArray[np.float32]]:
    """Return the owner, the text and the unit vector of every passage, in the order of their ids.

    Raises IndexUnavailable where there is no store, or nothing in it.
    """
    connection = connect(store)
    try:
        begin(connection)
        reader = CatalogReader(connection)
        ids, dimension = reader.passage_ids(), reader.dimension()
        if dimension is None:
            raise IndexUnavailable(f"The index in {store} holds no passages: build it from some briefings.")
        stored = list(reader.passages(ids.tolist()))
        vectors = np.concatenate([block for _, block in reader.vectors(ids, dimension)])
    finally:
        connection.close()
    owners = [one.article.id for one in stored]
    return owners, [one.passage.text for one in stored], vectors


def article_ids(store: Path) -> frozenset[str]:
    """Return the ids of all articles of a store. Raises IndexUnavailable where there is none."""
    connection = connect(store)
    try:
        return frozenset(row[0] for row in CatalogReader(connection).article_ids())
    finally:
        connection.close()
