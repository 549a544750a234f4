"""A re-ranker that asks a sentence-transformers model of the user's own (extra `embeddings`).

Nothing is downloaded: the model is a folder, or a name that the user's own cache holds already. Sentence embeddings
after Reimers and Gurevych 2019; how near two texts are is the cosine of theirs.
"""

from collections.abc import Sequence
from typing import Any, Final, Protocol

from workbench.errors import MatchingError

_REMEMBERED: Final = 20_000  # passages whose embeddings are kept, because the next claim asks for most of them again


class Encoder(Protocol):
    """What is used of `sentence_transformers.SentenceTransformer`."""

    def encode(self, inputs: list[str], /, *, normalize_embeddings: bool, show_progress_bar: bool) -> Any:
        """Return an array with one vector of length 1 for each of the inputs."""
        ...


class EmbeddingReranker:
    """Says how near passages are to a text by the cosine of their embeddings; meets `reranking.Reranker`."""

    def __init__(self, encoder: Encoder) -> None:
        """Ask `encoder`, a model that is loaded."""
        self._encoder = encoder
        self._vectors: dict[str, Any] = {}

    def similarities(self, text: str, passages: Sequence[str]) -> list[float]:
        """Return for each passage the cosine of its embedding and that of `text`, 0 at least."""
        wanted = list(dict.fromkeys([text, *passages]))
        self._embed([each for each in wanted if each not in self._vectors])
        found = [max(0.0, float(self._vectors[text] @ self._vectors[passage])) for passage in passages]
        self._forget(wanted)
        return found

    def _embed(self, texts: list[str]) -> None:
        if texts:
            vectors = self._encoder.encode(texts, normalize_embeddings=True, show_progress_bar=False)
            self._vectors.update(zip(texts, vectors, strict=True))

    def _forget(self, latest: list[str]) -> None:
        """Keep the latest alone when there are too many."""
        if len(self._vectors) > _REMEMBERED:
            self._vectors = {text: self._vectors[text] for text in latest}


def load_embeddings(model: str) -> EmbeddingReranker:
    """Load a sentence-transformers model from a folder, or by a name that is in the cache of this machine.

    Raises:
        MatchingError: the library is not installed, or there is no such model here.
    """
    try:
        from sentence_transformers import SentenceTransformer  # an extra, and slow to import
    except ImportError as error:
        raise MatchingError(
            "Embeddings need claim-workbench[embeddings]: pip install 'claim-workbench[embeddings]'"
        ) from error
    try:
        encoder = SentenceTransformer(model, local_files_only=True, trust_remote_code=False)
    except Exception as error:  # whatever the library, its formats and a damaged folder raise
        raise MatchingError(
            f"The embedding model “{model}” cannot be loaded from this machine: give the folder of a "
            "sentence-transformers model, or the name of one that was downloaded before."
        ) from error
    return EmbeddingReranker(encoder)
