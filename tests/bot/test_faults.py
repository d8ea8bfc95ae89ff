"""What a person is told: what somebody wrote is shown letter for letter, since others may see it."""

from bot.faults import OptionName, Refusal, explain_failure


def test_what_somebody_wrote_is_no_markup_of_ours() -> None:
    refusal = Refusal(
        "Both names mean {name}; write those of two people.", name="[here](https://x.test) @everyone"
    )
    told = explain_failure(refusal)
    assert "\\[here\\](https\\://x.test)" in told
    assert "@everyone" not in told


def test_an_option_is_named_as_discord_calls_it() -> None:
    assert explain_failure(Refusal("Write {option} anew.", option=OptionName("new_since"))) == (
        "Write `new_since` anew."
    )
