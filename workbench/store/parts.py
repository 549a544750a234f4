"""What the tables that hold the parts of a claim's state have in common."""

from sqlalchemy import Column, ForeignKey, Integer, Named, String, TypedColumns


class ClaimPartColumns(TypedColumns):
    """Whose part it is, and in which order the parts of one claim stand."""

    claim: Named[str] = Column(String(36), ForeignKey("claim_states.key", ondelete="CASCADE"), primary_key=True)
    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
