"""Operands: a fact as a reason shows it."""

from __future__ import annotations

from checker.facts import Fact, State
from checker.findings import Operand
from checker.varied import made


def fact_operand(role: str, said: str, owner: str, pointer: str, fact: Fact) -> Operand:
    """Return the operand for ``fact``."""
    return made(
        Operand,
        role=role,
        said=said,
        owner=owner,
        pointer=pointer,
        state=fact.state,
        value=fact.versions[0].value if fact.state is State.KNOWN else None,
        place=fact.versions[0].place if fact.versions else fact.place,
        versions=tuple((v.value, v.place, v.said_by) for v in fact.versions) if fact.state is State.DISPUTED else (),
    )
