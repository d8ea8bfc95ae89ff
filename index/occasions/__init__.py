"""The same occasion told by several articles: linked, counted by independent source, disagreements kept."""

from index.occasions.linking import link_occasions
from index.occasions.occasion import Aspect, Disagreement, Occasion, Reading, Source

__all__ = ["Aspect", "Disagreement", "Occasion", "Reading", "Source", "link_occasions"]
