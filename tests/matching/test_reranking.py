"""What a user relies on who brings a model of meaning: it is heard, it decides nothing alone, and it may be absent."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from workbench.errors import MatchingError
from workbench.matching import ClaimIndex, EmbeddingReranker, find_sources, load_embeddings

CLAIM = "The physician bought the vessel in spring."
SAME = "A doctor purchased the ship in the spring of that year."
OTHER = "The vessel of the harbour guard was painted in spring."


class Vector(tuple):
    """A vector with the one operation of an array that is used."""

    def __matmul__(self, other):
        return sum(x * y for x, y in zip(self, other, strict=True))


class TinyEncoder:
    """A model of two meanings: who speaks of a doctor is near whoever speaks of a physician, and of nobody else."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, inputs: list[str], /, *, normalize_embeddings: bool, show_progress_bar: bool) -> list[Vector]:
        assert normalize_embeddings
        assert not show_progress_bar
        self.encoded += inputs
        healing = [any(word in text for word in ("doctor", "physician")) for text in inputs]
        return [Vector((1.0, 0.0) if heals else (0.0, 1.0)) for heals in healing]


class Recording:
    """A re-ranker that finds all alike, and remembers how many passages it was asked about."""

    def __init__(self) -> None:
        self.asked = 0

    def similarities(self, text: str, passages: Sequence[str]) -> list[float]:
        self.asked += len(passages)
        return [0.5] * len(passages)


def two_claims(index: ClaimIndex) -> ClaimIndex:
    index.add_many([("same", SAME, "x"), ("other", OTHER, "y")])
    return index


def test_a_model_brings_up_what_means_the_same() -> None:
    assert two_claims(ClaimIndex()).candidates(CLAIM)[0].key == "other"
    reranked = two_claims(ClaimIndex(reranker=EmbeddingReranker(TinyEncoder()))).candidates(CLAIM)
    assert [candidate.key for candidate in reranked] == ["same", "other"]
    assert all(0 <= candidate.score <= 100 for candidate in reranked)


def test_a_model_never_moves_the_very_words_from_the_top() -> None:
    index = two_claims(ClaimIndex(reranker=EmbeddingReranker(TinyEncoder())))
    index.add("itself", OTHER.replace("painted", "sold"), "z")
    best = index.candidates(OTHER.replace("painted", "sold"))[0]
    assert (best.key, best.score) == ("itself", 100)


def test_a_model_is_asked_about_a_thousand_candidates() -> None:
    recording = Recording()
    index = ClaimIndex(reranker=recording)
    index.add_many((f"{number:04}", f"The ferry {number} sank near the quay.", "x") for number in range(1_500))
    assert len(index.candidates("The ferry sank near the quay.", limit=5)) == 5
    assert recording.asked == 1_000


def test_a_model_has_a_say_in_the_passages_of_an_article(make_article) -> None:
    article = make_article(OTHER, SAME)
    assert find_sources(CLAIM, article)[0].sentences == (0,)
    assert find_sources(CLAIM, article, reranker=EmbeddingReranker(TinyEncoder()))[0].sentences == (1,)


def test_a_model_has_no_say_where_the_words_stand(make_article) -> None:
    article = make_article(OTHER, SAME)
    assert find_sources(OTHER, article, reranker=EmbeddingReranker(TinyEncoder()))[0].sentences == (0,)


def test_a_passage_is_embedded_once() -> None:
    encoder = TinyEncoder()
    reranker = EmbeddingReranker(encoder)
    assert reranker.similarities(CLAIM, [SAME, OTHER, SAME]) == [1.0, 0.0, 1.0]
    assert reranker.similarities(SAME, [OTHER, CLAIM]) == [0.0, 1.0]
    assert sorted(encoder.encoded) == sorted([CLAIM, SAME, OTHER])


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MatchingError, match=r"pip install 'claim-workbench\[embeddings\]'"):
        load_embeddings("some-model")


def test_a_model_is_loaded_from_this_machine_and_never_from_the_net(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def stand_in(model: str, *, local_files_only: bool, trust_remote_code: bool) -> TinyEncoder:
        asked.update(model=model, local=local_files_only, remote_code=trust_remote_code)
        return TinyEncoder()

    library = ModuleType("sentence_transformers")
    monkeypatch.setattr(library, "SentenceTransformer", stand_in, raising=False)
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    assert load_embeddings("models/tiny").similarities(CLAIM, [SAME]) == [1.0]
    assert asked == {"model": "models/tiny", "local": True, "remote_code": False}


def test_a_model_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def stand_in(model: str, **_: object) -> TinyEncoder:
        raise OSError("no such model")

    library = ModuleType("sentence_transformers")
    monkeypatch.setattr(library, "SentenceTransformer", stand_in, raising=False)
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    with pytest.raises(MatchingError, match="“nobody/none” cannot be loaded"):
        load_embeddings("nobody/none")


@pytest.mark.slow
def test_a_real_model_of_random_weights_finds_a_text_nearest_to_itself(tmp_path: Path) -> None:
    """Runs where the extra is installed; the model is made here, of words of this file."""
    library = pytest.importorskip("sentence_transformers")
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = {word: number for number, word in enumerate(sorted({"?", *f"{CLAIM} {SAME} {OTHER}".split()}))}
    tokenizer = Tokenizer(WordLevel(words, unk_token="?"))
    tokenizer.pre_tokenizer = Whitespace()
    library.SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)]).save(str(tmp_path / "tiny"))
    same, *others = load_embeddings(str(tmp_path / "tiny")).similarities(CLAIM, [CLAIM, SAME, OTHER])
    assert same == pytest.approx(1.0, abs=1e-5)
    assert all(0 <= other < 1 for other in others)
