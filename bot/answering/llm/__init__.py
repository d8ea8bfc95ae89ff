"""An answer put into better words by a language model that is never trusted: all it writes is checked."""
