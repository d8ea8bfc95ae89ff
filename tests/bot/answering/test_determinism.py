"""The same question gets the same answer in every process, whatever order its sets are in."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
# Thirds do not add up to the same last digit in every order.
_ADD_UP = """
from types import SimpleNamespace
from bot.answering.evidence.choosing import _cover
words = [f"word{n}" for n in range(40)]
weights = {word: 1 / (3 + n) for n, word in enumerate(words)}
statement = SimpleNamespace(stems=lambda: frozenset(words[:20]), beside=lambda: frozenset(words[20:30]))
print(repr(_cover(statement, weights, frozenset(words))))
"""


def test_a_cover_does_not_hang_on_the_order_of_a_set() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _ADD_UP],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert len(told) == 1
