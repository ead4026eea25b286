"""What a ledger made of many reports, held against what is known of them: their stories, copies and questions.

All of it is told from parsed ledger JSON, and as shares from 0 to 1.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Any

Pair = frozenset[str]
"""Two Document.ids."""


def stories_of(ledger: Mapping[str, Any]) -> dict[str, str]:
    """The story of each document; one that is in none is a story of its own."""
    return {row["id"]: row["story"] or row["id"] for row in ledger["documents"]}


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """The F1 over the documents of ``gold``; whatever is ``found`` with them counts against precision.

    Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998.
    """
    precision = recall = 0.0
    for id, story in gold.items():
        here = {other for other in found if found[other] == found[id]}
        there = {other for other in gold if gold[other] == story}
        precision += len(here & there) / len(here) / len(gold)
        recall += len(here & there) / len(there) / len(gold)
    return 2 * precision * recall / (precision + recall)


def pairs(groups: Iterable[Collection[str]]) -> set[Pair]:
    """Every two of a group."""
    return {frozenset(two) for group in groups for two in combinations(group, 2)}


def copies_of(ledger: Mapping[str, Any]) -> set[Pair]:
    """Every two documents that carry one account."""
    witnesses: dict[str, list[str]] = {}
    for row in ledger["documents"]:
        witnesses.setdefault(row["copy_of"] or row["id"], []).append(row["id"])
    return pairs(witnesses.values())


def pair_f1(found: Collection[Pair], gold: Collection[Pair], *, either_way: Collection[Pair] = ()) -> float:
    """The F1 of pairs; those that may be judged ``either_way`` count for nothing."""
    judged, known = set(found) - set(either_way), set(gold)
    return 2 * len(judged & known) / (len(judged) + len(known)) if judged or known else 1.0


def kept_apart(ledger: Mapping[str, Any], gold: Mapping[str, str]) -> float:
    """Of the questions that a document of ``gold`` answers, the share that no document from elsewhere answers too."""
    asked: dict[str, set[str | None]] = {}
    for figure in ledger["figures"]:
        if figure["question"] is not None:
            asked.setdefault(figure["question"], set()).add(gold.get(figure["document"]))
    ours = [stories for stories in asked.values() if stories != {None}]
    return sum(len(stories) == 1 for stories in ours) / len(ours) if ours else 0.0
