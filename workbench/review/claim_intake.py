"""Claims from elsewhere into a collection: each is anchored to its sentence; what cannot be is listed, not dropped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.articles.model import Article
from workbench.errors import DecisionError
from workbench.matching.folding import fold
from workbench.matching.touching import sentences_touched
from workbench.review import actions
from workbench.review.claim_places import ClaimPlaces, Place
from workbench.review.context import ReviewContext
from workbench.store import log
from workbench.store.decisions import Draft, as_one_action
from workbench.store.fold import ClaimState
from workbench.store.payloads import AddClaim, MarkVerdict, Payload, RewordClaim
from workbench.store.state import claim_states
from workbench.visible import lines, one_line
from workbench.vocabulary import AnchorState

_SAME_PLACE: Final = 0.8  # shared part of two stretches from which lightly edited words are a claim that is there

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ImportedClaim:
    """A claim as a file from elsewhere tells it.

    Attributes:
        text: the words that are looked for.
        article: what the article is called (key, address, file name, label or title): it must stand there.
        addresses: where it may stand; if none of these is an article of the collection, all of them are searched.
        start, end: where in the article, in code points of its text, half-open; they decide only where `text` stands.
        wording: how the claim is worded where that is not `text`.
        verdict: what is said of it.
        origin: where in the file it is ("line 3").
    """

    text: str
    article: str | None = None
    addresses: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    wording: str | None = None
    verdict: MarkVerdict | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class AnchoredClaim:
    """What became of an imported claim.

    Attributes:
        state: how surely its words stand at the place.
        article: the key of the article; None where it is open.
        start, end: the place of the claim there, in code points, half-open.
        claim: the key of the claim that it is now; None for one that was not taken in.
        known: whether that claim was there before.
        reason: why it was not taken in; "" for one that was.
    """

    imported: ImportedClaim
    state: AnchorState
    article: str | None = None
    start: int | None = None
    end: int | None = None
    claim: str | None = None
    known: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClaimIntake:
    """What became of imported claims, in their order, and the decisions that take them in: one action."""

    claims: tuple[AnchoredClaim, ...]
    drafts: tuple[Draft, ...]

    @property
    def added(self) -> tuple[AnchoredClaim, ...]:
        """Those that are new claims."""
        return tuple(found for found in self.claims if found.claim is not None and not found.known)

    @property
    def known(self) -> tuple[AnchoredClaim, ...]:
        """Those that were claims already."""
        return tuple(found for found in self.claims if found.known)

    @property
    def left_out(self) -> tuple[AnchoredClaim, ...]:
        """Those that were not taken in, each with its reason."""
        return tuple(found for found in self.claims if found.claim is None)


def anchor_claims(context: ReviewContext, rows: Iterable[ImportedClaim], *, with_verdicts: bool = False) -> ClaimIntake:
    """Find the place of each claim in the articles of the collection; nothing is recorded.

    What stands there becomes a claim in the article's own words, reworded where the imported wording is another. Where
    there is a claim already, it is left as it is. With `with_verdicts` what is said of a claim becomes the vote of the
    reviewer, if they have none on it and it is not discarded.
    """
    intake = _Anchoring(context, with_verdicts=with_verdicts)
    claims = tuple(intake.anchor(row) for row in rows)
    return ClaimIntake(claims, as_one_action(intake.drafts))


def take_in_claims(
    context: ReviewContext, rows: Iterable[ImportedClaim], *, with_verdicts: bool = False
) -> ClaimIntake:
    """Do what `anchor_claims` says and record it as one action, so that one undo takes all of it back.

    Raises:
        DecisionError: the log does not take one of the decisions; none is saved.
        StoreError: the database cannot be written.
    """
    intake = anchor_claims(context, rows, with_verdicts=with_verdicts)
    if intake.drafts:
        with context.store.write() as connection:
            log.append_all(connection, intake.drafts)
    return intake


class _Anchoring:
    """An intake under way."""

    def __init__(self, context: ReviewContext, *, with_verdicts: bool) -> None:
        self.drafts: list[Draft] = []
        self._context = context
        self._with_verdicts = with_verdicts
        current = (summary.key for summary in context.current)
        self._places = ClaimPlaces(context.texts, context.labels, current)
        self._known: dict[str, dict[Span, tuple[Span, str]]] = {}  # by article and words, where each claim is
        self._states: dict[str, ClaimState] = {}
        self._voted: set[str] = set()

    def anchor(self, row: ImportedClaim) -> AnchoredClaim:
        place = self._place(row)
        if place.article is None or place.span is None:
            return AnchoredClaim(row, place.state, place.article, reason=place.reason)
        article = self._context.texts[place.article]
        try:
            added = _added(article, *place.span)
        except DecisionError as error:
            return AnchoredClaim(row, place.state, article.sha256, *place.span, reason=str(error))
        known = self._claim_at(article, (added.start, added.end), place.state)
        if known is not None:
            span, key = known
            self._draft(key, self._votes(row, key))
            return AnchoredClaim(row, place.state, article.sha256, *span, key, known=True)
        key = actions.key_of(added)
        self._draft(key, (added, *_rewording(row, added), *self._votes(row, key)))
        span = added.start, added.end
        self._known[article.sha256][_words_of(article, span)] = span, key
        return AnchoredClaim(row, place.state, article.sha256, added.start, added.end, key)

    def _place(self, row: ImportedClaim) -> Place:
        keys = self._places.named(row.article) if row.article is not None else ()
        if row.article is not None and not keys:
            shown = one_line(row.article)
            return Place(
                AnchorState.ORPHANED, reason=f"No article of the collection is called “{shown}”: add it first."
            )
        keys = keys or tuple(dict.fromkeys(key for each in row.addresses for key in self._places.named(each)))
        if row.start is not None and row.end is not None:
            told = (self._places.at(row.text, key, row.start, row.end) for key in keys)
            if len(standing := [place for place in told if place]) == 1:
                return standing[0]
        return self._places.among(row.text, keys) if keys else self._places.anywhere(row.text)

    def _claim_at(self, article: Article, span: Span, state: AnchorState) -> tuple[Span, str] | None:
        """Return the claim that is there: at the same words or, for edited ones, at nearly the same stretch."""
        known = self._known_in(article)
        if (found := known.get(_words_of(article, span))) or state is AnchorState.EXACT:
            return found
        shared, nearest = max(
            ((_shared(span, there), (there, key)) for there, key in known.values()), default=(0.0, None)
        )
        return nearest if shared >= _SAME_PLACE else None

    def _known_in(self, article: Article) -> dict[Span, tuple[Span, str]]:
        if article.sha256 not in self._known:
            # Hidden ones, too: the log takes no claim twice, and no vote on a claim that was discarded.
            with self._context.store.read() as connection:
                states = claim_states(connection, article=article.sha256)
            self._states |= {state.key: state for state in states}
            spans = ((state.key, (state.claim.start, state.claim.end)) for state in states)
            self._known[article.sha256] = {_words_of(article, span): (span, key) for key, span in spans}
        return self._known[article.sha256]

    def _votes(self, row: ImportedClaim, key: str) -> Iterator[Payload]:
        """Yield the reviewer's vote, if one is wanted and they have none on the claim, which is not discarded."""
        if not self._with_verdicts or row.verdict is None:
            return
        reviewer, state = self._context.reviewer, self._states.get(key)
        if state is not None and (state.discarded_by or any(vote.reviewer == reviewer for vote in state.votes)):
            return
        if key not in self._voted:
            self._voted.add(key)
            yield row.verdict

    def _draft(self, claim: str, payloads: Iterable[Payload]) -> None:
        self.drafts += [self._context.draft(claim, payload) for payload in payloads]


def _added(article: Article, start: int, end: int) -> AddClaim:
    """Return the decision to add the stretch as a claim: whole sentences, or a part of a paragraph."""
    touched = sentences_touched(article, start, end)
    sentences = [article.sentences[number] for number in touched]
    if sentences and (sentences[0].start, sentences[-1].end) == (start, end):
        return actions.add_claim(article, touched)
    return actions.add_claim_part(article, start, end)


def _rewording(row: ImportedClaim, added: AddClaim) -> Iterator[Payload]:
    """Yield the imported wording where it differs in more than quotes, dashes, spaces and the marks at its ends."""
    wording = " ".join((row.wording or row.text).split())
    if _bare(wording) not in (_bare(added.text), _bare(lines(added.text))):
        yield RewordClaim(wording)


def _bare(text: str) -> str:
    return " ".join(fold(text).text.split()).strip(" .,;:")


def _words_of(article: Article, span: Span) -> Span:
    """Return the stretch from its first letter or digit to its last."""
    letters = [place for place in range(*span) if article.text[place].isalnum()]
    return (letters[0], letters[-1] + 1) if letters else span


def _shared(a: Span, b: Span) -> float:
    """Return which part of what either covers both cover."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, both) / (max(a[1], b[1]) - min(a[0], b[0]))
