"""How well a learner does on clauses that it has not learned from."""

import numpy as np
from learning import POLARITIES, Learner
from lessons import Clause


class Outcome:
    """Scores of clauses and concepts with the truth; what careful readers leave open is not among them."""

    def __init__(self) -> None:
        self.scores = np.empty(0)
        self.truths = np.empty(0, dtype=bool)
        self.taken = 0
        self.margins = np.empty(0)
        self.right_ways = np.empty(0, dtype=bool)

    @classmethod
    def of(cls, learner: Learner, clauses: list[Clause]) -> "Outcome":
        """The scores of these clauses."""
        outcome = cls()
        texts = [clause.text for clause in clauses]
        scores = learner.scores(texts)
        outcome.taken = sum(len(clause.taken) for clause in clauses)
        settled = np.array([[clause.settles(concept) for concept in learner.concepts] for clause in clauses])
        truths = np.array([[concept in clause.taken for concept in learner.concepts] for clause in clauses])
        outcome.scores, outcome.truths = scores[settled], truths[settled]
        pairs = learner.pairs(clauses)
        if pairs:
            ways = learner.way_scores([texts[row] for row, _, _ in pairs], [concept for _, concept, _ in pairs])
            best = np.array(POLARITIES)[np.argmax(ways, axis=1)]
            outcome.right_ways = best == np.array([polarity for _, _, polarity in pairs])
            ranked = np.sort(ways, axis=1)
            outcome.margins = ranked[:, -1] - ranked[:, -2]
        return outcome

    def __iadd__(self, other: "Outcome") -> "Outcome":
        self.taken += other.taken
        for name in ("scores", "truths", "margins", "right_ways"):
            setattr(self, name, np.concatenate([getattr(self, name), getattr(other, name)]))
        return self

    def at(self, precision: float) -> tuple[float, float]:
        """The greatest recall with that precision, and the score from which on it holds."""
        order = np.argsort(-self.scores, kind="stable")
        right = np.cumsum(self.truths[order])
        good = np.nonzero(right / np.arange(1, len(order) + 1) >= precision)[0]
        if not len(good):
            return 0.0, float("inf")
        return right[good[-1]] / max(self.taken, 1), float(self.scores[order][good[-1]])

    def __str__(self) -> str:
        recalls = "  ".join("{:.3f} ({:+.2f})".format(*self.at(precision)) for precision in (0.97, 0.95, 0.9, 0.8))
        sure = self.margins >= 0.5
        if not sure.any():
            return recalls
        return f"{recalls}  {self.right_ways.mean():.3f}  {self.right_ways[sure].mean():.3f} of {sure.mean():.2f}"
