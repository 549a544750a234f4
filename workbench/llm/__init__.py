"""A language model as a second extractor: optional, off by default, and never believed.

A model may only propose. It sees the sentences of one article and nothing else; its answer is checked against a schema,
each claim must be found in the article by the matcher, and what is stored are the article's own words. What cannot be
found is dropped and counted.
"""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.llm.anchoring import Dropped
    from workbench.llm.endpoint import Chat, Endpoint
    from workbench.llm.proposals import Proposals, propose_claims

__all__ = ["Chat", "Dropped", "Endpoint", "Proposals", "propose_claims"]

__getattr__ = lazy_exports(
    __name__,
    {
        "Chat": "endpoint",
        "Dropped": "anchoring",
        "Endpoint": "endpoint",
        "Proposals": "proposals",
        "propose_claims": "proposals",
    },
)
