"""Linear classifiers: which measures a clause takes, and in which way (polarity) it takes each."""

import numpy as np
from features import OF, PIECE
from lessons import Clause
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.svm import LinearSVC

FEWEST = 3
"""A concept or a feature that stands in fewer clauses is not learned."""
POLARITIES = ["requires", "may-require", "permits", "forbids", "protects"]
CONCEPT_WORTH = 0.5
"""What the concept itself is worth beside the words of the clause when the polarity is learned."""
SMALLEST = 0.35
"""A weight times the rarity of its word that is smaller than this is left out."""
WITHOUT_POLARITY = {"penalty-amounts"}
"""An amount carries the direction of the duty that it enforces; it has no polarity of its own."""


def thousandths(values: np.ndarray) -> np.ndarray:
    """As the weights are written."""
    return np.round(values * 1000).astype(int)


class Learner:
    """The classifiers of one language, fitted to some clauses and rounded as they are written."""

    def __init__(self, language: str, known: list[Clause]) -> None:
        self.language = language
        self.known = known
        self.counter = CountVectorizer(analyzer=OF[language], min_df=FEWEST, binary=True)
        present = self.counter.fit_transform([clause.text for clause in known])
        self.present = present
        self.names = self.counter.get_feature_names_out()
        seen_in = np.asarray(present.sum(axis=0)).ravel()
        self.rarity = thousandths(np.log((1 + len(known)) / (1 + seen_in)) + 1)
        self.is_word = np.array([not name.startswith(PIECE) for name in self.names])
        self._learn_concepts()
        self._learn_polarities()

    def _learn_concepts(self) -> None:
        matrix = self.unit(self.present, pieces=True)
        self.concepts, columns, biases = [], [], []
        for concept in sorted({name for clause in self.known for name in clause.taken}):
            is_settled = np.array([clause.settles(concept) for clause in self.known])
            truths = np.array([concept in clause.taken for clause in self.known])
            if truths.sum() >= FEWEST:
                machine = LinearSVC(C=1.0, random_state=0).fit(matrix[is_settled], truths[is_settled])
                self.concepts.append(concept)
                columns.append(machine.coef_[0])
                biases.append(machine.intercept_[0])
        self.weights = self._rounded(np.array(columns).T)
        self.biases = thousandths(np.array(biases))

    def _learn_polarities(self) -> None:
        pairs = self.pairs(self.known)
        rows = np.array([row for row, _, _ in pairs])
        self.kinds = DictVectorizer()
        kinds = self.kinds.fit_transform([{concept: CONCEPT_WORTH} for _, concept, _ in pairs])
        words = self.unit(self.present, pieces=False)[rows]
        machine = LinearSVC(C=1.0, random_state=0)
        machine.fit(hstack([words, kinds]).tocsr(), [polarity for _, _, polarity in pairs])
        order = [list(machine.classes_).index(polarity) for polarity in POLARITIES]
        coefficients, intercepts = machine.coef_[order], machine.intercept_[order]
        self.ways = self._rounded(coefficients[:, : len(self.names)].T)
        own = dict(zip(self.kinds.get_feature_names_out(), coefficients[:, len(self.names) :].T * CONCEPT_WORTH))
        nothing = np.zeros(len(POLARITIES))
        self.way_biases = {
            concept: thousandths(intercepts + own.get(concept, nothing))
            for concept in self.concepts
            if concept not in WITHOUT_POLARITY
        }

    def _rounded(self, weights: np.ndarray) -> np.ndarray:
        """Whole thousandths; what changes next to nothing is 0."""
        rounded = thousandths(weights)
        rounded[np.abs(weights) * self.rarity[:, None] / 1000 < SMALLEST] = 0
        return rounded

    def pairs(self, clauses: list[Clause]) -> list[tuple[int, str, str]]:
        """The labels whose polarity is scored: row of the clause, concept, polarity."""
        return [
            (row, concept, polarity)
            for row, clause in enumerate(clauses)
            for concept, polarity in clause.taken.items()
            if concept not in WITHOUT_POLARITY
        ]

    def unit(self, present: csr_matrix, pieces: bool) -> csr_matrix:
        """Each clause as a vector of rarities, of length 1."""
        worth = self.rarity / 1000 * (1 if pieces else self.is_word)
        weighed = present.astype(float) @ diags(worth)
        lengths = np.sqrt(weighed.multiply(weighed).sum(axis=1)).A1
        return (diags(1 / np.where(lengths > 0, lengths, 1)) @ weighed).tocsr()

    def scores(self, texts: list[str]) -> np.ndarray:
        """The score of every concept for every text."""
        return self.unit(self.counter.transform(texts), pieces=True) @ (self.weights / 1000) + self.biases / 1000

    def way_scores(self, texts: list[str], concepts: list[str]) -> np.ndarray:
        """The score of every polarity for every text, each with its concept."""
        nothing = np.zeros(len(POLARITIES))
        biases = np.array([self.way_biases.get(concept, nothing) for concept in concepts])
        return self.unit(self.counter.transform(texts), pieces=False) @ (self.ways / 1000) + biases / 1000
