"""Turns what a rule cites into authorities: ``sendregs2014 reg 10(4)(a)`` is ``sendregs2014-reg10-4-a``."""

from __future__ import annotations

import re

from dsl import syntax as s
from dsl import tree as t
from dsl.names import Mistake, nearest
from dsl.vocabulary import Authority, Vocabulary

_PINPOINT = re.compile(r"([A-Za-z]+) ([0-9][0-9A-Za-z.]*)((?:\([0-9A-Za-z]+\))*)")
_PLURALS = {"ss": "s", "regs": "reg", "rr": "r", "arts": "art", "paras": "para"}


class Authorities:
    """What may be cited, by id."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the authorities and the instruments of a vocabulary."""
        self.by_id = {authority.id: authority for authority in vocabulary.authorities}
        self._folded = {id_.lower(): id_ for id_ in self.by_id}
        self._instruments = {instrument.id for instrument in vocabulary.instruments}
        self._parts: dict[str, list[str]] = {}
        for id_ in self.by_id:
            whole = id_.lower()
            for place, letter in enumerate(whole):
                if letter == "-":
                    self._parts.setdefault(whole[:place], []).append(id_)

    def cite(self, word: s.Word) -> t.Citation:
        """Return a citation with the authorities that stand for it. Raises Mistake if there are none."""
        instrument, _, pinpoint = word.text.partition(" ")
        wanted = [word.text.lower()] if not pinpoint else _ids(instrument, pinpoint)
        for id_ in wanted:
            if id_ in self._folded:
                return t.Citation(word.text, (self._folded[id_],))
        if pinpoint:
            for id_ in wanted:
                if id_ in self._parts:
                    return t.Citation(word.text, tuple(self._parts[id_]))
        if pinpoint and instrument not in self._instruments:
            near = nearest(instrument, self._instruments)
            raise Mistake(
                word.span,
                "INSTRUMENT-UNKNOWN",
                f"no instrument is called `{instrument}`",
                f"did you mean `{near}`?" if near else "",
            )
        near = nearest(wanted[0], self._folded)
        found = self.by_id[self._folded[near]] if near else None
        raise Mistake(
            word.span,
            "CITATION-UNKNOWN",
            f"no provision on file is `{word.text}`",
            f"the nearest is `{found.id}`, {found.citation}" if found else "",
        )

    def of(self, citation: t.Citation) -> tuple[Authority, ...]:
        """Return the authorities that stand for a citation."""
        return tuple(self.by_id[id_] for id_ in citation.authorities)


def _ids(instrument: str, pinpoint: str) -> list[str]:
    """Return the ids a pinpoint may have; a schedule's paragraph and a code's paragraph are given by number alone."""
    parts = _PINPOINT.findall(pinpoint)
    named, bare = [], []
    for kind, number, inner in parts:
        unit = _PLURALS.get(kind, kind)
        levels = [level for level in re.split(r"[()]+", inner) if level]
        named.append("-".join([f"{unit}{number}", *levels]))
        bare.append("-".join([number if unit == "para" else f"{unit}{number}", *levels]))
    ids = [f"{instrument}-{'-'.join(bare)}", f"{instrument}-{'-'.join(named)}"]
    return [id_.lower() for id_ in ids]
