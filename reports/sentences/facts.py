"""Sentences on one fact: its value, or which of six ways it is missing, each said differently."""

from __future__ import annotations

import re

from checker.facts import Days, State
from checker.findings import Operand
from reports.spans import Paragraph, Quote, Text, at, sentence, text, visible
from reports.words import labelled, listed, uncoded, value_spans, who_says

_CLAUSES = ("how ", "who ", "where ", "when ", "what ", "whether ", "why ", "which ")


def is_clause(said: str) -> bool:
    """Say whether ``said`` is a clause ("how often") and not a noun ("the amount")."""
    return said.startswith(_CLAUSES)


def thing(operand: Operand) -> str:
    """Return the fact as a noun phrase, with what it belongs to where its own words do not name that."""
    said, owner = visible(operand.said), labelled(operand.owner)
    if not said:
        return owner or "this"
    if not owner or owner.lower() in said.lower() or said.lower() in owner.lower():
        return said
    return f"{said} ({owner})" if not is_clause(said) else f"{said}, for {owner}"


def fact(operand: Operand, *, event: bool = False) -> Paragraph:
    """Return the sentence that says what is known of the operand, with its place.

    ``event`` is true of an act or a date of a record: a record that lacks it says nothing of
    it, where an entry of a document stands there empty.
    """
    match operand.state:
        case State.KNOWN:
            return _known(operand, event=event)
        case State.DISPUTED:
            return sentence("two versions are given of ", thing(operand), ": ", versions(operand))
        case _:
            return missing(operand, event=event)


def missing(operand: Operand, *, event: bool = False) -> Paragraph:
    """Return the sentence that says how a fact without a value is missing, with the place that was read."""
    told, colon, asked = silence(operand, event=event).partition(": is there ")
    return sentence(told, *at(operand.place), f"{colon}{asked}")


def silence(operand: Operand, *, event: bool = False) -> str:
    """Return, without a full stop, how a fact without a value is missing."""
    owner, said = labelled(operand.owner), visible(operand.said)
    says = "say" if is_clause(said) else "give"
    match operand.state:
        case State.NOT_STATED if event:
            return f"the record does not mention {thing(operand)}"
        case State.NOT_STATED:
            subject = owner or "the document"
            if not said or said in {owner, "the words"}:
                return f"{subject} was read and is empty"
            return f"{subject} does not {says} {said}: where it would stand was read, and it is not there"
        case State.NOT_FOUND if event:
            return f"we found no date for {thing(operand)} in the words we read: is there one?"
        case State.NOT_FOUND:
            what = f"nothing that says {said}" if is_clause(said) else f"no mention of {said}"
            return f"we found {what} in the words of {owner or 'the document'}: is there any?"
        case State.NOT_COVERED:
            return f"{thing(operand)} is not in these files: no file given covers it"
        case State.NOT_HAPPENED:
            return f"{thing(operand)} is recorded as not having happened"
        case State.NOT_APPLICABLE:
            return f"{thing(operand)} is marked as not applying"
        case _:
            return f"{thing(operand)} is disputed"


def is_absent(operand: Operand) -> bool:
    """Say whether the operand has neither a value nor rival values."""
    return operand.state not in {State.KNOWN, State.DISPUTED}


def versions(operand: Operand) -> Paragraph:
    """Return the rival values, each with who says it and where."""
    spans: list[Paragraph] = []
    for value, place, said_by in operand.versions:
        who: Paragraph = (text(f" according to {who_says(said_by)}"),) if said_by else ()
        spans.append((*value_spans(value, None), *who, *at(place)))
    result: Paragraph = ()
    for index, span in enumerate(spans):
        between = "" if not index else " or " if index == len(spans) - 1 else ", "
        result += (Text(between), *span)
    return result


_PLAIN = re.compile(r"(it|they|the SENCO|the parent or young person|a member of staff) (is|are|was|were) ")
"""A clause that can be denied in its own words: ``it is set out``, ``it is not set out``."""


def _known(operand: Operand, *, event: bool) -> Paragraph:
    owner, said = labelled(operand.owner), visible(operand.said)
    value = value_spans(operand.value, operand.place)
    place = () if any(isinstance(span, Quote) for span in value) else at(operand.place)
    if said.startswith("whether ") and isinstance(operand.value, bool):
        rest = said.removeprefix("whether ")
        if operand.value:
            return sentence(f"{owner}: " if owner else "", rest, *place)
        denied = _PLAIN.sub(r"\1 \2 not ", rest) if _PLAIN.match(rest) else f"the answer to “{said}” is no"
        return sentence(f"{owner}: " if owner else "", denied, *place)
    if is_clause(said):
        return sentence(f"{owner or 'the document'} says {said}: ", value, *place)
    if not said or said in {owner, "the words"}:
        return sentence(f"{owner or 'the words'}: ", value, *place)
    if operand.value == ():
        return sentence(f"{thing(operand)}: there is nothing there", *place)
    verb = "is" if not isinstance(operand.value, tuple) else "are"
    if isinstance(operand.value, Days) and operand.value == Days(None, None):
        return sentence(f"{thing(operand)} has happened, on a day no file gives", *place)
    if event:
        return sentence(f"{thing(operand)}: ", value, *place)
    owned = owner and thing(operand) != said
    return sentence(f"{owner}: {said} {verb} " if owned else f"{said} {verb} ", value, *place)


def together(operands: tuple[Operand, ...]) -> Paragraph:
    """Return one sentence on several facts of one thing that are missing in the same way."""
    first = operands[0]
    owner = visible(uncoded(first.owner)) or "the document"
    said = [visible(operand.said) for operand in operands]
    match first.state:
        case State.NOT_STATED:
            told = (
                f"{owner} does not give {listed(said, 'or')}: where they would stand was read, and they are not there"
            )
        case State.NOT_FOUND:
            told = f"we found nothing in the words of {owner} on {listed(said, 'or')}: is there any?"
        case State.NOT_COVERED:
            told = f"{listed(said)} ({owner}) are not in these files"
        case _:
            told = f"{owner}: {listed(said)} ({first.state.value})"
    before, colon, asked = told.partition(": is there ")
    return sentence(before, *at(first.place), f"{colon}{asked}")
