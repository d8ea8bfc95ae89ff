"""What the tests of the index share: the real extractor, whose language model loads once."""

import pytest

from index.meetings import MeetingExtractor


@pytest.fixture(scope="session")
def extractor() -> MeetingExtractor:
    return MeetingExtractor.load()
