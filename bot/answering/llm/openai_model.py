"""Any server that speaks OpenAI's chat protocol: Ollama, llama.cpp, vLLM, or a vendor."""

import json
import re
import time
from typing import Any

import httpx2
import openai

from bot.answering.llm.model import ModelUnavailable

# Seconds before the second and the third attempt, where the server does not say how long to wait.
_PAUSES = (0.5, 1.0)
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_BAD_OPTIONS = frozenset({400, 422})
# No reply that is asked for comes near this; a server that goes on and on is hung up on.
_LARGEST = 262_144
# Some models write their reasoning down before the reply.
_REASONING = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_REFUSAL = re.compile(r"(?:i['’]?m|i am) (?:sorry|unable|not able)|sorry\b|i (?:cannot|can['’]?t)\b", re.I)


class OpenAIModel:
    """A model on a server, reached through the `openai` package with a deadline and retries of our own."""

    def __init__(self, *, base_url: str, model: str, api_key: str | None) -> None:
        # Local servers take any key, but the package insists on one.
        self._client = openai.OpenAI(base_url=base_url, api_key=api_key or "none", max_retries=0)
        self._model = model

    def reply(self, instructions: str, text: str, *, longest: int, until: float) -> str:
        """Return the model's reply. Raises `ModelUnavailable` where no usable one came in time."""
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": text}]
        request: dict[str, Any] = {"model": self._model, "messages": messages}
        options = {"temperature": 0, "max_tokens": longest}
        for pause in (*_PAUSES, None):
            try:
                return _content(self._fetch({**request, **options}, until))
            except openai.APIStatusError as error:
                if error.status_code in _BAD_OPTIONS and options and pause is not None:
                    options = {}  # not every server takes them all, and none of them is needed
                    continue
                wait = _wait_asked(error, pause)
                fault = f"HTTP {error.status_code}"
            except openai.APIConnectionError as error:
                # A time-out is one of these, and leaves no time to try again.
                wait = None if isinstance(error, openai.APITimeoutError) else pause
                fault = type(error).__name__
            except httpx2.HTTPError as error:  # broken off within the body, where the package lets it pass
                wait = None if isinstance(error, httpx2.TimeoutException) else pause
                fault = type(error).__name__
            if wait is None or time.monotonic() + wait >= until:
                raise ModelUnavailable(fault)
            time.sleep(wait)
        raise ModelUnavailable("no attempt was left")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _fetch(self, request: dict[str, Any], until: float) -> bytes:
        """Post a request and read what comes back, within the time and the size that are given to it."""
        received = bytearray()
        api = self._client.chat.completions.with_streaming_response
        with api.create(**request, timeout=_left(until)) as response:
            # The client's own time-out begins anew with every packet; a server that drips must not hold us.
            for part in response.iter_bytes():
                received += part
                _left(until)
                if len(received) > _LARGEST:
                    raise ModelUnavailable("the reply does not end")
        return bytes(received)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise ModelUnavailable("time-out")
    return left


def _wait_asked(error: openai.APIStatusError, pause: float | None) -> float | None:
    if pause is None or error.status_code not in _PASSING:
        return None
    try:
        return max(pause, float(error.response.headers.get("retry-after", pause)))
    except ValueError:
        return pause


def _content(body: bytes) -> str:
    try:
        choice = json.loads(body)["choices"][0]
        message, ended = choice["message"], choice.get("finish_reason")
        content, refused = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ModelUnavailable("malformed reply") from error
    if refused or ended == "content_filter":
        raise ModelUnavailable("refusal")
    if not isinstance(content, str):
        raise ModelUnavailable("malformed reply")
    reply = _REASONING.sub("", content).strip()
    if not reply:
        raise ModelUnavailable("empty reply")
    if _REFUSAL.match(reply):
        raise ModelUnavailable("refusal")
    return reply
