"""The contract is checked where the machine has it; that it is not is said here, once."""

import pytest

from tests.discord.contract import Contract, limit_complaints

POST = ("POST", "/channels/{channel_id}/messages")


@pytest.fixture
def present(contract: Contract | None) -> Contract:
    if contract is None:
        pytest.skip("DISCORD_OPENAPI names no file: bodies are checked for Discord's limits alone")
    return contract


def test_a_message_in_order_has_no_complaints(present: Contract) -> None:
    assert present.complaints(*POST, {"content": "Hello.", "allowed_mentions": {"parse": []}}) == []


@pytest.mark.parametrize("body", [{"content": 7}, {"contents": "Hello."}, {"embeds": [{"titel": "x"}]}])
def test_a_wrong_type_and_an_unknown_key_are_complaints(present: Contract, body: dict[str, object]) -> None:
    assert present.complaints(*POST, body) != []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"content": "x" * 2001}, "content"),
        ({"content": ""}, "empty"),
        ({"embeds": [{"title": "\U0001f41f" * 129}]}, "title"),
        ({"embeds": [{"description": "x" * 4000}] * 2}, "in all"),
        ({"embeds": [{"fields": [{"name": " ", "value": "x"}]}]}, "field"),
    ],
)
def test_limits_need_no_contract(body: dict[str, object], words: str) -> None:
    (complaint, *_) = limit_complaints(body, has_files=False, is_edit=False)
    assert words in complaint
