"""Lines that head a part of a section or a page outside the sections: areas of need, whose views, front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.intake.blocks import Paragraph
from checker.intake.plan.headings import looks_like_heading, speaks_of
from checker.intake.plan.nothing import is_none
from checker.intake.plan.spacing import closed_up

_LONGEST_AREA = 120
_LONGEST_TITLE = 200
_LONGEST_TITLE_WORDS = 20
_LONGEST_LABEL = 10
_LONGEST_TEXT = 2000
_AREAS = re.compile(
    r"communication(?: (?:and|&) (?:interaction|language))?"
    r"|speech,? language(?:,)? and communication(?: needs)?|cognition(?: (?:and|&) learning)?"
    r"|social,? emotional,?(?: (?:and|&))? mental health(?: difficulties)?|semh"
    r"|sensory(?: (?:and|&|and/or|/|or) ?physical)?|physical(?: (?:and|&|/) ?sensory)?"
    r"|sensory,? physical(?: (?:and|&) medical)?"
    r"|physical,? sensory(?: (?:and|&) medical)?"
    r"|(?:self.care|self.help|independence)(?: (?:and|&) (?:independence|self.care|self.help"
    r"|life skills|prepar(?:ing|ation) for adulthood))?(?: skills)?"
    r"|prepar(?:ing|ation) for adulthood(?: (?:and|&) independence)?|employment|independent living"
    r"|friends,? relationships (?:and|&) community"
    r"|community (?:participation|inclusion)|(?:good )?health(?:y living)?|play(?: (?:and|&) .*)?"
    r"|behaviour,? emotional (?:and|&) social.*"
    r"|(?:education )?(?:training )?(?:and|&) employment|higher education and/or employment|medical(?: .*)?",
    re.IGNORECASE,
)
_ADULTHOOD = re.compile(
    r"preparing for adulthood|preparation for adulthood|\bpfa\b|^(?:higher education (?:and|or"
    r"|and/or) )?employment|^independent living"
    r"|^friends,? relationships|^community (?:participation|inclusion)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:\d+[.):]?|[a-d][.)]|area(?: of need)?(?: \d+)?\s*[:–-]|(?:broad )?area of need\s*[:–-]?)\s*", re.IGNORECASE
)
_SUBJECTS = (
    (
        r"\bviews?\b|interests?\b|aspirations?\b|\bhopes?\b|wishes|\bgoals?\b|\bhistory\b|\bstory\b|profile|about me",
        ("a",),
    ),
    (r"important to|\blikes?\b|communicate|strengths?\b", ("a", "b")),
    (r"\bneeds?\b|difficult", ("b", "c", "d")),
    (r"\boutcomes?\b|\bsteps\b|achieved? by", ("e",)),
    (r"\bprovision\b|\bsupport\b", ("f", "g", "h1", "h2")),
    (r"\bschool\b|\bsetting\b|placement", ("i",)),
    (r"budget|direct payment", ("j",)),
    (r"\badvice\b|\breports?\b|evidence|append", ("k",)),
)
_OUTSIDE = re.compile(
    (
        r"(?:my |personal |identifying |parent(?:/carer)?s?['’]? |parent or carer |carer |contact |child['’]?s? "
        r"|pupil |young person['’]?s? |family |plan |professional )*"
        r"(?:details|information)(?: of .*)?|introduction|contents?|table of contents|about this (?:plan"
        r"|document)|understanding .*plans?.*"
        r"|signatures?.*|sign(?:ed|[- ]off).*|authorisation|authorised by|declaration"
        r"|review(?:ing)? (?:arrangements|dates?|of .*|and monitoring.*)"
        r"|monitoring(?: and review.*)?|arrangements for (?:review|monitoring).*|how (?:this|the"
        r"|my) plan will be (?:reviewed|monitored).*"
        r"|(?:key )?contacts?.*|(?:people|professionals|those|agencies) (?:involved|present|contributing).*"
        r"|glossary.*|key|key to .*|what each section .*|notes?|data protection.*"
        r"|(?:summary of )?(?:the )?(?:changes|amendments) (?:made|in|to)\b.*"
        r"|your rights?.*|right of appeal.*|mediation.*|appeals?.*|distribution.*|circulation.*"
        r"|version (?:control|history)|document (?:control|history)"
        r"|(?:plan )?(?:dates|history|timeline).*|decision|status|parental responsibility|responsible .*"
        r"|legal (?:basis|status).*|(?:local )?authority details?"
    ),
    re.IGNORECASE,
)
_PLAN_TITLE = re.compile(
    (
        r".*\b(?:education(?:al)?,? health,?(?: and|&| &)? ?(?:social )?care (?:\(ehcp?\) )?plan|ehc ?plans?|ehcps?"
        r"|education(?:al)?,?health,?(?:and|&)?(?:social)?careplan|eh ?& ?c plan"
        r"|proposed amend\w+|amendment notice)\b.*"
    ),
    re.IGNORECASE | re.DOTALL,
)
_CHANGES = re.compile(r"(?:summary of )?(?:the )?(?:changes|amendments) (?:made|in|to)\b", re.IGNORECASE)
_OF_TABLES = re.compile(
    r"\b(?:tables?|grids?)\b.*\b(?:rows?|columns?|across|below)\b|\b(?:rows?|columns?)\b.*\btables?\b",
    re.IGNORECASE | re.DOTALL,
)
_STATUTORY = re.compile(
    (
        r".*(?:children and families act|send? regulations|special educational needs and disability"
        r"|in accordance with section 3[67]|code of practice"
        r"|this (?:education|plan|document|draft|ehc)|county council|borough council|city council|\bcouncil\b"
        r"|local authority|private and confidential|^confidential"
        r"|official[- –:]*sensitive|^page \d+|signed|^date[d]?\b|on behalf of|^end of (?:plan|document)|^status\b"
        r"|^(?:draft|final|amended)\b).*"
    ),
    re.IGNORECASE | re.DOTALL,
)


def area_named(text: str) -> str:
    """Return the area of need that a sub-heading is, as printed without its number, or an empty string."""
    if len(text) > _LONGEST_AREA:
        return ""
    plain = _LEAD.sub("", " ".join(closed_up(text).split())).strip(" :.–—-")
    core = re.sub(r"\s*[(–—:-].*$", "", plain)
    return plain if _AREAS.fullmatch(core) or _AREAS.fullmatch(plain) else ""


def adulthood_named(text: str) -> bool:
    """Return whether a sub-heading or area is a part of preparing for adulthood."""
    return bool(_ADULTHOOD.search(text.strip()))


def is_subheading(paragraph: Paragraph) -> bool:
    """Return whether a line in a section heads a part of it."""
    text = paragraph.text.strip()
    if area_named(text) and not paragraph.label:
        return True
    if paragraph.label and not paragraph.heading:
        return False
    return looks_like_heading(paragraph)


def heads_part_of(text: str, code: str) -> bool:
    """Return whether a heading speaks of the subject of the section ``code`` and of no other's."""
    lowered = text.lower()
    spoken = [codes for pattern, codes in _SUBJECTS if re.search(pattern, lowered)]
    return bool(spoken) and all(code in codes for codes in spoken)


def is_outside(text: str) -> bool:
    """Return whether a heading is of a part that no section holds: details, contents, signatures, rights."""
    return len(text) <= _LONGEST_TEXT and bool(_OUTSIDE.fullmatch(" ".join(closed_up(text).split()).strip(" :.*")))


def is_plan_title(text: str) -> bool:
    """Return whether a line is the title of an EHC plan."""
    return len(text) <= _LONGEST_TITLE and bool(_PLAN_TITLE.fullmatch(closed_up(text)))


def is_formal(text: str) -> bool:
    """Return whether a line outside the sections is of the kind that stands there: what the plan is, who issues it."""
    return is_plan_title(text) or (len(text) <= _LONGEST_TEXT and bool(_STATUTORY.fullmatch(text.strip())))


def tells_changes(text: str) -> bool:
    """Return whether a heading is of what an amendment changes, which names sections and heads none."""
    return bool(_CHANGES.match(text.strip()))


def speaks_of_tables(text: str) -> bool:
    """Return whether a line speaks of the tables beneath it."""
    return len(text) <= _LONGEST_TEXT and bool(_OF_TABLES.search(text))


def is_title_of(text: str, codes: Sequence[str]) -> bool:
    """Return whether a short line beneath the letter of sections can be their title: it speaks of their subject.

    The name of a school is no title: it has capitals. In Section A "My views" heads a part of it.
    """
    words = text.split()
    plain = len(words) <= _LONGEST_LABEL and not re.search(r"[.:;!?\d]", re.sub(r"\(.*\)", "", text))
    if not plain or area_named(text) or is_none(text):
        return False
    small = all(word[:1].islower() or word[:1] in "(&" for word in words[1:])
    return any(speaks_of(text, code) for code in codes if code != "a") and (small or "i" not in codes)


def is_title(text: str) -> bool:
    """Return whether words beside a section's letter can be its title: a few words that end no sentence."""
    return len(text.split()) <= _LONGEST_TITLE_WORDS and not text.rstrip().endswith(".")
