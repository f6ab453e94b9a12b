"""Sentences on exceptions and guards: six ways an exception can bear on a point, each said differently."""

from __future__ import annotations

from checker.findings import ExceptionReport, ExceptionUse, Finding, Reason, Truth
from reports.sentences.facts import is_absent, silence
from reports.sentences.lasting import days_short
from reports.sentences.reasons import Judgements, Step, key_sentences, step
from reports.spans import Paragraph, Span, Text, at, cite, sentence, text, visible
from reports.words import AGAINST, FOR, OPEN, capital, counted, who_says

_CLAIMED = (ExceptionUse.RELIED_ON, ExceptionUse.FACTS_MISSING, ExceptionUse.NOT_MADE_OUT)


def citations(report: ExceptionReport) -> Paragraph:
    """Return the provisions of the exception: ``regulation 10(4)(a)``."""
    spans: list[Span] = []
    for index, citation in enumerate(report.citations):
        spans += ([Text("; ")] if index else []) + [cite(citation)]
    return tuple(spans) or (text(report.title),)


def missing_facts(reason: Reason | None) -> tuple[str, ...]:
    """Return what is missing from the reason of an exception, as ``… is not in these files``."""
    if reason is None:
        return ()
    own = (
        [silence(each, event=True) for each in reason.operands if is_absent(each)]
        if reason.truth is Truth.UNDECIDED
        else []
    )
    deeper = [told for part in reason.parts for told in missing_facts(part)]
    return tuple(dict.fromkeys(own + deeper))


def short_by(reason: Reason | None) -> int:
    """Return by how many days the exception falls short; 0 if that is not why."""
    if reason is None:
        return 0
    return max([days_short(reason), *(short_by(part) for part in reason.parts)])


def claimed(report: ExceptionReport) -> bool:
    """Say whether somebody relies on the exception."""
    return bool(report.claimed_by) or report.claimed_at is not None


def brief(report: ExceptionReport) -> Paragraph:
    """Return one sentence: the exception's provision, how it stands, and for one that failed, why."""
    provision = citations(report)
    who = f" by {who_says(report.claimed_by)}" if report.claimed_by else ""
    place = at(report.claimed_at)
    title = visible(report.title)
    match report.use:
        case ExceptionUse.RELIED_ON:
            state = report.reason.truth if report.reason is not None else Truth.TRUE
            tail = {
                Truth.TRUE: ", and its conditions are made out",
                Truth.FALSE: ", and its conditions are not made out",
                Truth.UNDECIDED: ", and whether it is made out is for a person to decide",
            }[state]
            subject = " is relied on" if claimed(report) else " applies on the facts read"
            if not claimed(report) and state is Truth.TRUE:
                tail = ""
            return sentence(provision, f" ({title}){subject}{who}", *place, tail)
        case ExceptionUse.NOT_NEEDED:
            return sentence(provision, f" ({title}) is not needed: the requirement is met without it")
        case ExceptionUse.OPEN_ON_THE_DATES:
            return sentence(provision, f" ({title}) is open on the dates; nobody has relied on it")
        case ExceptionUse.FACTS_MISSING:
            gaps = missing_facts(report.reason)
            tail = f"; {gaps[0]}" if gaps else "; facts it needs are not in these files"
            if not claimed(report):
                return sentence(provision, f" ({title}) is not claimed, and what was read does not settle it{tail}")
            return sentence(provision, f" ({title}) is relied on{who}", *place, tail)
        case ExceptionUse.NOT_MADE_OUT if not claimed(report):
            return sentence(provision, f" ({title}) does not apply on the facts read")
        case ExceptionUse.NOT_MADE_OUT:
            days = short_by(report.reason)
            tail = f": it is {counted(days, 'day')} short" if days else ""
            return sentence(provision, f" ({title}) is relied on{who}", *place, f", and is not made out{tail}")
        case ExceptionUse.NOT_CLAIMED:
            return sentence("no exception is recorded under ", provision, f" ({title})")


def detail(report: ExceptionReport, judgements: Judgements) -> Step:
    """Return the exception with every condition of it beneath."""
    parts: tuple[Step, ...] = ()
    if report.reason is not None and report.use is not ExceptionUse.NOT_CLAIMED:
        parts = (step(report.reason, judgements),)
    elif report.reason is not None:
        # Facts that go part of the way are listed, though nobody relied on them.
        parts = tuple(
            Step(told) for told in key_sentences(report.reason, judgements) if report.reason.truth is Truth.TRUE
        )
    return Step(brief(report), parts)


def _matters(report: ExceptionReport) -> bool:
    """Tell whether it belongs at the head of a point: claimed, or applying of itself."""
    return claimed(report) or report.use is ExceptionUse.RELIED_ON


def headline(finding: Finding) -> tuple[Paragraph, ...]:
    """Return the sentences on exceptions that belong at the head of a point."""
    if finding.outcome in FOR and not any(report.use is ExceptionUse.RELIED_ON for report in finding.exceptions):
        return ()
    heads = [brief(report) for report in finding.exceptions if report.use in _CLAIMED and _matters(report)]
    heads += [brief(report) for report in finding.exceptions if report.use is ExceptionUse.OPEN_ON_THE_DATES]
    if heads or not finding.exceptions or finding.outcome not in (*AGAINST, *OPEN):
        return tuple(heads[:2])
    if all(report.use is ExceptionUse.NOT_CLAIMED for report in finding.exceptions) and finding.outcome in AGAINST:
        return (sentence("no exception is recorded"),)
    return ()


def guard(report: ExceptionReport) -> Paragraph:
    """Return one sentence on a guard: a state of affairs in which the requirement is put another way."""
    title = capital(visible(report.title))
    truth = report.reason.truth if report.reason is not None else Truth.UNDECIDED
    told = {
        Truth.TRUE: "this is so, and the requirement is not put against anyone",
        Truth.FALSE: "this is not so",
        Truth.UNDECIDED: "what was read does not settle whether this is so",
    }[truth]
    gaps = missing_facts(report.reason)
    tail = f": {gaps[0]}" if truth is Truth.UNDECIDED and gaps else ""
    return sentence(f"{title}: {told}{tail} (", citations(report), ")")


def assumed(titles: tuple[str, ...]) -> Paragraph:
    """Return the one sentence on what is taken not to apply because no file says anything of it."""
    names = "; ".join(f"{title[:1].lower()}{title[1:]}" for title in map(visible, titles))
    return sentence(f"taken not to be so, because no file says anything of it: {names}")
