"""Judgements over columns: which answers count, for every item asked about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.evaluation.judgements import PREVAILS
from checker.kernel.answers import Given
from checker.kernel.codes import DISPUTED, FALSE, JUDGEMENT, KNOWN, TRUE, UNDECIDED, Column
from checker.kernel.frame import Frame
from checker.kernel.held import Held, held
from checker.kernel.paths import ROOT
from checker.kernel.values import A_TEXT, LATE
from checker.wording.same_words import words_sha256
from dsl.tree import Judged, Ref

_NO_WORDS = -2
"""Where no words stand: no text has this number, and -1 is a text that no answer gives."""


@dataclass(frozen=True)
class _Pairs:
    """Each row beside each answer of its case to one judgement."""

    row: Column
    answer: Column


def judged(node: Judged, frame: Frame) -> Held:
    """Return whether a thing was judged as wanted; unanswered, it is a question."""
    place = frame.place(node.subject)
    says = place != ROOT
    if frame.assume_judged:
        return held(np.full(frame.rows, TRUE), 0, says, "judged")
    given = frame.store.answers.by_judgement.get(node.judgement)
    if given is None:
        return held(np.full(frame.rows, UNDECIDED), JUDGEMENT, kind="judged")
    yes, no = _answered(given, node.subject, place, frame)
    wanted, unwanted = (yes, no) if node.wanted else (no, yes)
    truth = np.where(wanted & ~unwanted, TRUE, np.where(unwanted & ~wanted, FALSE, UNDECIDED))
    # A question nobody has answered says nothing, however much is known of the item it is about.
    return held(truth, np.where(yes & no, DISPUTED, JUDGEMENT), says & (truth != UNDECIDED), "judged")


def _answered(given: Given, subject: Ref, place: Column, frame: Frame) -> tuple[Column, Column]:
    """Return where the answers that prevail say yes, and where they say no."""
    pairs = _pairs(given, frame)
    counted = _counts(given, pairs, subject, place, frame)
    row, answer = pairs.row[counted], pairs.answer[counted]
    highest = np.full(frame.rows, len(PREVAILS))
    np.minimum.at(highest, row, given.rank[answer])
    prevails = given.rank[answer] == highest[row]
    yes, no = np.zeros(frame.rows, dtype=bool), np.zeros(frame.rows, dtype=bool)
    said_yes = given.answer[answer] == 1
    yes[row[prevails & said_yes]] = True
    no[row[prevails & ~said_yes]] = True
    return yes, no


def _pairs(given: Given, frame: Frame) -> _Pairs:
    first = np.searchsorted(given.case, frame.case, side="left")
    count = np.searchsorted(given.case, frame.case, side="right") - first
    row = np.repeat(np.arange(frame.rows), count)
    offset = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    return _Pairs(row, np.repeat(first, count) + offset)


def _counts(given: Given, pairs: _Pairs, subject: Ref, place: Column, frame: Frame) -> Column:
    """Tell which answers count: given by the day of the check, of this item, on these words, not expired."""
    row, answer = pairs.row, pairs.answer
    as_at = frame.as_at[row]
    counts: Column = (given.on[answer] <= as_at) & ((given.until[answer] == LATE) | (given.until[answer] >= as_at))
    if frame.exception:
        texts = frame.store.texts
        named = [texts.one(each) for each in ("", frame.exception, f"{frame.exception}/{frame.rule}")]
        counts &= np.isin(given.exception[answer], [each for each in named if each >= 0])
    now = _words_now(place, frame)[row]
    same_words = (given.words[answer] >= 0) & (given.words[answer] == now)
    counts &= same_words | (given.about[answer] == _labels(subject, frame)[row])
    # An answer attaches to the words: changed words lapse it. What has no words is judged without any.
    without = (given.worded[answer] == 0) & (now == _NO_WORDS)
    counts &= (given.words[answer] < 0) | same_words | without
    return counts


def _labels(subject: Ref, frame: Frame) -> Column:
    """Return the label a row is answered about, capitals apart."""
    texts = frame.store.texts
    if not subject.base or subject.steps:
        return np.full(frame.rows, texts.one(""), dtype=np.int32)
    label = frame.bindings[subject.base].label
    different, which = np.unique(label, return_inverse=True)
    folded = np.array(
        [texts.one(texts.all[each].casefold()) if each >= 0 else -2 for each in different], dtype=np.int32
    )
    found: Column = folded[which] if len(folded) else label
    return found


def _words_now(place: Column, frame: Frame) -> Column:
    """Return the hash of the words that stand at each place now."""
    values = frame.store.values
    rows = frame.said_at(frame.store.paths.child(place, "wording"))
    different, which = np.unique(rows, return_inverse=True)
    texts = frame.store.texts
    hashes = [
        texts.one(words_sha256(texts.all[values.text[row]]))
        if values.state[row] == KNOWN and values.kind[row] == A_TEXT
        else _NO_WORDS
        for row in different
    ]
    found: Column = np.array(hashes, dtype=np.int32)[which] if len(different) else rows
    return found
