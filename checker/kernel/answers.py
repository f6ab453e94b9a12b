"""Judgements answered, as columns: who answered what, about which item, on which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from checker.case import Answer, CaseFile
from checker.evaluation.judgements import PREVAILS
from checker.kernel.codes import Column
from checker.kernel.values import EARLY, LATE, Texts, ordinal


@dataclass(frozen=True)
class Given:
    """The answers to one judgement, in the order of the cases.

    ``about`` is the label answered about, capitals apart; ``words`` the hash of the words
    judged, or -1, and ``worded`` whether those are given; ``rank`` the standing of who answered, the highest first.
    """

    case: Column
    about: Column
    words: Column
    worded: Column
    answer: Column
    rank: Column
    on: Column
    until: Column
    exception: Column


@dataclass(frozen=True)
class Answers:
    """The answers of some cases, by judgement."""

    by_judgement: Mapping[str, Given]


def read_answers(cases: Sequence[CaseFile], texts: Texts) -> Answers:
    """Return the answers of cases."""
    found: dict[str, list[tuple[int, ...]]] = {}
    for number, case in enumerate(cases):
        for answer in case.answers:
            found.setdefault(answer.judgement, []).append((number, *_row(answer, texts)))
    return Answers({name: _columns(rows) for name, rows in found.items()})


def _row(answer: Answer, texts: Texts) -> tuple[int, ...]:
    return (
        texts.add(answer.about.casefold()),
        texts.add(answer.words_sha256) if answer.words_sha256 else -1,
        int(bool(answer.words)),
        int(answer.answer),
        PREVAILS.index(answer.capacity),
        ordinal(answer.on, EARLY),
        ordinal(answer.until, LATE),
        texts.add(answer.exception),
    )


def _columns(rows: list[tuple[int, ...]]) -> Given:
    table = np.array(rows, dtype=np.int64)
    return Given(*(table[:, index] for index in range(9)))
