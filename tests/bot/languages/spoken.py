"""Every text that the bot says to people, read from its source and from its commands."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

BOT = Path(__file__).parents[3] / "bot"


def texts_in_source() -> set[str]:
    """Return the texts of `say(...)`, `count(...)` and `Refusal(...)`; of `count`, the singular."""
    found: set[str] = set()
    for file in sorted(BOT.rglob("*.py")):
        tree = ast.parse(file.read_text())
        constants = dict(_constants(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _speaks(node.func):
                text = _text(node.args[0], constants)
                if text is not None:
                    found.add(text)
    return found


def texts_of_commands(tree: app_commands.CommandTree[Any]) -> set[str]:
    """Return the descriptions of commands and options, the choices, and the names of menu entries."""
    found: set[str] = set()
    for command in tree.walk_commands(type=discord.AppCommandType.chat_input):
        found.add(command.description)
        if isinstance(command, app_commands.Command):
            found.update(parameter.description for parameter in command.parameters)
            found.update(str(one.name) for parameter in command.parameters for one in parameter.choices)
    found.update(menu.name for menu in tree.walk_commands(type=discord.AppCommandType.message))
    return {text for text in found if text != "…"}


def names_of_commands(tree: app_commands.CommandTree[Any]) -> list[list[str]]:
    """Return the names that stand side by side: of commands, of those in a group, of a command's options."""
    beside = [[one.name for one in tree.get_commands(type=discord.AppCommandType.chat_input)]]
    for command in tree.walk_commands(type=discord.AppCommandType.chat_input):
        if isinstance(command, app_commands.Group):
            beside.append([one.name for one in command.commands])
        else:
            beside.append([parameter.display_name for parameter in command.parameters])
    return beside


def _speaks(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "say" or (
            function.attr == "count"
            and isinstance(function.value, ast.Name)
            and function.value.id == "language"
        )
    return isinstance(function, ast.Name) and function.id == "Refusal"


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield node.targets[0].id, value.value


def _text(node: ast.expr, constants: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id) if isinstance(node, ast.Name) else None
