"""What language models proposed, out of a JSON project; every such claim has a record of the asking."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from workbench.claims.model import Claim
from workbench.reports.project.node import Node
from workbench.store.model import Extraction

PlacedClaim: TypeAlias = tuple[Node, Claim]
"""A claim and where it stands in the file."""


def read_extractions(
    root: Node, proposed: Mapping[str, PlacedClaim]
) -> dict[str, list[tuple[Node, Extraction, list[PlacedClaim]]]]:
    """Return by article each extraction with its place in the file and its claims; `proposed` are those by key.

    Raises:
        InterchangeError: an extraction names a claim that no model proposed about its article, or none names a claim.
    """
    found: dict[str, list[tuple[Node, Extraction, list[PlacedClaim]]]] = defaultdict(list)
    named: set[str] = set()
    asked = root.find("extractions")
    for node in asked.items() if asked else ():
        article = node["article"].sha256()
        claims = [_claim(item, article, proposed) for item in node["claims"].items()]
        named.update(claim.key for _, claim in claims)
        found[article].append((node, _extraction(node, article, claims), claims))
    for key, (place, _) in proposed.items():
        if key not in named:
            place["origin"].fail("no extraction in this file proposed this claim")
    return found


def _extraction(node: Node, article: str, claims: list[PlacedClaim]) -> Extraction:
    dropped = node["dropped"]
    if not isinstance(dropped.value, dict):
        dropped.fail("an object is expected")
    dropped.check_storable()
    return Extraction(
        article,
        node["extractor"].name(),
        node["at"].time(),
        tuple(claim for _, claim in claims),
        node["proposed"].integer(),
        node["known"].integer(),
        {reason: dropped[reason].integer() for reason in dropped.value},
    )


def _claim(node: Node, article: str, proposed: Mapping[str, PlacedClaim]) -> PlacedClaim:
    found = proposed.get(node.uuid())
    if found is None or found[1].article != article:
        node.fail("no model proposed such a claim about this article")
    return found
