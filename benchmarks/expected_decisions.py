"""What `seed/expected.json` expects to be decided about the demo collection: every claim, every other article."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.articles.model import Article
from workbench.bundled import bundled_folder
from workbench.review.model import ClaimView
from workbench.review.session import Review
from workbench.vocabulary import NotCheckableReason, Relation, Verdict


def squeezed(text: str) -> str:
    """Return `text` with each run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class ExpectedRelation:
    """What an article does with a claim, and the sentences that it rests on; silence rests on none."""

    relation: Relation
    passage: tuple[str, ...] = ()

    @property
    def is_silence(self) -> bool:
        """Whether the article says nothing about the claim."""
        return self.relation is Relation.NOT_ADDRESSED

    def sentences_in(self, article: Article) -> tuple[int, ...]:
        """Return which sentences of the article the passage is; a dateline may stand before one."""
        texts = [squeezed(sentence.text) for sentence in article.sentences]
        return tuple(index for index, text in enumerate(texts) if text.endswith(self.passage or ("\0",)))

    def rests_on(self, article: Article, sentences: Iterable[int]) -> bool:
        """Whether some of `sentences` are of the passage; for silence, whether there are none."""
        chosen = set(sentences)
        return not chosen if self.is_silence else not chosen.isdisjoint(self.sentences_in(article))


SILENCE = ExpectedRelation(Relation.NOT_ADDRESSED)


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A claim with what is to be decided about it.

    Attributes:
        file: where it stands; `id` is its name in the expectations.
        reason: why it is not checkable, if it is not.
        unsupported: the words that are not supported, where it is supported in part.
        relations: what each other article (its file) does with it.
    """

    id: str
    file: str
    text: str
    verdict: Verdict
    reason: NotCheckableReason | None
    unsupported: tuple[str, ...]
    relations: Mapping[str, ExpectedRelation]

    @property
    def vote(self) -> tuple[Verdict, NotCheckableReason | None, str | None]:
        """The verdict, why it is not checkable, and the words that are not supported, as a vote holds them."""
        return self.verdict, self.reason, " … ".join(self.unsupported) or None


@dataclass(frozen=True, slots=True)
class ExpectedDecisions:
    """Everything that is to be decided; `discarded` are pairs of a file and the text of what is no claim."""

    claims: tuple[ExpectedClaim, ...]
    discarded: frozenset[tuple[str, str]]

    def of(self, file: str, text: str) -> ExpectedClaim | None:
        """Return what is expected of the claim of `file` with these words; None if it is to be discarded.

        Raises:
            LookupError: nothing is expected of it.
        """
        words = squeezed(text)
        if (file, words) in self.discarded:
            return None
        found = [claim for claim in self.claims if claim.file == file and words.endswith(claim.text)]
        if len(found) != 1:
            raise LookupError(f"seed/expected.json expects {len(found)} things of this claim of {file}: {words}")
        return found[0]


def load_expected() -> ExpectedDecisions:
    """Read what is expected of the demo collection."""
    document = json.loads((bundled_folder("seed") / "expected.json").read_text(encoding="utf-8"))
    files = [row["file"] for row in document["articles"]]
    spoken: dict[tuple[str, str], ExpectedRelation] = {
        (row["claim"], row["article"]): ExpectedRelation(Relation(row["relation"]), tuple(row["passage"]))
        for row in document["relations"]
    }
    return ExpectedDecisions(
        tuple(
            _claim(claim, row["file"], document["verdicts"][claim["id"]], files, spoken)
            for row in document["articles"]
            for claim in row["claims"]
        ),
        frozenset((row["file"], each["text"]) for row in document["articles"] for each in row.get("discarded", ())),
    )


def _claim(
    claim: dict[str, Any],
    file: str,
    verdict: dict[str, Any],
    files: Iterable[str],
    spoken: Mapping[tuple[str, str], ExpectedRelation],
) -> ExpectedClaim:
    return ExpectedClaim(
        claim["id"],
        file,
        claim["text"],
        Verdict(verdict["verdict"]),
        NotCheckableReason(verdict["reason"]) if "reason" in verdict else None,
        tuple(verdict.get("unsupported", ())),
        {other: spoken.get((claim["id"], other), SILENCE) for other in files if other != file},
    )


def deviations(review: Review, expected: ExpectedDecisions) -> tuple[str, ...]:
    """Return a line for everything that stands otherwise in the database than the reviewer was to decide it."""
    found: list[str] = []
    for row in review.queue():
        view = review.claim(row.key)
        wanted = expected.of(view.summary.name, view.state.claim.text)
        if wanted is None:
            found += [] if view.state.discarded_by == review.reviewer else [f"not discarded: {squeezed(row.text)}"]
        else:
            found += [f"{wanted.id}: {line}" for line in _deviations_of(view, wanted, review)]
    return tuple(found)


def _deviations_of(view: ClaimView, wanted: ExpectedClaim, review: Review) -> Iterator[str]:
    vote = view.state.vote_of(review.reviewer)
    if vote is None or (vote.verdict, vote.reason, vote.unsupported) != wanted.vote:
        yield f"{wanted.verdict} expected, and not {vote.verdict if vote else 'nothing'}"
    if view.state.discarded_by is not None:
        yield "discarded"
    if not any(source.by == review.reviewer for source in view.state.sources):
        yield "the source is not confirmed"
    for cell in view.cells:
        expected, known = wanted.relations[cell.article.name], cell.agreement or cell.implied
        if known is None or known.relation is not expected.relation:
            given = known.relation if known else "nothing"
            yield f"{expected.relation} expected of {cell.article.name}, and not {given}"
        elif cell.agreement and not expected.rests_on(review.article_text(cell.article.key), cell.agreement.sentences):
            yield f"{expected.relation} of {cell.article.name} rests on other sentences"
