"""Taking in what other fact-checkers published: their claims at the articles' own words, their reviews as evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.errors import InterchangeError
from workbench.matching.omissions import omission_spans, without_outer_omissions
from workbench.reports.interchange.claimreview_feed import PublishedReview, read_feed
from workbench.review.claim_intake import AnchoredClaim, ClaimIntake, ImportedClaim, anchor_claims
from workbench.review.context import ReviewContext
from workbench.store import log
from workbench.store.claim_state import ClaimState
from workbench.store.decisions import Draft, as_one_action
from workbench.store.payloads import AttachEvidence
from workbench.visible import one_line


def import_claimreviews(context: ReviewContext, text: str) -> ClaimIntake:
    """Take in the ClaimReviews in a JSON text as one action of the reviewer, so that one undo takes all of it back.

    Each claim is looked for in the articles; where its words stand, there is a claim from then on, and the review is
    evidence from outside attached to it. A review says nothing in the reviewer's name: it becomes no vote. A review
    that is attached already is not attached again.

    Raises:
        InterchangeError: the text holds no ClaimReview.
        DecisionError: the log does not take one of the decisions; none is saved.
        StoreError: the database cannot be written.
    """
    intake = anchor_reviews(context, read_feed(text))
    if intake.drafts:
        with context.store.write() as connection:
            log.append_all(connection, intake.drafts)
    return intake


def import_claimreview_file(context: ReviewContext, path: Path) -> ClaimIntake:
    """Do for the file at `path` what `import_claimreviews` does for a text.

    Raises:
        InterchangeError: the file cannot be read, or holds no ClaimReview.
        DecisionError: the log does not take one of the decisions; none is saved.
        StoreError: the database cannot be written.
    """
    shown = one_line(str(path))
    try:
        return import_claimreviews(context, path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InterchangeError(f"{shown} cannot be read: {reason}.") from error
    except InterchangeError as error:
        raise InterchangeError(f"{shown}: {error}") from error


def anchor_reviews(context: ReviewContext, reviews: Sequence[PublishedReview]) -> ClaimIntake:
    """Return what `import_claimreviews` would do; nothing is recorded."""
    intake = anchor_claims(context, (_claim(review) for review in reviews))
    evidence = _evidence(context, intake.claims, reviews)
    return replace(intake, drafts=as_one_action([*intake.drafts, *evidence]))


def _claim(review: PublishedReview) -> ImportedClaim:
    # Feeds cut long claims short: the dots are no words of anybody.
    is_cut = any(omission_spans(review.claim))
    wording = without_outer_omissions(review.claim) if is_cut else None
    origin = f"review {review.number}"
    return ImportedClaim(review.claim, addresses=review.appearances, wording=wording, origin=origin)


def _evidence(
    context: ReviewContext, anchored: Iterable[AnchoredClaim], reviews: Iterable[PublishedReview]
) -> Iterator[Draft]:
    known: dict[str, dict[str, ClaimState]] = {}
    attached: set[tuple[str, AttachEvidence]] = set()
    for found, review in zip(anchored, reviews, strict=True):
        if found.claim is None or found.article is None:
            continue
        if found.article not in known:
            known[found.article] = {state.key: state for state in context.states_of(found.article)}
        evidence = AttachEvidence(review.url, review.citation, quote=review.explanation, relation=review.relation)
        state = known[found.article].get(found.claim)
        if (found.claim, evidence) not in attached and not (state and _is_attached(state, evidence)):
            attached.add((found.claim, evidence))
            yield context.draft(found.claim, evidence)


def _is_attached(state: ClaimState, evidence: AttachEvidence) -> bool:
    return any(
        (one.url, one.citation, one.quote) == (evidence.url, evidence.citation, evidence.quote)
        for one in state.evidence
    )
