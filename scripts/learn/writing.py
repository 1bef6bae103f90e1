"""The file of the weights: Sources/Alerts/Weigh/WordWeights+Reading.swift says what stands in it."""

import numpy as np
from features import PIECE
from learning import POLARITIES, WITHOUT_POLARITY, Learner, thousandths
from outcome import Outcome
from real import lines_with
from scipy.sparse import csr_matrix

TAKEN = 0.95
"""The precision, on clauses of writers not learned from, at which a sentence takes a measure."""
DEMANDS = {
    "source-code-disclosure",
    "encryption-key-decryption",
    "backdoor-technical-interface",
    "data-localisation",
    "technology-transfer-as-condition",
}
"""Their alerts point away from a commitment, so a false one costs most: they need a score of 0."""
DOUBTED = -0.8
"""The score below which a concept's own words are not believed."""
ANCHORED = 0.99
"""The share of the clauses learned from in which enough anchors must stand."""
LINES_PER_CLAUSE = 10
"""How many lines of the corpus count as much as one clause without a measure."""
SPEAKS = 1.0
"""What a word adds to the sum of a concept at least, to be an anchor for it."""
ANCHORS = 2
"""How many of them, so that one stands in a clause that was not learned from."""


def anchors(learner: Learner) -> list[str]:
    """Words of which one stands in nearly every clause that takes a measure, and in as few others as may be.

    Only words that speak for the measure count; a fine needs none, as it is seldom found by its own words alone. Greedily,
    the word that stands in most clauses which still lack some, for each clause without a measure and each line of law.
    """
    is_whole = np.array([len(name) > 1 and " " not in name and not name.startswith(PIECE) for name in learner.names])
    speaks = csr_matrix((learner.weights.T * learner.rarity / 1e6 >= SPEAKS) & is_whole)
    column_of = {name: column for column, name in enumerate(learner.concepts)}
    pairs = [
        (row, column_of[name])
        for row, clause in enumerate(learner.known)
        for name in clause.taken
        if name in column_of and name not in WITHOUT_POLARITY
    ]
    rows, columns = map(list, zip(*pairs))
    stands = learner.present[rows].multiply(speaks[columns]).tocsc()
    takes = np.array([bool(clause.taken) for clause in learner.known])
    cost = np.asarray(learner.present[~takes].sum(axis=0)).ravel() + 3.0
    if learner.language == "zh":
        cost += lines_with(list(learner.names)) / LINES_PER_CLAUSE
    lacking = np.full(len(pairs), ANCHORS)
    can_be = np.ones(len(learner.names))
    chosen: list[str] = []
    while (lacking > 0).sum() > (1 - ANCHORED) * len(pairs):
        gain = np.asarray(stands[lacking > 0].sum(axis=0)).ravel() * can_be
        best = int(np.argmax(gain / cost))
        if gain[best] == 0:
            break
        chosen.append(str(learner.names[best]))
        can_be[best] = 0
        lacking[stands.indices[stands.indptr[best] : stands.indptr[best + 1]]] -= 1
    return chosen


def written(learner: Learner, unseen: Outcome) -> str:
    """The whole file."""
    _, taken = unseen.at(TAKEN)
    rows = [
        "# What the words of clauses weigh for each concept and polarity (docs/evaluation/weights.md). Made by",
        f"# scripts/learn/weights from {len(learner.known)} labelled clauses: do not edit; mend the lessons and learn again.",
        f"@language\t{learner.language}",
        "@anchors\t" + "\t".join(anchors(learner)),
        "@polarities\t" + "\t".join(POLARITIES),
    ]
    for concept, bias in zip(learner.concepts, learner.biases):
        ways = map(str, learner.way_biases.get(concept, ()))
        least = max(taken, 0.0) if concept in DEMANDS else taken
        limits = [str(thousandths(np.float64(limit))) for limit in (least, DOUBTED)]
        rows.append("\t".join(["@concept", concept, str(bias), *limits, *ways]))
    columns = np.concatenate([learner.weights, learner.ways], axis=1)
    for row in np.argsort(learner.names):
        weights = [f"{column}:{columns[row, column]}" for column in np.nonzero(columns[row])[0]]
        rows.append("\t".join([str(learner.names[row]), str(learner.rarity[row]), *weights]))
    return "\n".join(rows) + "\n"
