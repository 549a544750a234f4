"""Which words deny what they report: “denied that …”, “rejected claims that …”, “dismissed it as false”."""

from collections.abc import Sequence
from typing import Final

from workbench.claims.reading import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DENYING: Final = _words(
    """denied denies deny denying denial denials refuted refutes refute refuting rebutted rebuts rebutting disputed
    disputes dispute disputing disavowed disavows repudiated repudiates contradicted contradicts debunked"""
)
# One rejects a plan without denying anything, but not a claim.
_TURNING_DOWN: Final = _words(
    """rejected rejects reject rejecting dismissed dismisses dismiss dismissing called calls calling described describes
    branded labelled labeled"""
)
_REPORTS: Final = _words(
    """claim claims allegation allegations accusation accusations report reports rumor rumors rumour rumours assertion
    assertions suggestion suggestions notion idea story stories charge charges reporting"""
)
_FALSEHOODS: Final = _words(
    """false untrue baseless unfounded groundless fake nonsense fabricated fiction lie lies hoax misinformation
    disinformation propaganda bogus speculation rumor rumour rumors rumours incorrect inaccurate fabrication"""
)
_NEGATIONS: Final = frozenset({"not", "never", "neither", "nor", "cannot", "without"})
# So many words before a verb may turn its meaning (“did not immediately deny”), so many after it tell what is denied.
_NEGATED_WITHIN: Final = 4
_TOLD_WITHIN: Final = 14


def denies(tokens: Sequence[Token], cue: range) -> bool:
    """Whether the cue at these positions denies its content; “did not deny” does not."""
    at = next((i for i in cue if tokens[i].lower in _DENYING or tokens[i].lower in _TURNING_DOWN), None)
    if at is None:
        return False
    before = tokens[max(0, at - _NEGATED_WITHIN) : at]
    if any(token.lower in _NEGATIONS or token.lower.endswith(("n’t", "n't")) for token in before):
        return False
    return tokens[at].lower in _DENYING or _turns_down_a_report(tokens, at)


def _turns_down_a_report(tokens: Sequence[Token], verb: int) -> bool:
    after = [token for token in tokens[verb + 1 : verb + 1 + _TOLD_WITHIN] if not token.quoted]
    if tokens[verb].lower.startswith(("reject", "dismiss")) and any(token.lower in _REPORTS for token in after[:5]):
        return True
    return any(token.lower in _FALSEHOODS for token in tokens[verb + 1 : verb + 1 + _TOLD_WITHIN])
