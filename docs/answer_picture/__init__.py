"""The picture of an answer in the README: the real message, in the look of Discord on a phone."""
