"""What words of a report say that something is needed, and which tell of scores, strengths or the paper itself."""

from __future__ import annotations

import re

from checker.intake.dates import read_day

RECOMMENDS = re.compile(
    (
        r"\b(?:i|we)(?: would| strongly| also| therefore)* (?:recommend|suggest|advise|propose|am "
        r"recommending|are recommending)"
        r"|\b(?:is|are|was) recommended\b|\brecommendation is\b|\bi am of the (?:view|opinion) "
        r"that .{0,60}\b(?:should|needs?|requires?)\b"
        r"|\b(?:will|would|should|must|may|does|do)(?: also| therefore| continue to| then)? (?:need"
        r"|require|benefit from|receive|have access"
        r"|be (?:given|provided|offered|taught|supported|delivered|seen|allowed|able to (?:leave|use"
        r"|go)))\b"
        r"|\b(?:requires|needs)(?: also)? (?!to be (?:understood|read)\b|and\b|or\b|assess|of\b|are\b|is\b|were\b)"
        r"|\bshould (?:not )?(?:be|have|use|carry|train|give|work|provide|deliver|set|check|meet|continue"
        r"|make|receive|take|include|review|visit|see|attend|join|sit|ensure)\b"
        r"|\b(?:is|are) (?:needed|required|necessary|essential)\b|\bneed (?:a|an|the|to|access|direct"
        r"|daily|weekly|regular|small|support)\b"
        r"|\bit (?:is|would be) (?:essential|important|necessary|helpful|advisable) (?:that|for|to)\b"
        r"|\b(?:my|our) (?:advice|recommendation|view|opinion) is (?:that|for|to)\b"
        r"|\b(?:i|we) (?:would )?(?:ask|request|should like|would like)\b.{0,40}"
        r"\b(?:to (?:have|be|receive|provide)|provides?|provision|support|for)\b"
        r"|\b(?:would|will)(?: also)? be helped by\b|\b(?:staff|adults|teachers?|school|everyone) must\b"
        r"|\b(?:ought|is|are) to (?:have|receive|be (?:given|provided|offered|taught|seen|supported))\b"
    ),
    re.IGNORECASE,
)
REVIEWS = re.compile(
    r"\b(?:therapist|teacher|psychologist|physiotherapist|nurse|specialist|worker)\b[^.,;]{0,40}"
    r"\b(?:will|should|must|is to|to) review\b",
    re.IGNORECASE,
)
"""A review that somebody of a profession is to carry out."""
WILL_DO = re.compile(
    r"\b(?:therapist|teacher|assistant|adult|psychologist|nurse|worker|staff|specialist|senco|sendco|mentor|tutor)s?\b"
    r"(?! and (?:i|we)\b)(?:\s+\w+){0,4}?\s+will\b",
    re.IGNORECASE,
)
"""What somebody of a profession will do: a recommendation where it says how often or how long."""
EXPLICIT = re.compile(
    r"\b(?:i|we)(?: would| strongly| also| therefore)* (?:recommend|advise|propose)\b|\b(?:is|are) recommended\b"
    r"|\b(?:my|our) (?:advice|recommendation) is that\b",
    re.IGNORECASE,
)
"""Words that recommend wherever they stand."""
DENIES = re.compile(
    r"\b(?:i|we)(?: \w+){0,2} not (?:\w+ ){0,2}(?:recommend|advis|suggest|propos|ask)\w*"
    r"|\bnot (?:something|a thing|one|what)(?: that| which)? (?:i|we) (?:am |are |would )?"
    r"(?:recommend|advis|suggest|propos|ask)\w*"
    r"|\bno longer (?:recommend|need)\w*",
    re.IGNORECASE,
)
"""Words that say that something is not recommended."""
NEED = re.compile(
    (
        r"\b(?:difficult(?:y|ies)|disorder|impairment|impaired|delay(?:ed)?|struggles?"
        r"|finds? .{0,40}\b(?:hard|difficult)|cannot|can't|unable|does not|doesn't|do not|has no|gives up"
        r"|weakness|limited|loss|diagnos\w+|needs? help|anxious|anxiety|dysregulat\w+|distress\w*|is not "
        r"yet|does not yet|reduced|poor"
        r"|below|behind|seeks?|avoids?|tires?|fatigue|sensitiv\w+|over-?whelmed|slow|hard for|(?:has"
        r"|have) (?:a |an )?(?:significant|severe|moderate"
        r"|mild|complex|specific|long|needs?))\b"
    ),
    re.IGNORECASE,
)
NUMBERS = re.compile(
    (
        r"percentile|standard score|scaled score|\bscored?\b|age equivalent|confidence interval"
        r"|\battendance\b|\bwas (?:seen|assessed|referred|born"
        r"|observed)\b|\b(?:i|we) (?:met|saw|assessed|observed|visited|spoke)\b|years?,? (?:and )?\d+ "
        r"months|\bthis (?:report|advice)\b"
        r"|known to (?:the|our) service|\breferred\b|\bbirth weight\b"
    ),
    re.IGNORECASE,
)
STRENGTH = re.compile(
    (
        r"\b(?:enjoys?|strengths?|good at|likes?|loves?|is able to|is a (?:kind|friendly|polite|happy|warm"
        r"|bright)|well developed|age.appropriate"
        r"|within (?:the )?(?:average|normal)|no (?:concerns?|difficult\w+|needs?|social care needs)"
        r"|not (?:a )?(?:concern|identified)|(?<!not )as expected|does not have (?:a |any )?(?:difficult\w+|needs?))\b"
    ),
    re.IGNORECASE,
)
NOW = re.compile(
    (
        r"\b(?:currently|at present|already|at the moment"
        r"|(?:now |(?<!who )(?<!which )(?<!that )has )(?:has|had|receives?|been)|(?:has"
        r"|receives?|gets|had) (?:\d+|one|two|three|four|five|ten|a daily)"
        r"|(?<!who )(?<!which )(?<!that )have been|was (?:given|offered)|in place)\b"
    ),
    re.IGNORECASE,
)
ABOUT_PAPER = re.compile(
    (
        r"\bthis (?:report|advice)\b|\bplease (?:contact|do not hesitate)\b|\bhappy to (?:discuss|talk"
        r"|attend)\b|\bhesitate to\b|\bcopyright\b"
        r"|\b(?:these|the|following|my|our) recommendations? (?:are|is|were|follow|below|should be read)\b"
        r"|\bprepared (?:for|under)\b"
        r"|\b(?:my|this) advice is given\b|\bwhether (?:or not )?(?:a|an?y?|the) (?:ehc )?plan is (?:needed|necessary"
        r"|required)\b|^(?:it|this (?:report|advice)) should be (?:read|kept|reviewed again)\b"
        r"|^(?:please )?note that\b|^no (?:\w+ ){0,3}(?:provision|support|equipment|help|therapy) "
        r"(?:is|are) (?:needed|required"
        r"|recommended|necessary)\b"
        r"|\bas follows\b|\bis set out\b|\bset out (?:below|above)\b|\bsynthetic\b|\breal (?:child|person)"
        r"|\bi (?:met|saw|would like to thank)\b|\bnot been asked\b|\brelied on\b|\bamounts that i "
        r"recommend\b|\bneed the following\b|\bprovision to my\b|\bdo not need to be\b"
    ),
    re.IGNORECASE,
)
LEADS = re.compile(r":\s*$|\b(?:the following|as follows)\s*[.:]?\s*$", re.IGNORECASE)
ASKS = re.compile(
    r"\b(?:ask(?:ing)?|request(?:ing)?|advis(?:e|es|ing)|propos(?:e|es|ing)|suggest(?:s|ing)?) (?:for|that)\b"
    r"|\b(?:should|must|ought to) (?:have|include|provide|receive|be (?:given|provided|offered))\b"
    r"|\b(?:to be (?:provided|put in place|arranged)|provid(?:e|es|ing) for|(?:would|will|can) help|needs? to have)\b",
    re.IGNORECASE,
)
"""Words before a list of what is asked for."""
AT_REVIEW = re.compile(
    r"\b(?:progress|plan|needs|placement|advice)\b.{0,40}"
    r"\b(?:at|by) (?:the|each|his|her|their) (?:next |annual )+review\b",
    re.IGNORECASE,
)
"""Words on what the next review is to look at, which is no provision."""
REFERS = re.compile(r"(?:i|we) (?!.*\b(?:he|she|they|him|her|them|his|their|hers)\b)", re.IGNORECASE)
"""The writer speaking of themselves, and of no child."""
ALL = re.compile(
    r"(?:all|any|as above|see above|ditto|both)(?: (?:of )?(?:the )?(?:above|outcomes?|needs?))?[ .]*", re.IGNORECASE
)
"""A cell that names every outcome or need, or the one above, and tells of none."""
NO_AMOUNT = re.compile(r"(?:n/?a|not applicable|nil|none)[ .]*", re.IGNORECASE)
SIGNATURE = re.compile(
    r"\b(?:hcpc|registered|chartered|rcslt|mrcslt|rcot|csp|gmc|nmc|bsc|msc|phd|dedpsych|hons)\b", re.IGNORECASE
)
LONGEST_SIGNATURE = 10
CLOSES = re.compile(
    (
        r"(?:signed?\b.*|yours (?:sincerely|faithfully|truly).*|signature.*|end of report.*|page \d+.*"
        r"|name:.*|date:.*"
        r"|hcpc.*|copies? to.*|cc:?\b.*)"
    ),
    re.IGNORECASE,
)
SMALL = frozenset(("and", "of", "for", "an", "a", "the", "in", "to", "on", "with"))
EMPTY_BOXES = "☐▢□"
EXPECTS = re.compile(r"\b(?:expect|hope|aim)\w*\b.{0,40}\bfollowing\b", re.IGNORECASE)
BY_THEN = re.compile(
    r"by (?:the end of|the age|\w+ 20\d\d|year|key stage|(?:easter|christmas|summer))\b.*\bwill\b", re.IGNORECASE
)
HOPED = re.compile(r"\b(?:will|can|able to|would like|want|wants|to (?:be|have|use|do))\b", re.IGNORECASE)
CODE = re.compile(r"(?:need )?[A-Z]?\d{1,2}(?:\s*(?:,|and|&)\s*[A-Z]?\d{1,2})*", re.IGNORECASE)
CODE_OF_ROW = re.compile(r"\d{1,2}[a-z]?|[A-Z]\d{1,2}")
NOTHING = re.compile(
    (
        r"(?:none|nil|no (?:needs?|concerns?|social)|not (?:applicable|known|assessed)|this was|staff said"
        r"|we tried|yes|n/a)\b"
    ),
    re.IGNORECASE,
)
FEWEST = 3


def is_title(text: str) -> bool:
    """Return whether a line is a name, a title or a date: words with capitals, and no end of a sentence."""
    words = [word for word in text.split() if word.lower() not in SMALL]
    return not text.endswith((".", "!")) and (
        read_day(text) is not None or all(word[:1].isupper() or word[:1] in "(&–" for word in words)
    )


def is_need(text: str) -> bool:
    """Return whether a sentence tells of something that is hard, and of no score or strength."""
    return bool(NEED.search(text)) and not aside(text)


def aside(text: str) -> bool:
    """Return whether a sentence tells of scores, visits or strengths, or that there is nothing."""
    return bool(NUMBERS.search(text) or STRENGTH.search(text) or NOTHING.match(text))
