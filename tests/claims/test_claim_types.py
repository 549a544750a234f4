"""What type a claim is: each of AVeriTeC's nine is found."""

from collections.abc import Callable

import pytest

from workbench.articles.model import Article
from workbench.claims import extract_claims
from workbench.vocabulary import BlockKind, ClaimType

Build = Callable[..., Article]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The bridge is closed for good,” Mayor Anna Lind said.", ClaimType.QUOTE_VERIFICATION),
        ("The bridge carries 6,000 trucks a day.", ClaimType.NUMERICAL),
        ("Three workers were injured.", ClaimType.NUMERICAL),
        ("The bridge was opened on 4 May 1931.", ClaimType.EVENT_PROPERTY),
        ("The two countries share a border.", ClaimType.EVENT_PROPERTY),
        ("The bridge could be reopened soon.", ClaimType.SPECULATIVE),
        ("In May the bridge was reopened.", ClaimType.EVENT_PROPERTY),
        ("Mayor Anna Lind called on drivers to use the ferry.", ClaimType.POSITION_STATEMENT),
        ("The bridge was closed because a pillar had cracked.", ClaimType.CAUSAL),
        ("The decision is an outrageous waste of public money in Norrland.", ClaimType.OPINION),
        ("The council must simply build 3 bridges at once.", ClaimType.OPINION),
        ("State television aired footage of the collapse.", ClaimType.MEDIA_PUBLISHING),
        ("A photo of the collapse was shared by thousands of people.", ClaimType.MEDIA_PUBLISHING),
        ("The Norrland Courier published a cartoon of the mayor.", ClaimType.MEDIA_PUBLISHING),
        ("The video shows a truck falling into the river.", ClaimType.MEDIA_ANALYSIS),
        ("The image was doctored.", ClaimType.MEDIA_ANALYSIS),
        ("The court published its ruling in Norrland.", ClaimType.EVENT_PROPERTY),
    ],
)
def test_the_type_of_a_claim(article: Build, sentence: str, expected: ClaimType) -> None:
    types = {claim.type for claim in extract_claims(article(sentence))}
    assert expected in types
    assert len(types) == 1


def test_a_caption_that_says_what_a_photo_shows_is_media_analysis(article: Build) -> None:
    (claim,) = extract_claims(article((BlockKind.CAPTION, "A truck crosses the bridge in this photo of Norrland.")))
    assert claim.type is ClaimType.MEDIA_ANALYSIS
