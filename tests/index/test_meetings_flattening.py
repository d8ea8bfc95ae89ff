"""The text that the parser reads, and where each of its letters stands in the sentence."""

import pytest

from index.meetings.syntax.flattening import flatten


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("Ada Moreno (R-Maine), Eva Lind (D-N.J.) met", "Ada Moreno, Eva Lind met"),
        ("the Alliance (NATO) met", "the Alliance met"),
        ("Ada Moreno (who was ill) met", "Ada Moreno (who was ill) met"),
        ("met with:\n- Ann Lee;\n- Tom Berg", "met with Ann Lee, Tom Berg"),
        ('Mayor Ada "Bo" Moreno met', "Mayor Ada Moreno met"),
        ("Mayor Ada (Bo) Moreno met", "Mayor Ada Moreno met"),
        ('Ada Moreno said "No" on Monday', 'Ada Moreno said "No" on Monday'),
        ("on\nMonday", "on Monday"),
        ("were:\nAnn Lee, a doctor\nTom Berg - Rill Bank", "were Ann Lee, a doctor, Tom Berg, Rill Bank"),
        ("She said:\nThe dam will hold, and\nit is safe", "She said: The dam will hold, and it is safe"),
    ],
)
def test_flat_text_and_places(text: str, flat: str) -> None:
    found, places = flatten(text)
    assert found == flat
    assert len(places) == len(found)
    assert places == sorted(places)
    for letter, place in zip(found, places, strict=True):
        assert letter in (text[place], " ", ",")
