"""A claim's key is the same in every database, and any program can work it out."""

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from workbench.claims import claim_key

NAMESPACE = UUID("6f9c8c9e-1b1f-5a39-9c55-0c1a4b3f7d21")


@given(st.text(), st.integers(), st.integers(), st.text(st.characters(codec="utf-8")))
def test_the_key_is_the_uuid5_of_article_span_and_text(article: str, start: int, end: int, text: str) -> None:
    article = article.encode("utf-8", "ignore").decode()
    assert claim_key(article, start, end, text) == str(uuid5(NAMESPACE, f"{article}\x1f{start}\x1f{end}\x1f{text}"))
