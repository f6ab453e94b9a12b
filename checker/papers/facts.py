"""What letters tell, as facts: the matters found in them and the day they give for a reply.

A rule takes a matter that is not in the list for one the letter does not tell. What our
reader did not find may stand in the letter in other words: so the list is given only where
every matter the law asks of that letter was found, and is else *not found*, which a person
must decide with the letter beside them. The day a letter was sent
is not taken from its date: a dated letter is no proof that it went.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.facts import Fact, Origin, State, absent, known, merged
from checker.papers.paper import Kind, Paper

_POINTERS = {
    "draft plan": "/draft_letter",
    "final plan": "/final_letter",
    "refusal to issue a plan": "/outcome_letter",
    "refusal to assess": "/consideration/refusal_letter",
}
_APPEAL = frozenset(("right_of_appeal", "time_to_appeal", "mediation", "help_available"))
ASKED_OF: Mapping[str, frozenset[str]] = {
    "/draft_letter": frozenset(("representations", "meeting", "request_a_setting", "settings_information")),
    "/final_letter": _APPEAL | {"recommendations_power"},
    "/outcome_letter": _APPEAL
    | {"recommendations_power", "reasons", "outcome_of_assessment", "whether_a_plan_is_proposed"},
    "/consideration/refusal_letter": _APPEAL | {"reasons", "no_assessment_follows"},
}
"""What rules ask letters to tell: cfa2014 ss 36(5), 36(9) and 38(2); sendregs2014 regs 5(3), 10(3), 13(1), 14(2)."""
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
            place = paper.told[0].place
            whole = ASKED_OF[base] <= set(matters)
            found[f"{base}/matters"] = known(matters, place, Origin.READ) if whole else absent(State.NOT_FOUND, place)
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
