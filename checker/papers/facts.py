"""What letters tell, as facts: the matters found in them and the day they give for a reply.

A list of matters is never complete: what our reader did not find in a letter may stand
there in other words, so that it is undecided and never missing. The day a letter was sent
is not taken from its date: a dated letter is no proof that it went.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.facts import Fact, Origin, State, known, merged
from checker.papers.paper import Kind, Paper

_POINTERS = {
    "draft plan": "/draft_letter",
    "final plan": "/final_letter",
    "refusal to issue a plan": "/outcome_letter",
    "refusal to assess": "/consideration/refusal_letter",
}
_OF_AN_AMENDMENT = re.compile(r"\bamend", re.IGNORECASE)
"""A letter with an amended plan or a notice belongs to an amendment of the record, and which one it does not tell."""


def facts_of_papers(papers: Sequence[Paper], child: str = "") -> dict[str, Fact]:
    """Return the facts that the letters among ``papers`` give.

    Letters whose kind is not sure, and those that name a child other than ``child`` (if
    that is given), are left out. Two letters of a kind are joined; days that contradict
    are disputed.
    """
    facts: dict[str, Fact] = {}
    for paper in papers:
        base = _POINTERS.get(paper.recognised.of, "")
        if paper.recognised.kind is not Kind.LETTER or not paper.recognised.sure or not base:
            continue
        if _OF_AN_AMENDMENT.search(paper.recognised.place.words) or not _is_of(paper, child):
            continue
        found: dict[str, Fact] = {}
        if paper.told:
            matters = tuple(dict.fromkeys(told.matter for told in paper.told))
            found[f"{base}/matters"] = known(matters, paper.told[0].place, Origin.READ)
        reply = paper.details.get("reply_by")
        if reply is not None and reply.state is State.KNOWN:
            found[f"{base}/reply_by"] = reply
        for pointer, fact in found.items():
            facts[pointer] = merged(facts[pointer], fact) if pointer in facts else fact
    return facts


def _is_of(paper: Paper, child: str) -> bool:
    fact = paper.details.get("child")
    if fact is None or not fact.versions or not child:
        return True
    return bool(_words(str(fact.value)) & _words(child))


def _words(name: str) -> set[str]:
    return {word.strip(".,").casefold() for word in name.split()}
