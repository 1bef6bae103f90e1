"""The file of the weights: Sources/Alerts/Weigh/WordWeights+Reading.swift says what stands in it."""

import numpy as np
from features import PIECE
from learning import POLARITIES, Learner, thousandths
from outcome import Outcome

TAKEN = 0.95
"""The precision, on clauses of writers not learned from, at which a sentence takes a measure."""
DOUBTED = -0.6
"""The score below which a concept's own words are not believed."""
ANCHORED = 0.995
"""The share of the clauses learned from in which enough anchors must stand."""
ANCHORS = 4
"""How many of them, so that one stands in a clause that was not learned from."""


def anchors(learner: Learner) -> list[str]:
    """Words of which one stands in nearly every clause that takes a measure, and in as few others as may be.

    Greedily, the word that stands in most clauses which still lack some, for each clause without a measure.
    """
    can_be = np.array([len(name) > 1 and " " not in name and not name.startswith(PIECE) for name in learner.names])
    takes = np.array([bool(clause.taken) for clause in learner.known])
    present = learner.present.tocsc()
    others = np.asarray(present[~takes].sum(axis=0)).ravel()
    lacking = np.where(takes, ANCHORS, 0)
    chosen: list[str] = []
    while (lacking > 0).sum() > (1 - ANCHORED) * takes.sum():
        gain = np.asarray(present[lacking > 0].sum(axis=0)).ravel() * can_be
        best = int(np.argmax(gain / (others + 3.0)))
        if gain[best] == 0:
            break
        chosen.append(str(learner.names[best]))
        can_be[best] = False
        lacking[present.indices[present.indptr[best] : present.indptr[best + 1]]] -= 1
    return chosen


def written(learner: Learner, unseen: Outcome) -> str:
    """The whole file."""
    _, taken = unseen.at(TAKEN) if unseen.taken else (0, -0.2)
    limits = f"{thousandths(np.float64(taken))}\t{thousandths(np.float64(DOUBTED))}"
    rows = [
        "# What the words of clauses weigh for each concept and polarity (docs/evaluation/weights.md). Made by",
        f"# scripts/learn/weights from {len(learner.known)} labelled clauses: do not edit; mend the lessons and learn again.",
        f"@language\t{learner.language}",
        "@anchors\t" + "\t".join(anchors(learner)),
        "@polarities\t" + "\t".join(POLARITIES),
    ]
    for concept, bias in zip(learner.concepts, learner.biases):
        ways = map(str, learner.way_biases.get(concept, ()))
        rows.append("\t".join(["@concept", concept, str(bias), limits, *ways]))
    columns = np.concatenate([learner.weights, learner.ways], axis=1)
    for row in np.argsort(learner.names):
        weights = [f"{column}:{columns[row, column]}" for column in np.nonzero(columns[row])[0]]
        rows.append("\t".join([str(learner.names[row]), str(learner.rarity[row]), *weights]))
    return "\n".join(rows) + "\n"
