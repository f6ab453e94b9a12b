"""What a person is asked: a card for each thing, a group where nothing points against, the missing dates.

One question for each thing, however many rules it would settle. Findings whose every
cause is that no file covers them are counted, not asked (part 3 of a report); a point met
on one reading is never asked of anyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from checker.disputes import Dispute
from checker.documents.events import EVENTS, EventKind
from checker.evaluation.alternatives import walk
from checker.evaluation.scope import PLAN_ROOTS
from checker.facts import Place, State
from checker.findings import Ask, Cause, Finding, MissingDate, Operand, Outcome, Standing, Truth, is_proposal
from checker.rulebook.library import Library

_ASKED = (Outcome.A_PERSON_MUST_DECIDE, Outcome.NOT_IN_THESE_FILES, Outcome.DISPUTED)
_MOST_SOUGHT = 3
_WHOLE_PLANS = ("plan", *PLAN_ROOTS)
_THE_WHOLE = "The plan as a whole"
_RANK = {Standing.AGAINST: 0, Standing.BOTH_WAYS: 1, Standing.NOTHING_TO_GO_ON: 3, Standing.NOTHING_AGAINST: 6}


def is_untested(finding: Finding) -> bool:
    """Tell whether a finding was not tested because no file covers what it needs (part 3)."""
    return finding.outcome is Outcome.NOT_IN_THESE_FILES and set(finding.causes) == {Cause.NOT_COVERED}


def asks_of(findings: Sequence[Finding], library: Library, disputes: Sequence[Dispute] = ()) -> tuple[Ask, ...]:
    """Return the asks of a check, ranked: what points against first, then by how many findings an answer settles."""
    asked = [
        f for f in findings if f.outcome in _ASKED and not is_untested(f) and not is_proposal(f) and not f.shown_inside
    ]
    cards: dict[str, list[Finding]] = {}
    groups: dict[tuple[str, str], list[Finding]] = {}
    record: list[Finding] = []
    against = {f.about.path for f in asked if f.about.path and f.standing in (Standing.AGAINST, Standing.BOTH_WAYS)}
    turning = {turn.finding: dispute for dispute in reversed(disputes) for turn in dispute.turns}
    of_dispute: dict[str, list[Finding]] = {}
    for finding in asked:
        if finding.outcome is Outcome.DISPUTED and finding.id in turning:
            of_dispute.setdefault(turning[finding.id].pointer, []).append(finding)
        elif finding.outcome is Outcome.NOT_IN_THESE_FILES and not finding.points_against:
            record.append(finding)
        elif _is_quiet(finding) and finding.about.path not in against:
            groups.setdefault((finding.judgements[0].name, str(finding.standing)), []).append(finding)
        else:
            cards.setdefault(finding.about.path or _plan_judged(finding) or finding.id, []).append(finding)
    found = [_card(group, library) for group in cards.values()]
    found += [_group(name, group, library) for (name, _), group in groups.items()]
    found += [_dispute(each, of_dispute[each.pointer]) for each in disputes if each.pointer in of_dispute]
    if record:
        found.append(_record(record))
    found.sort(key=lambda ask: (ask.rank, -len(ask.settles), ask.id))
    return tuple(found)


def _is_quiet(finding: Finding) -> bool:
    """Tell whether nothing points against: an open judgement, and no fact, date or law in doubt."""
    return (
        finding.outcome is Outcome.A_PERSON_MUST_DECIDE
        and finding.standing is Standing.NOTHING_AGAINST
        and len(finding.judgements) > 0
        and bool(finding.about.path)
    )


def _card(group: list[Finding], library: Library) -> Ask:
    lead = min(group, key=lambda f: (_RANK.get(f.standing or Standing.NOTHING_TO_GO_ON, 3), f.id))
    open_ones = [j for f in group for j in f.judgements if not j.answer]
    asked = dict.fromkeys(j.question for f in (lead, *group) for j in f.judgements if not j.answer)
    question = " ".join(asked) or _question(lead, library)
    of = "; ".join(dict.fromkeys(who for j in open_ones for who in j.decided_by)) or _who(lead)
    whole = "" if lead.about.path else _plan_judged(lead)
    label = lead.about.label or (_THE_WHOLE if whole and len(group) > 1 else lead.title)
    rank = 2 if lead.outcome is Outcome.DISPUTED else _RANK.get(lead.standing or Standing.NOTHING_TO_GO_ON, 3)
    if any(f.points_against for f in group):
        rank = 0
    return Ask(
        id=f"card:{_key(lead.about.path or whole) or lead.id}",
        kind="card",
        question=question,
        of=of,
        items=(label,),
        place=lead.about.place or _place(group),
        standing=lead.standing,
        settles=tuple(f.id for f in group),
        rank=rank,
    )


def _key(path: str) -> str:
    """Return the key of an item, with its list's name where the key is a number: every list has a first."""
    rest, _, key = path.rpartition("/")
    return f"{rest.rpartition('/')[2]}/{key}" if key.isdigit() else key


def _plan_judged(finding: Finding) -> str:
    """Return the plan document that an open judgement of a finding is about as a whole, or empty."""
    return next((j.about for j in finding.judgements if not j.answer and j.about.lstrip("/") in _WHOLE_PLANS), "")


def _group(name: str, group: list[Finding], library: Library) -> Ask:
    judgement = library.book.judgements[name]
    return Ask(
        id=f"group:{name}",
        kind="group",
        question=judgement.question,
        of="; ".join(judgement.decided_by),
        items=tuple(f.about.label for f in group),
        place=None,
        standing=group[0].standing,
        settles=tuple(f.id for f in group),
        rank=_RANK[Standing.NOTHING_AGAINST],
    )


def _dispute(dispute: Dispute, turning: Sequence[Finding]) -> Ask:
    """Return the question which of two versions is right: one question, however many findings turn on it."""
    who = [said_by for _, _, said_by in dispute.versions if said_by]
    return Ask(
        id=f"dispute:{dispute.pointer}",
        kind="dispute",
        question="",
        of="; ".join(dict.fromkeys(who)) or "those who gave the two versions",
        items=(_owned(dispute.said, dispute.owner),),
        place=None,
        standing=None,
        settles=tuple(each.id for each in turning),
        rank=0 if any(each.points_against for each in turning) else 2,
    )


def _record(record: list[Finding]) -> Ask:
    missing = {operand.pointer: operand for f in record for operand in silent_operands(f)}
    return Ask(
        id="dates:record",
        kind="dates",
        question="What does the record say of these?",
        of="the case record",
        items=tuple(dict.fromkeys(_named(operand) for operand in missing.values())),
        place=None,
        standing=None,
        settles=tuple(f.id for f in record),
        rank=5,
    )


def _named(operand: Operand) -> str:
    return _owned(operand.said, operand.owner)


def _owned(said: str, owner: str) -> str:
    return said if not owner or owner in said else f"{owner}: {said}"


def silent_operands(finding: Finding) -> tuple[Operand, ...]:
    """Return the facts whose silence leaves a finding undecided, each once."""
    roots = [root for root in (finding.trigger, finding.reason) if root is not None]
    if finding.trigger is not None and finding.trigger.truth is Truth.UNDECIDED:
        roots = [finding.trigger]
    roots += [each.reason for each in finding.exceptions if each.reason is not None and finding.points_against]
    found: dict[str, Operand] = {}
    for root in roots:
        for each in walk(root):
            if each.truth is not Truth.UNDECIDED:
                continue
            for operand in each.operands:
                if operand.pointer and operand.state in (State.NOT_STATED, State.NOT_COVERED, State.NOT_FOUND):
                    found.setdefault(operand.pointer, operand)
    return tuple(found.values())


def _question(finding: Finding, library: Library) -> str:
    guards = [g for g in finding.guards if library.book.guards[g.id].question]
    if guards:
        return library.book.guards[guards[0].id].question
    if finding.outcome is Outcome.DISPUTED:
        return "Two sources differ: which is right?"
    if Cause.NOT_FOUND in finding.causes:
        sought = dict.fromkeys(each.said for each in silent_operands(finding) if each.state is State.NOT_FOUND)
        if sought:
            first = " or ".join(list(sought)[:_MOST_SOUGHT])
            return f"We did not find {first} in these words: is it there?"
    reading = _open_reading(finding)
    if reading:
        return f"Which reading of the law is right: {reading}?"
    return ""


def _open_reading(finding: Finding) -> str:
    return next((each.choice for each in finding.readings if each.choice), "")


def _who(finding: Finding) -> str:
    if Cause.DISPUTED in finding.causes:
        return "those who gave the two versions"
    if Cause.NOT_FOUND in finding.causes:
        return "whoever knows the document"
    return "local authority"


def _place(group: Iterable[Finding]) -> Place | None:
    for finding in group:
        for root in (finding.reason, finding.trigger):
            for each in walk(root) if root else ():
                for operand in each.operands:
                    if operand.place is not None and operand.place.words:
                        return operand.place
    return None


def missing_dates(findings: Sequence[Finding]) -> tuple[MissingDate, ...]:
    """Return the events no file gives that would settle findings, most settling first."""
    settles: dict[str, list[str]] = {}
    for finding in findings:
        if finding.outcome is not Outcome.NOT_IN_THESE_FILES or is_proposal(finding):
            continue
        for operand in silent_operands(finding):
            settles.setdefault(operand.pointer, []).append(finding.id)
    found = [_missing(pointer, ids) for pointer, ids in settles.items()]
    kept = [each for each in found if each is not None]
    return tuple(sorted(kept, key=lambda each: (-len(each.settles), each.pointer)))


def _missing(pointer: str, settled: list[str]) -> MissingDate | None:
    steps = pointer.split("/")[1:]
    for shape, kind in _shapes().get(len(steps), ()):
        if all(a == b or a[0] in "{*" for a, b in zip(shape, steps, strict=True)):
            to = steps[-1] if kind.recipients else ""
            return MissingDate(kind.name, kind.title, to, pointer, tuple(settled))
    return None


@cache
def _shapes() -> Mapping[int, Sequence[tuple[tuple[str, ...], EventKind]]]:
    """Return the steps by which each kind of event is reached, in the order of the kinds, by how many they are."""
    shapes: dict[int, list[tuple[tuple[str, ...], EventKind]]] = {}
    for kind in EVENTS:
        for template in kind.pointers:
            shape = (*template.split("/")[1:], *(("*",) if kind.recipients else ()))
            shapes.setdefault(len(shape), []).append((shape, kind))
    return shapes
