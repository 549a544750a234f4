"""Claims in the formats of other tools, as they are read; `review.claim_intake` finds where they stand."""
