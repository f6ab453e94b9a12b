"""What a file is, told from its title, its headings, its letterhead and its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.facts import Place
from checker.intake.blocks import Document
from checker.intake.plan.overview import overview_of
from checker.intake.plan.subheadings import is_plan_title
from checker.papers.lines import Grid, Label, Line, Part, lines_of, parts_of
from checker.papers.paper import ADVICE, Kind, Recognised
from checker.papers.unlabelled import CLOSING

_HEAD = 14
_TAIL = 12
_ENOUGH_SECTIONS = 5
_ENOUGH_TITLES = 7
_LONGEST_TITLE = 24
_LONGEST_ROLE = 8

_MINUTES = re.compile(
    (
        r"\bminutes\b|\bpanel (?:notes|decisions?|record|meeting|case sheets?)|(?:record|notes?"
        r"|decisions) "
        r"of (?:the )?.{0,60}panel"
    ),
    re.IGNORECASE,
)
_PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)
_REVIEW = re.compile(
    (
        r"\b(?:annual|early|interim|emergency|phase transfer|transfer|transition|six.month(?:ly)?) "
        r"review\b|\b(?:ehcp?|plan) review\b|\breview (?:report|form|meeting|record)\b"
        r"|\b(?:report|record|notes) of (?:the |an |a )?.{0,30}review\b|\breview of (?:the |an "
        r"|a )?(?:education|ehc|plan)"
    ),
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"dear\b.{2,70}", re.IGNORECASE)
_CLOSE = re.compile(rf"{CLOSING}\b.*", re.IGNORECASE)
_ADVICE = re.compile(
    r"\badvice\b|\breport\b|\bassessment\b|\bappendix\b|\bcontribution\b|\bstatement\b|\bviews\b", re.IGNORECASE
)
_ADVICE_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in zip(
        ADVICE,
        (
            r"psycholog\w+",
            r"speech,? (?:and|&) language|\bslt\b|\bsalt\b|speech therap\w+",
            r"occupational therap\w+|\bot (?:report|advice|assessment)\b",
            r"physiotherap\w+",
            (
                r"paediatric(?:ian|s)?\b(?! (?:occupational|speech|physio))|\bmedical\b|\bconsultant\b|community "
                r"child health|health advice|nurs(?:e|ing) (?:report|advice)|\bcamhs\b|psychiatr\w+"
            ),
            r"social care|social work(?:er)?\b|children's services|early help|disabled children",
            (
                r"(?:school|setting|nursery|college|head ?teacher|senco|education(?:al)?)(?:'s)?(?: "
                r"setting)? (?:advice|report|information|contribution)|(?:advice|report|information"
                r"|contribution) (?:from|by) (?:the )?(?:school|setting|nursery|college|head|current)|\bsendco?\b"
                r"|\bsenco\b|head ?teacher|pre-?school|class teacher"
            ),
            (
                r"teacher of the deaf|hearing (?:impairment|support|loss|impaired)|qualified teacher "
                r"of (?:the )?deaf|\bdeaf\b|sensory support service \(hearing"
            ),
            r"vision (?:impairment|support)|visual(?:ly)? impair\w+|\bqtvi\b|sight\b",
            (
                r"parent(?:s|al)?(?:'s?)? (?:views?|advice|contribution|statement|report|information)|(?:views?"
                r"|advice|contribution) (?:of|from) (?:the |my |our )?(?:parents?|family|mother|father)|our views"
                r"|family (?:views|contribution)|\b(?:mother|father|mum|dad|parents?|carers?)\b"
            ),
        ),
        strict=True,
    )
)
_NOT = r"(?:not|unable|refus\w+|declin\w+)"
_PLAN = (
    r"(?:an? |the |your |his |her |their |this |draft |final )*(?:education,? health,? "
    r"and (?:social )?care plan|ehc ?plan|ehcp|plan)\b"
)
_ASSESS = (
    r"(?:assess\b|(?:carry out|undertake|conduct|make|start|begin|proceed with|secure"
    r"|do)\b.{0,60}\bassessment|.{0,30}\bneeds assessment)"
)
_LETTER_KINDS: tuple[tuple[str, re.Pattern[str], int], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), weight)
    for kind, pattern, weight in (
        (
            "refusal to assess",
            (
                rf"\b(?:will|do|does|has|have|had|decided|decision|agreed|is|are)\b[^.]{{0,60}}\b{_NOT}\b(?: "
                rf"to)?(?: be)? ?{_ASSESS}|\bno (?:ehc |education, health and care )?needs assessment\b|refusal to "
                rf"assess|not (?:be )?(?:assessed|necessary to (?:assess|carry out))"
                r"|\brefusal of (?:(?:a|an|the|your|request|for|ehc|education, health and care|needs) )*assessment\b"
                r"|\bassessment (?:is|was|would) not (?:be )?(?:required|necessary|needed|justified|appropriate)\b"
            ),
            10,
        ),
        (
            "refusal to issue a plan",
            (
                rf"\b{_NOT}\b(?: to| be| been| necessary| needed| proposing)*[^.]{{0,30}}\b(?:issu|mak|prepar|writ"
                rf"|produc|draw)\w*\b[^.]{{0,40}}{_PLAN}|{_PLAN} (?:is|will) not (?:be )?(?:necessary|needed|made"
                rf"|issued|prepared)|refusal to (?:issue|make)|\bno plan (?:is|will|should)\b|not (?:necessary"
                rf"|need)[^.]{{0,60}}{_PLAN}|\bdecided against (?:issuing|making|preparing)\b[^.]{{0,20}}{_PLAN}"
                rf"|\bnot necessary for (?:special educational )?provision to be made\b[^.]{{0,40}}{_PLAN}"
                rf"|\bassessment\b[^.]{{0,20}}[:–-]\s*no plan\b"
            ),
            10,
        ),
        (
            "review decision",
            (
                r"\bannual review\b|\breview meeting\b|cease to maintain|\b(?:amend|maintain|continue|cease)\b"
                r"[^.]{0,40}\bplan\b[^.]{0,40}\b(?:following|after)\b|review of [^.]{0,40}\bplan\b|(?:following"
                r"|after) (?:the |your |his |her )?[^.]{0,30}review"
                r"|\b(?:end|cease) (?:the|your|his|her|\w+['’]s) (?:ehc )?plan\b"
                r"|\bplan will (?:not )?(?:be (?:amended|maintained|ended)|cease|end)\b"
            ),
            4,
        ),
        (
            "reply to consultation",
            (
                r"(?:your|the) (?:consultation|letter of consultation)\b|thank you for (?:your )?consult\w+"
                r"|response to (?:the|your) consultation|consulting (?:us|the school|our)|\b(?:we|the school|the "
                r"college|the academy)\b[^.]{0,30}\b(?:can|could|cannot|could not|unable to|are able to|would not "
                r"be able to)\b[^.]{0,20} meet\b"
            ),
            5,
        ),
        (
            "reply to consultation",
            (
                r"(?<!whether )(?<!if )\b(?:we|i|school|college|academy|nursery|setting)\b[^.?]{0,30}\b(?:is|are"
                r"|am) (?:not )?able to meet"
                r"|(?:are|is) unable to meet|\b(?:cannot|can not) meet (?:his|her|their|\w+['’]s)\b"
            ),
            14,
        ),
        (
            "consultation",
            (
                r"\bconsult(?:ing|ation|ed)?\b[^.]{0,80}\b(?:school|college|setting|governing|you|naming|named"
                r"|section 38|section 40)|considering (?:naming|your school)|name (?:your|the) (?:school|college"
                r"|setting)|can meet (?:the |his |her |\w+'s )?needs\?"
            ),
            4,
        ),
        (
            "request for advice",
            (
                r"(?:request(?:ing)?|asking|ask|seek(?:ing)?|provide|send|need|want|writ\w+)\b"
                r"[^.]{0,80}\b(?:for )?(?:your |written )?(?:advice|advice and information)\b"
                r"|advice (?:is )?(?:needed|required|requested|due)|your advice (?:should|must|by|within)"
            ),
            4,
        ),
        (
            "decision to assess",
            (
                rf"\b(?:will|has|have|decided|agreed|decision|going)\b(?! not)[^.]{{0,40}}\bto {_ASSESS}"
                rf"|\bwill (?:now )?{_ASSESS}|\bagreed to (?:your request|assess)|decision to (?:assess|carry out)"
            ),
            10,
        ),
        (
            "final plan",
            (
                r"\bfinal(?:ised|ized)? (?:amended )?(?:version of (?:the|your|his|her) )?(?:education|ehc"
                r"|e\.?h\.?c|plan)|\bamended final\b|plan (?:is now|has (?:now )?been) (?:final|made final"
                r"|finalised|issued)"
            ),
            4,
        ),
        (
            "draft plan",
            (
                r"\bdraft (?:amended )?(?:education|ehc|plan)|\bproposed (?:ehc |education, health and "
                r"care )?plan\b|draft of (?:the|an|your)|amendment notice|proposed amendments|notice "
                r"of (?:proposed )?amend\w+"
            ),
            4,
        ),
    )
)
_SUBJECT = 3


def recognise(document: Document) -> Recognised:
    """Return what a document is, and the words it was told by."""
    parts = parts_of(document)
    lines = [line for part in parts for line in lines_of(part)]
    if not lines:
        return Recognised(Kind.OTHER, "", Place(document.name), sure=False)
    running = [Line(p.text, p.place) for p in document.headers if p.text.strip()]
    head = [*lines[:_HEAD], *running]
    titles = [line for line in head if len(line.text.split()) <= _LONGEST_TITLE]
    greeted = next((line for line in lines[:30] if _SALUTATION.fullmatch(line.text)), None)
    overview = overview_of(document.blocks)
    first = lines[0]
    if greeted is None:
        minutes = _first(titles, _MINUTES)
        if minutes and any(_PANEL.search(line.text) for line in titles):
            return Recognised(Kind.MINUTES, "", minutes.place, sure=True)
        review = _first(titles, _REVIEW)
        is_plan = any(is_plan_title(line.text) and not _REVIEW.search(line.text) for line in titles[:6])
        if review and not is_plan:
            return Recognised(Kind.REVIEW, "", review.place, sure=True)
    sections = len(overview.lettered), len(overview.titled | overview.lettered)
    if sections[0] >= _ENOUGH_SECTIONS or sections[1] >= _ENOUGH_TITLES:
        plan = next((line for line in head if is_plan_title(line.text)), first)
        return Recognised(Kind.PLAN, "", plan.place, sure=True)
    if greeted is not None:
        return _letter(document, lines, parts, greeted)
    return _advice(document, lines, titles, parts)


def _letter(document: Document, lines: Sequence[Line], parts: Sequence[Part], greeted: Line) -> Recognised:
    of, place, score = _letter_kind(lines, greeted)
    clinical = _advice_kind(lines, parts)
    titled = any(_REPORTS.search(line.text) for line in lines[:_HEAD])
    if (titled and clinical[0]) or (_is_signed_by_a_clinician(lines) and _advises(lines)):
        return Recognised(
            Kind.ADVICE, clinical[0], clinical[1] or greeted.place, sure=(titled and bool(clinical[0])) or score < _SURE
        )
    if clinical[0] and clinical[0] not in ("school", "parents") and _advises(lines) and score < _SURE:
        return Recognised(Kind.ADVICE, clinical[0], clinical[1] or greeted.place, sure=score < _UNSURE)
    if not of and not any(_CLOSE.fullmatch(line.text) for line in lines):
        return Recognised(Kind.LETTER, "", Place(document.name), sure=False)
    return Recognised(Kind.LETTER, of, place or greeted.place, sure=bool(of))


_SURE, _UNSURE = 8, 5
_OFFICER = re.compile(r"officer|manager|director|case ?work|writer|head of|\bsend\b|^cc\b|copied|copies", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:report|advice)\b.{0,30}\b(?:for|to)\b.{0,30}\b(?:needs|ehc|statutory|plan)\b.{0,12}assess", re.IGNORECASE
)


def _is_signed_by_a_clinician(lines: Sequence[Line]) -> bool:
    """Return whether whoever signs gives advice by profession: they may speak of decisions, and take none."""
    return any(
        len(line.text.split()) <= _LONGEST_ROLE and not _OFFICER.search(line.text) and _gives_advice(line.text)
        for line in _signed(lines)
    )


def _gives_advice(text: str) -> bool:
    plain = text.replace("\u2019", "'")
    return any(
        pattern.search(plain) for kind, pattern in _ADVICE_KINDS if kind not in ("school", "parents", "social care")
    )


def _signed(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines beneath the close of a letter, which say who signs it."""
    close = next((at for at in range(len(lines) - 1, -1, -1) if _CLOSE.fullmatch(lines[at].text)), len(lines))
    return lines[close + 1 : close + 4]


def _advises(lines: Sequence[Line]) -> bool:
    return any(line.role in ("needs", "provision", "both") for line in lines) or bool(
        re.search(
            r"\b(?:i|we) (?:would )?(?:recommend|advise)|\bi (?:reviewed|saw|assessed|met)\b",
            " ".join(x.text for x in lines),
            re.IGNORECASE,
        )
    )


def _letter_kind(lines: Sequence[Line], greeted: Line) -> tuple[str, Place | None, int]:
    scores: dict[str, int] = {}
    places: dict[str, Place] = {}
    start = next(at for at, line in enumerate(lines) if line is greeted)
    body = list(lines[start + 1 :])
    subject = {
        id(line) for line in (*lines[max(0, start - 2) : start], *body[:3]) if len(line.text.split()) <= _LONGEST_TITLE
    }
    for line in (*lines[max(0, start - 2) : start], *body):
        for kind, pattern, weight in _LETTER_KINDS:
            if pattern.search(line.text):
                scores[kind] = scores.get(kind, 0) + weight * (_SUBJECT if id(line) in subject else 1)
                places.setdefault(kind, line.place)
    if not scores:
        return "", None, 0
    order = [kind for kind, _, _ in _LETTER_KINDS]
    best = max(scores, key=lambda kind: (scores[kind], -order.index(kind)))
    return best, places[best], scores[best]


def _advice(document: Document, lines: Sequence[Line], titles: Sequence[Line], parts: Sequence[Part]) -> Recognised:
    of, place = _advice_kind(lines, parts)
    named = _first(titles, _ADVICE)
    shaped = sum(line.role in ("needs", "provision", "both", "outcomes") and bool(line.heading) for line in lines)
    shaped += sum(isinstance(part, Grid) and "provision" in part.roles for part in parts)
    if (named and (of or shaped)) or (of and shaped):
        return Recognised(Kind.ADVICE, of, (named.place if named else place) or lines[0].place, sure=bool(of and named))
    minutes = _first(titles, _PANEL)
    if minutes:
        return Recognised(Kind.MINUTES, "", minutes.place, sure=False)
    return Recognised(Kind.OTHER, "", Place(document.name), sure=False)


def _advice_kind(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[str, Place | None]:
    """Return the kind of advice: named in the title first, then by who signs it, then most often in the head."""
    scores: dict[str, int] = {}
    places: dict[str, Place] = {}
    labelled = [Line(f"{part.title} {part.text}", part.place) for part in parts if isinstance(part, Label)]
    for weight, some in (
        (6, lines[:4]),
        (6, _signed(lines)),
        (3, lines[4:_HEAD]),
        (3, lines[-_TAIL:]),
        (3, labelled[:_HEAD]),
    ):
        for line in some:
            words = len(line.text.split())
            # A sentence that speaks of a profession is not signed by it.
            if words > _LONGEST_TITLE or (words > _LONGEST_ROLE and line.text.endswith(".")):
                continue
            for kind, pattern in _ADVICE_KINDS:
                if pattern.search(line.text.replace("\u2019", "'")):
                    by = weight // 2 if kind in ("school", "parents") and not _ADVICE.search(line.text) else weight
                    scores[kind] = scores.get(kind, 0) + by
                    places.setdefault(kind, line.place)
    if not scores:
        return "", None
    best = max(scores, key=lambda kind: (scores[kind], -ADVICE.index(kind)))
    return best, places[best]


def _first(lines: Sequence[Line], pattern: re.Pattern[str]) -> Line | None:
    return next((line for line in lines if pattern.search(line.text)), None)
