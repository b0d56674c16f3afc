"""Who and where: mentions, coreference, identities and posts."""

from verbale.entities.coreference import chains
from verbale.entities.finding import mentions
from verbale.entities.linking import link
from verbale.entities.posts import tenures

__all__ = ["chains", "link", "mentions", "tenures"]
