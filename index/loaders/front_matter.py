"""Read the YAML front matter above an article."""

import re

import yaml

from index.loaders.base import Malformed
from index.loaders.fields import Fields, parse_fields

FIELDS = ("id", "title", "source", "url", "published", "collection", "tags")
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NULL = "tag:yaml.org,2002:null"


def split_front_matter(text: str) -> tuple[Fields, str]:
    """Return the fields and the text below them; keys that are not ours are ignored."""
    opening = re.match(r"---[ \t]*\n", text)
    if opening is None:
        return Fields(), text
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        raise Malformed(
            "opens its front matter with --- and never closes it; add a line of --- below the fields"
        )
    return _parse(text[opening.end() : closing.start()]), text[closing.end() :]


def _parse(block: str) -> Fields:
    # Nodes, not values: YAML would turn some texts into numbers or dates, and stop at an impossible date.
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise Malformed(
            f"has front matter that is not YAML{where}; write `field: value`, quoting values with a colon"
        ) from None
    if root is None:
        return Fields()
    if not isinstance(root, yaml.MappingNode):
        raise Malformed(
            "has front matter without fields; write `field: value` lines, or remove the --- lines"
        )
    nodes = {key.value: node for key, node in root.value if key.value in FIELDS and node.tag != _NULL}
    tags = _tags(nodes.pop("tags", None))
    return parse_fields({name: _scalar(name, node) for name, node in nodes.items()}, tags)


def _scalar(name: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise Malformed(f"`{name}` in the front matter is a list or a mapping; write one value on its line")
    return str(node.value)


def _tags(node: yaml.Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node, yaml.ScalarNode):
        return tuple(tag.strip() for tag in str(node.value).split(","))
    if isinstance(node, yaml.SequenceNode):
        return tuple(_scalar("tags", item).strip() for item in node.value)
    raise Malformed("`tags` in the front matter is a mapping; write a list such as [trade, visits]")
