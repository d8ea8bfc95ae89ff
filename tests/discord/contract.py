"""Discord's own REST contract, made strict, and the limits that it does not state."""

import copy
import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_DOCUMENT = "urn:discord"
# What discord.py sends beside the contract, harmlessly: key by schema.
_ALLOWED: dict[str, tuple[str, ...]] = {
    "RichEmbed": ("flags",),
    "IncomingWebhookUpdateRequestPartial": ("tts",),
    "ApplicationCommandUpdateRequest": ("nsfw",),
    "MessageEditRequestPartial": ("tts",),
}
# discord.py sends these ids as numbers: of messages replied to, and the positions of files sent along.
_INTEGER_IDS: dict[str, tuple[str, ...]] = {
    "MessageReferenceRequest": ("guild_id", "channel_id", "message_id"),
    "MessageAttachmentRequest": ("id",),
}


class Contract:
    """Says what is wrong with a request body; unknown keys are wrong."""

    def __init__(self, file: Path) -> None:
        document = _strict(json.loads(file.read_text()))
        self._paths: dict[str, Any] = document["paths"]
        resource: Resource[Any] = Resource.from_contents(document, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
        self._validators: dict[tuple[str, str], Draft202012Validator | None] = {}

    def complaints(self, method: str, template: str, body: object) -> list[str]:
        """Check the JSON body of a request to a path of the contract."""
        key = (method.lower(), template)
        if key not in self._validators:
            self._validators[key] = self._validator(*key)
        validator = self._validators[key]
        if validator is None:
            return [] if body is None else [f"{method} {template} takes no body, but got {body!r}"]
        return [
            f"{method} {template}: {error.json_path}: {error.message}"
            for error in validator.iter_errors(body)
        ]

    def _validator(self, method: str, template: str) -> Draft202012Validator | None:
        operation = self._paths[template][method]
        if "requestBody" not in operation:
            return None
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        return Draft202012Validator(_absolute(schema), registry=self._registry)


def limit_complaints(body: dict[str, Any], *, has_files: bool, is_edit: bool) -> list[str]:
    """Check a message against the limits that Discord enforces and its contract leaves out."""
    embeds = body.get("embeds") or []
    complaints = [] if len(body.get("content") or "") <= 2000 else ["content over 2000"]
    if not is_edit and not (body.get("content") or embeds or has_files):
        complaints.append("empty message (50006)")
    if len(embeds) > 10:
        complaints.append("more than 10 embeds")
    total = 0
    for embed in embeds:
        total += sum(_check_embed(embed, complaints))
    if total > 6000:
        complaints.append(f"embeds of {total} characters in all")
    return complaints


def _check_embed(embed: dict[str, Any], complaints: list[str]) -> list[int]:
    parts = [("title", embed.get("title"), 256), ("description", embed.get("description"), 4096)]
    parts.append(("footer", (embed.get("footer") or {}).get("text"), 2048))
    parts.append(("author", (embed.get("author") or {}).get("name"), 256))
    fields = embed.get("fields") or []
    if len(fields) > 25:
        complaints.append("more than 25 fields")
    for field in fields:
        parts += [("field name", field["name"], 256), ("field value", field["value"], 1024)]
        if not field["name"].strip() or not field["value"].strip():
            complaints.append("a field without a name or a value")
    # Discord's clients count UTF-16 units.
    sizes = [(name, len((text or "").encode("utf-16-le")) // 2, limit) for name, text, limit in parts]
    complaints += [f"{name} of {size} characters" for name, size, limit in sizes if size > limit]
    return [size for _, size, _ in sizes]


def _strict(document: dict[str, Any]) -> dict[str, Any]:
    document = copy.deepcopy(document)
    for schema in document["components"]["schemas"].values():
        _close(schema)
    schemas = document["components"]["schemas"]
    for name, keys in _ALLOWED.items():
        schemas[name]["properties"].update({key: {} for key in keys})
    for name, keys in _INTEGER_IDS.items():
        schemas[name]["properties"].update({key: {"type": ["integer", "string"]} for key in keys})
    return document


def _close(schema: object) -> None:
    if isinstance(schema, list):
        for part in schema:
            _close(part)
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            schema.setdefault("additionalProperties", False)
        for part in schema.values():
            _close(part)


def _absolute(schema: Any) -> Any:
    text = json.dumps(schema)
    return json.loads(re.sub(r'"\$ref": "#', f'"$ref": "{_DOCUMENT}#', text))
