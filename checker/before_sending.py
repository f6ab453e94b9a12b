"""What to look at before a plan goes out: what was left in its file, names that may be another child's, and the days.

For a document that the files do not say was sent. Each reminder is a prompt to look, with
its places; only a setting named in a draft is a finding of its own, told here once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.case import CaseFile
from checker.clocks.periods import Length, last_day
from checker.facts import Days, Fact, Facts, Place, State
from checker.findings import AuthorityUsed, Finding, Outcome, Reason
from checker.left_in_file import Trace
from dsl.tree import Citation

SETTING_NAMED = "setting-named"
ANOTHER_NAME = "another-name"
ANSWER = Length(15, "days")
"""The time a family has at least to answer a draft, in calendar days, the day of service the first."""
_DRAFTS = ("/draft_plan", "/amendment_draft")
_WITH_AMENDMENT = {"/amendment_draft": "/notice/sending/family", "/amended_plan": "/final_plan/sending/family"}
_NO_SETTING = frozenset({"cfa2014-s38-5", "cfa2014-s38-5-a", "cfa2014-s38-5-b"})
_ANSWERED_UNDER = {"/draft_plan": "sendregs2014-reg13-1-a", "/amendment_draft": "sendregs2014-reg22-2-c"}
_FINAL_UNDER = {"/draft_plan": "sendregs2014-reg13-2", "/amendment_draft": "sendregs2014-reg22-3"}
_RELATED = (
    r"(?:step|half|foster)?-?(?:brother|sister|sibling|twin|cousin|mother|father|mum|mummy|dad|daddy|parent|carer"
    r"|grand\w+|nan|nana|gran|uncle|aunt|auntie|friend|mate|neighbour|dog|cat|pet|rabbit|pony|horse|teacher|tutor"
    r"|assistant|keyworker|worker|therapist|psychologist|nurse|doctor|senco|coach|director|toy|teddy)s?"
)
_NEAR_BEFORE, _NEAR_AFTER = 60, 40


@dataclass(frozen=True)
class Reminder:
    """One thing to look at.

    ``kind`` is a value of :class:`checker.left_in_file.Trace`, :data:`SETTING_NAMED` or
    :data:`ANOTHER_NAME`; ``names`` are the names or settings it is about. ``source`` is the
    provision, where there is one.
    """

    kind: str
    places: tuple[Place, ...]
    names: tuple[str, ...] = ()
    source: Citation | None = None


@dataclass(frozen=True)
class SendingDays:
    """The days of a draft.

    ``served`` is the day it was served, or the day of the check if it was not
    (``was_served`` tells); ``answer`` the day to which the family then has at least.
    ``final`` are the last days for the finalised plan, several where the clock can be read
    in several ways; ``serve_by`` the last day of service that leaves the family its time
    before the first of them.
    """

    served: date
    was_served: bool
    answer: date
    answer_source: Citation
    final: tuple[date, ...]
    final_source: Citation | None
    serve_by: date | None


@dataclass(frozen=True)
class BeforeSending:
    """Everything to look at before a document goes out."""

    reminders: tuple[Reminder, ...]
    days: SendingDays | None

    @property
    def sources(self) -> tuple[Citation, ...]:
        """The provisions cited."""
        cited = [each.source for each in self.reminders]
        cited += [self.days.answer_source, self.days.final_source] if self.days else []
        return tuple(each for each in cited if each is not None)


def before_sending(
    case: CaseFile, findings: Sequence[Finding], as_at: date, authorities: Mapping[str, AuthorityUsed]
) -> BeforeSending | None:
    """Return what to look at before the document under test goes out; None if there is nothing, or it has gone.

    Of a draft that was served only the days are told, while the plan is not final.
    """
    root = case.under_test
    if not root:
        return None
    served = _sent(case.facts, root, as_at)
    if root not in _DRAFTS and (served is not None or _is_issued(case.facts, root, as_at)):
        return None
    days = _days(case, findings, as_at, authorities, served)
    reminders = () if served is not None else tuple(_reminders(case, findings, authorities))
    return BeforeSending(reminders, days) if reminders or days is not None else None


def _sent(facts: Facts, root: str, as_at: date) -> date | None:
    """Return the day a document was served on the family or sent to it, up to the day of the check."""
    pointers = [f"{root}/service/family", f"{root}/sending/family"]
    if root in _WITH_AMENDMENT:
        act = _WITH_AMENDMENT[root]
        pointers += [each for each in facts if each.startswith("/amendments/") and each.endswith(act)]
    days = [day for each in pointers if (day := _day_of(facts.get(each))) is not None and day <= as_at]
    return days[0] if days else None


def _day_of(fact: Fact | None) -> date | None:
    if fact is None or fact.state is not State.KNOWN or not isinstance(fact.value, Days):
        return None
    return fact.value.last or fact.value.first


def _is_issued(facts: Facts, root: str, as_at: date) -> bool:
    """Return whether a plan that is no draft bears a day that has come, and nothing says that it was not sent."""
    sending = facts.get(f"{root}/sending/family")
    if sending is not None and sending.state is State.NOT_HAPPENED:
        return False
    issued = _day_of(facts.get(f"{root}/issue"))
    return issued is not None and issued <= as_at


def _reminders(
    case: CaseFile, findings: Sequence[Finding], authorities: Mapping[str, AuthorityUsed]
) -> Iterator[Reminder]:
    named = [
        each
        for each in findings
        if each.outcome is Outcome.NOT_MET and _NO_SETTING.intersection(each.source.authorities)
    ]
    if named:
        yield _setting_named(case, named, authorities)
    for name, places in sorted(_other_names(case).items()):
        yield Reminder(ANOTHER_NAME, tuple(places), (name,))
    for trace in Trace:
        left = tuple(each.place for each in case.left if each.trace is trace)
        if left:
            yield Reminder(trace.value, left)


def _setting_named(case: CaseFile, findings: Sequence[Finding], authorities: Mapping[str, AuthorityUsed]) -> Reminder:
    stated = [
        fact
        for pointer, fact in case.facts.items()
        if pointer.startswith(f"{case.under_test}/section_i/")
        and pointer.endswith(("/name", "/type"))
        and fact.state is State.KNOWN
        and fact.where is not None
    ]
    places = tuple(fact.where for fact in stated if fact.where is not None)
    told = next((place for each in findings if (place := each.about.place) is not None), None)
    under = _citation(findings[0].source.authorities[0], authorities) or findings[0].source
    return Reminder(
        SETTING_NAMED, places or ((told,) if told else ()), tuple(dict.fromkeys(str(f.value) for f in stated)), under
    )


def _citation(authority: str, authorities: Mapping[str, AuthorityUsed]) -> Citation | None:
    used = authorities.get(authority)
    return Citation(used.citation, (authority,)) if used is not None else None


def _other_names(case: CaseFile) -> dict[str, list[Place]]:
    """Return the first names that stand as the child's would and that nothing in the files accounts for."""
    base = f"{case.under_test}/name_mentions"
    found: dict[str, list[Place]] = {}
    for pointer, fact in case.facts.items():
        named = pointer.startswith(f"{base}/") and pointer.endswith("/name") and fact.state is State.KNOWN
        if named and fact.where is not None:
            found.setdefault(str(fact.value), []).append(fact.where)
    if not found:
        return {}
    accounted = _accounted_for(case)
    texts = [str(fact.value) for pointer, fact in case.facts.items() if _is_wording(pointer, fact, case.under_test)]
    return {
        name: places
        for name, places in found.items()
        if name.casefold() not in accounted and not _is_introduced(name, texts)
    }


def _is_wording(pointer: str, fact: Fact, root: str) -> bool:
    return pointer.startswith(f"{root}/section_") and pointer.endswith("/wording") and fact.state is State.KNOWN


def _accounted_for(case: CaseFile) -> frozenset[str]:
    """Return the names of whoever wrote, signed, was present or gives a place its name, in small letters."""
    ends = ("/author", "/role", "/giver", "/who", "/setting", "/present_setting", "/signed_by", "/deliverer")
    words = [
        str(fact.value)
        for pointer, fact in case.facts.items()
        if fact.state is State.KNOWN
        and (
            pointer.endswith(ends)
            or ("/section_k/" in pointer and pointer.endswith("/wording"))
            or ("/section_i/" in pointer and pointer.endswith("/name"))
            or pointer.startswith("/parties/")
        )
    ]
    for paper in case.papers:
        for detail in ("author", "role", "organisation", "recipient", "present", "child"):
            fact = paper.details.get(detail)
            if fact is not None and fact.versions:
                words.append(" ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value))
    return frozenset(word.casefold() for each in words for word in re.findall(r"[^\W\d_]+", each))


def _is_introduced(name: str, texts: Iterable[str]) -> bool:
    """Return whether the plan itself says who somebody is: a brother, a friend, a dog, a member of staff."""
    near = re.compile(
        rf"\b{_RELATED}\b[^.!?\n]{{0,{_NEAR_BEFORE}}}\b{re.escape(name)}\b"
        rf"|\b{re.escape(name)}\b[^.!?\n]{{0,{_NEAR_AFTER}}}\b{_RELATED}\b",
        re.IGNORECASE,
    )
    return any(name in text and near.search(text) for text in texts)


def _days(
    case: CaseFile,
    findings: Sequence[Finding],
    as_at: date,
    authorities: Mapping[str, AuthorityUsed],
    served: date | None,
) -> SendingDays | None:
    root = case.under_test
    source = _citation(_ANSWERED_UNDER.get(root, ""), authorities)
    if source is None:
        return None
    under = _FINAL_UNDER[root]
    final = sorted({day for each in findings if under in each.source.authorities for day in _still_due(each)})
    if served is not None and not final:
        return None
    day = served or as_at
    return SendingDays(
        served=day,
        was_served=served is not None,
        answer=last_day(ANSWER, day, start_counts=True).adopted,
        answer_source=source,
        final=tuple(final),
        final_source=_citation(under, authorities) if final else None,
        serve_by=final[0] - timedelta(days=ANSWER.n - 1) if final else None,
    )


def _still_due(finding: Finding) -> Iterator[date]:
    """Yield the last days of acts that have not happened."""
    if finding.outcome in (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK, Outcome.REQUIREMENT_MET):
        return
    for reason in (finding.reason, *(line.reason for line in finding.lines)):
        yield from _last_days(reason) if reason is not None else ()


def _last_days(reason: Reason) -> Iterator[date]:
    roles = {each.role: each for each in reason.operands}
    act = roles.get("act")
    if act is not None and act.state in (State.NOT_HAPPENED, State.NOT_STATED, State.NOT_COVERED):
        for role in ("last_day", "other_last_day"):
            value = roles[role].value if role in roles else None
            if isinstance(value, Days) and value.known_day is not None:
                yield value.known_day
            elif isinstance(value, date):
                yield value
    for part in reason.parts:
        yield from _last_days(part)
