"""What was agreed to be shown, letter for letter, kept in `golden/`.

All of it is written anew by `WRITE_GOLDEN=1 python -m pytest tests/bot`; then read the difference.
"""

import json
import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_as_agreed(name: str, shown: object) -> None:
    """Fail unless `shown`, made of JSON's values, is what the golden file of that name holds."""
    file = GOLDEN / f"{name}.json"
    if os.environ.get("WRITE_GOLDEN"):
        file.write_text(json.dumps(shown, indent=1, ensure_ascii=False) + "\n")
    assert shown == json.loads(file.read_text())
