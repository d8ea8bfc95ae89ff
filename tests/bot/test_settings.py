"""Settings come from a file and the environment, and a wrong one is named without its value."""

from pathlib import Path

import pytest

from bot.settings import ROOT, SettingsError, load_settings


def test_the_environment_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("CORPUS_DIR=news\nINDEX_DIR=/one\n")
    settings = load_settings({"INDEX_DIR": "/two", "STRANGER": "x"}, tmp_path / ".env")
    assert settings.corpus_dir == ROOT / "news"
    assert settings.index_dir == Path("/two")


def test_the_token_is_not_printed(tmp_path: Path) -> None:
    settings = load_settings({"DISCORD_TOKEN": "very-secret"}, tmp_path / "absent")
    assert settings.discord_token == "very-secret"
    assert "very-secret" not in repr(settings)


@pytest.mark.parametrize("line", ["CORPUS_DIRS=news", "CORPUS_DIR"])
def test_a_wrong_line_is_refused_by_name(tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(line + "\n")
    with pytest.raises(SettingsError, match="CORPUS_DIR"):
        load_settings({}, tmp_path / ".env")


@pytest.mark.parametrize(
    "line", ["MTk4Njk.GlyX.dQw4w9", "'MTk4Njk.GlyX.dQw4w9", "TOKEN9='MTk4Njk.GlyX.dQw4w9"]
)
def test_a_secret_pasted_alone_is_refused_and_not_repeated(tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(f"# the token\n{line}\n")
    with pytest.raises(SettingsError, match=r"^\.env, line 2, ") as refused:
        load_settings({}, tmp_path / ".env")
    assert "GlyX" not in str(refused.value)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text('\ufeffINDEX_DIR="/one"  # here\n', encoding="utf-8")
    assert load_settings({}, tmp_path / ".env").index_dir == Path("/one")


@pytest.mark.parametrize("written", ["~nobody-of-that-name/x", "x" * 5000, "a\0b", __file__])
def test_a_path_that_cannot_be_meant_is_refused_by_name(tmp_path: Path, written: str) -> None:
    with pytest.raises(SettingsError, match=r"^INDEX_DIR .* the path of a folder\.$"):
        load_settings({"INDEX_DIR": written}, tmp_path / "absent")


def test_a_language_model_is_off_unless_it_is_set(tmp_path: Path) -> None:
    assert load_settings({"LLM_API_KEY": "k", "LLM_TIMEOUT": "5"}, tmp_path / "absent").llm is None


def test_a_language_model_is_set_by_its_server_and_its_name(tmp_path: Path) -> None:
    env = {"LLM_BASE_URL": "http://127.0.0.1:11434/v1", "LLM_MODEL": "small", "LLM_API_KEY": "very-secret"}
    llm = load_settings(env, tmp_path / "absent").llm
    assert llm is not None
    assert (llm.base_url, llm.model, llm.seconds) == ("http://127.0.0.1:11434/v1", "small", 20.0)
    assert "very-secret" not in repr(llm)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LLM_MODEL", ""),
        ("LLM_BASE_URL", ""),
        ("LLM_BASE_URL", "localhost:11434"),
        ("LLM_BASE_URL", "ftp://host/v1"),
        ("LLM_BASE_URL", "http://host/v1?x=1"),
        ("LLM_API_KEY", "two words"),
        ("LLM_TIMEOUT", "soon"),
        ("LLM_TIMEOUT", "0"),
        ("LLM_TIMEOUT", "nan"),
        ("LLM_TIMEOUT", "1e9"),
    ],
)
def test_a_wrong_setting_of_the_language_model_is_refused_by_name(
    tmp_path: Path, name: str, value: str
) -> None:
    env = {"LLM_BASE_URL": "http://host/v1", "LLM_MODEL": "small", name: value}
    with pytest.raises(SettingsError, match=f"^{name} "):
        load_settings(env, tmp_path / "absent")


@pytest.mark.parametrize("value", ["-0.1", "1.5", "much", "nan"])
def test_a_confidence_outside_of_0_to_1_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match=r"^MIN_CONFIDENCE "):
        load_settings({"MIN_CONFIDENCE": value}, tmp_path / "absent")
    assert load_settings({"MIN_CONFIDENCE": "0.75"}, tmp_path / "absent").min_confidence == 0.75


def test_the_example_is_accepted() -> None:
    assert load_settings({}, ROOT / ".env.example") == load_settings({}, ROOT / "absent.env")
