"""What a heading or a column of a paper is for, told from its words. Words that tell nothing give no role."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.intake.plan.columns import DIMENSIONS, role_of

_HEADINGS = (
    (
        "title",
        (
            r"\b(?:advice|report|contribution|form|information)\b.{0,40}\b(?:ehc|education,? health|needs "
            r"assessment|statutory)"
            r"|(?:needs|care|statutory) assessment\b|^.{0,30}\b(?:report|advice)$"
        ),
    ),
    ("both", r"needs? (?:and|&) (?:recommend|provision|support)|difficult\w+ (?:and|&) (?:recommend|provision)"),
    ("needs", r"strengths,? (?:and|&) .{0,30}(?:needs|difficult|weakness)|views? of .{0,40}\b(?:needs|difficulties)\b"),
    (
        "background",
        (
            r"background|diagnos[ie]s(?!.*need)|introduction|context|\bhistory|\btest|scores?|results|method"
            r"|involvement"
            r"|sources"
            r"|references"
            r"|reason for (?:referral|report)|strengths|attainment|attendance|\bviews?\b|consent|glossary"
            r"|observations?\b"
            r"|\bassessments? (?:carried|completed|used|results)|what .{0,30}\b(?:good at|enjoys|likes|going "
            r"well)\b"
            r"|current (?:provision|support|placement|intervention)|(?:provision|support) (?:already|currently"
            r"|in place|to date)"
            r"|previous|interventions? (?:to date|tried|so far)|medication|information (?:from|gathered)"
            r"|likes and|\balready\b"
            r"|signature|distribution|copies|contacts?\b|people (?:seen|spoken)|summary of (?:involvement"
            r"|contact)|limits"
            r"|^what (?:was|were|has been|have been) |^what (?:have|has|did) (?:you|we|the \w+)\b"
            r"|\bneeds? (?:are|is) (?:being |now |currently )?met (?:now|already|at present)\b"
            r"|declaration|about this|\bin place\b(?!.*need)|gathered"
            r"|^what (?!.*\b(?:help|need|require)).{2,60}\b(?:says?|said|thinks?|told|did|used)\b"
            r"|(?:in|voice of) .{0,30}own words|\bvoice\b"
        ),
    ),
    (
        "outcomes",
        (
            r"\boutcomes?\b|\baims?\b|\bgoals?\b|\btargets?\b|\bobjectives?\b|\bhopes?\b|hope (?:he|she|they"
            r"|.{3,20}) will"
            r"|will be able to|\bfor (?:the|his|her|their|\w+['\u2019]s) future\b"
        ),
    ),
    (
        "provision",
        (
            r"recommend|provision|strateg|\bsupport\b|interventions?\b|what (?:would|will|could|might|may|can"
            r"|should) help"
            r"|what helps|adaptations|adjustments|equipment|what .{0,40}\b(?:need|requires?"
            r"|needed)\b.{0,30}\b(?:from|to help|in school)"
            r"|what\b.{0,40}\bneeds? (?:from|at|in|to)\b|what\b.{0,40}\b(?:will|would) need\b|\bis needed\b"
            r"|ways to help|how (?:to|we can|others can|adults can|school can) (?:help|support)"
            r"|advice (?:for|to) (?:school|staff|parents|home|the|teachers|setting)"
            r"|proposed (?:programme|therapy)|therapy (?:needed|required)"
            r"|\bhelp\b.{0,25}\b(?:needs?|required|needed)\b|training (?:needed|required|for)|\bactions?\b"
            r"|^what (?:does|do|will|would) (?!.*\bhelp with\b).{2,40}\bneed\b"
            r"|^what .{2,30}\b(?:would|might|could|will) help\b"
            r"|next steps|teaching approach|\bhow .{0,40}\bneeds? .{0,20}\bmet\b|\bmeeting .{0,30}\bneeds?\b"
            r"|what (?:i|we|the \w+) (?:would )?(?:advis|suggest|propos|ask)\w*|^what (?!are\b|is\b).{2,40}\bneeds?\??$"
            r"|\b(?:should|must|could|to) be (?:provided|put in place|arranged|offered|given)\b"
            r"|services? (?:needed|required)"
        ),
    ),
    (
        "needs",
        (
            r"\bneeds?\b|difficult(?:y|ies)?\b|barriers|\bimpact|impairments?|concerns"
            r"|presentation|formulation"
            r"|finds? (?:it )?(?:hard|difficult)|struggles?|what is hard|worr(?:y|ies)|conclusions?|disabilit"
            r"|risks?\b|impression"
        ),
    ),
    ("findings", r"findings|what i found|\bsummary\b"),
)
_HEADING = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADINGS)
_COLUMNS = (
    ("deliverer", r"^who (?:will|would|should|is to|can|does)\b|^(?:led|run|given|carried out|done) by$"),
    (
        "amount",
        (
            r"how often|how long|how much|\bamount|frequency|duration|\bhours\b"
            r"|^length(?: of (?:each )?(?:session|visit|time)s?)?(?: ?\(.{2,15}\))?$"
        ),
    ),
    ("current", r"current|already in place|in place now|to date|what we do now|at present"),
    (
        "effect",
        (
            r"^(?:the )?(?:impact|effect)s? (?:so far|to date|of (?:the |this )?(?:support|intervention|provision).*)$"
            r"|did it help"
        ),
    ),
    ("number", r"(?:no|number|ref|item|rec)\.?|#|recommendation (?:no|number)\.?|need (?:no|ref|number)\.?"),
    ("outcome", r"outcomes?\b|targets?\b|goals?\b|\baims?\b"),
    (
        "progress",
        (
            r"progress|what has (?:happened|changed)|how .{0,20}(?:doing|going|getting on)|evidence|since (?:the )?last"
            r"|where .{2,25} (?:is|are) now|(?:position|situation|picture) now"
            r"|what (?:we|staff) (?:see|saw|have seen)|update"
        ),
    ),
    ("status", r"status|achieved\??|\bmet\b\??|rating|\brag\b|partly"),
    (
        "provision",
        r"recommend|provision|strateg|\bsupport\b|intervention|what .{0,30}\b(?:help|needed)|help needed|adjust",
    ),
    ("need", r"\bneeds?\b|^sen$|difficult|barrier|concern|what is hard|presenting|impact"),
    ("reference", r"\bcase\b|\breference\b|\bref\b|\bchild\b|\bpupil\b|young person"),
    ("decision", r"decision|decided|outcome of (?:the )?(?:panel|discussion)|agreed|resolved|panel's? view"),
    ("words", r"discussion|reasons?|notes?|rationale|summary|comments?|why|points"),
    ("attended", r"attend|\bpresent\b|\bcame\b|\bthere\b|at the meeting"),
    ("name", r"name|person|who"),
    ("role", r"role|relationship|job title|designation"),
    ("invited", r"invited|sent report"),
    ("area", r"area(?: of (?:need|function|development|difficulty))?|domain|skill area|category|section"),
)
_COLUMN = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _COLUMNS)
_DETAIL = re.compile(
    (
        r"(?:(?:child|pupil|young person|student|patient)(?:'s)? )?(?:full )?name(?: of .{3,25})?"
        r"|d\.?\s?o\.?\s?b\.?|(?:date of )?birth"
        r"|date(?: .{2,40})?|dated|born(?: on)?|(?:report |advice |form |completed |prepared "
        r"|written )+(?:by|from)|author"
        r"|nhs (?:no|number)|address|school|setting|year(?: group)?|role|position|job title|organisation"
        r"|service|team"
        r"|ncy|(?:chronological )?age(?: when seen)?|c\.?a\.?|telephone|tel|email|student|pupil|meeting"
        r"|record made|by|our ref(?:erence)?|your ref(?:erence)?"
        r"|ref(?:erence)?|upn|report for|to"
        r"|from|for"
    ),
    re.IGNORECASE,
)
_LONGEST = 160


@lru_cache(maxsize=2048)
def heading_role(text: str) -> str:
    """Return what a heading heads: needs, provision, outcomes, both, background, or nothing we know."""
    if len(text) > _LONGEST:
        return ""
    plain = text.replace("\u2019", "'")
    role = next((role for role, pattern in _HEADING if pattern.search(plain)), "")
    return "" if role == "title" else role


@lru_cache(maxsize=2048)
def column_role(title: str) -> str:
    """Return what a column holds; a name of :data:`checker.intake.plan.columns.DIMENSIONS` where it states one."""
    plain = " ".join(title.replace("\u2019", "'").split()).strip(" :")
    if not plain or len(plain) > _LONGEST:
        return ""
    dimension = role_of(plain, "f")
    if dimension in DIMENSIONS:
        return dimension
    if re.fullmatch(dict(_COLUMNS)["number"], plain, re.IGNORECASE):
        return "number"
    role = next((role for role, pattern in _COLUMN if role != "number" and pattern.search(plain)), "")
    broken = re.fullmatch(r"(\w{4,}) ([a-z]{1,6})", plain)
    # A narrow column breaks its one word: "Frequen cy".
    return role or (column_role("".join(broken.groups())) if broken else "")


def is_detail(title: str) -> bool:
    """Return whether words are the label of a detail of the paper or of the child."""
    return bool(_DETAIL.fullmatch(title.replace("\u2019", "'").strip(" :")))
