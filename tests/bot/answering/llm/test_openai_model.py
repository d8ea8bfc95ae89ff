"""The adapter gives a reply, or says in time that there is none."""

import socket
import time
from collections.abc import Iterator

import pytest

from bot.answering.llm.model import ModelUnavailable
from bot.answering.llm.openai_model import OpenAIModel
from tests.bot.answering.llm.conftest import FakeServer, Reply, says


def _ask(model: OpenAIModel, seconds: float = 5.0) -> str:
    return model.reply("Be brief.", "Is it so?", longest=10, until=time.monotonic() + seconds)


def test_a_reply_is_given_as_it_is(server: FakeServer, model: OpenAIModel) -> None:
    server.script = lambda text: says("  It is so. ")
    assert _ask(model) == "It is so."
    (request,) = server.requests
    assert request["model"] == "small"
    assert [one["role"] for one in request["messages"]] == ["system", "user"]
    assert "response_format" not in request


def test_reasoning_is_no_part_of_the_reply(server: FakeServer, model: OpenAIModel) -> None:
    server.script = lambda text: says("<think>no, no</think>\nyes")
    assert _ask(model) == "yes"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(body=b'{"choices": [{"mess'), "malformed"),
        (Reply(body=b"<html>busy</html>"), "malformed"),
        (Reply(body=b"[]"), "malformed"),
        (Reply(body=b'{"choices": []}'), "malformed"),
        (Reply(body=b'{"choices": [{"message": {"content": 5}}]}'), "malformed"),
        (Reply(body=b"\xff\xfe"), "malformed"),
        (Reply(body=b" " * 300_000), "does not end"),
        (says(None), "malformed"),
        (says("  "), "empty"),
        (says("<think>I go on"), "empty"),
        (says(None, refusal="I cannot do that."), "refusal"),
        (says("I'm sorry, but I can't help with that."), "refusal"),
        (Reply(status=401), "401"),
        (Reply(status=404), "404"),
    ],
)
def test_what_is_no_reply_is_told_as_such(
    server: FakeServer, model: OpenAIModel, reply: Reply, reason: str
) -> None:
    server.script = lambda text: reply
    with pytest.raises(ModelUnavailable, match=reason):
        _ask(model)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_fault_is_tried_again(server: FakeServer, model: OpenAIModel, status: int) -> None:
    replies = iter([Reply(status=status), says("yes")])
    server.script = lambda text: next(replies)
    assert _ask(model) == "yes"


def test_retries_are_bounded(server: FakeServer, model: OpenAIModel) -> None:
    server.script = lambda text: Reply(status=429)
    with pytest.raises(ModelUnavailable, match="429"):
        _ask(model)
    assert len(server.requests) == 3


def test_a_wait_longer_than_the_time_left_is_not_waited(server: FakeServer, model: OpenAIModel) -> None:
    server.script = lambda text: Reply(status=429, headers={"Retry-After": "30"})
    began = time.monotonic()
    with pytest.raises(ModelUnavailable, match="429"):
        _ask(model)
    assert time.monotonic() - began < 2.0
    assert len(server.requests) == 1


def test_a_server_that_does_not_take_the_options_is_asked_without(
    server: FakeServer, model: OpenAIModel
) -> None:
    server.script = lambda text: Reply(status=400) if "max_tokens" in server.requests[-1] else says("yes")
    assert _ask(model) == "yes"
    assert "temperature" not in server.requests[-1]


@pytest.mark.parametrize("slow", [Reply(delay=1.0), Reply(drip=True)])
def test_a_server_that_is_slow_or_drips_is_left_in_time(
    server: FakeServer, model: OpenAIModel, slow: Reply
) -> None:
    server.script = lambda text: slow
    began = time.monotonic()
    with pytest.raises(ModelUnavailable):
        _ask(model, seconds=0.3)
    assert time.monotonic() - began < 0.9


@pytest.fixture
def nobody() -> Iterator[OpenAIModel]:
    """The adapter, pointed at a port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        opened = OpenAIModel(
            base_url=f"http://127.0.0.1:{held.getsockname()[1]}/v1", model="small", api_key="k"
        )
        yield opened
        opened.close()


def test_a_dead_server_is_told_as_such(nobody: OpenAIModel) -> None:
    with pytest.raises(ModelUnavailable, match="APIConnectionError"):
        _ask(nobody)
