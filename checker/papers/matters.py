"""What a letter tells the family: the words that tell each matter, sentence by sentence.

A sentence that denies a matter ("you have no right of appeal") does not tell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.papers.lines import Line
from checker.papers.paper import Told
from checker.papers.sentences import sentences_of

_SCHOOLS = r"(?:schools?|colleges?|settings?|nurser(?:y|ies)|institutions?|provisions?|placements?)"
_MATTERS: tuple[tuple[str, str, str], ...] = (
    (
        "right_of_appeal",
        (
            r"\bright (?:of|to) (?:an )?appeal|\b(?:may|can|could|able to|entitled to|wish to|right to|want "
            r"to)\b[^.]{0,40}\bappeal|\bappeal (?:to|against)\b|\bappeal lies\b"
            r"|\b(?:may|can) take (?:the matter|this|it|your case) to the (?:\w+ ){0,3}tribunal"
        ),
        (
            r"\bno (?:such )?right (?:of|to) appeal|\bnot have (?:a |any )?right|\bnot (?:able|entitled) to "
            r"appeal|cannot (?:appeal|take)"
        ),
    ),
    (
        "time_to_appeal",
        (
            r"(?:two|2|six|6|four|4|eight|8) (?:calendar )?(?:months?|weeks?)\b[^.]*\b(?:decision|letter"
            r"|appeal|date)|\b(?:appeal|tribunal|lodge)\b[^.]*\b(?:within|by|before|no later|later than)\b"
            r"[^.]{0,40}(?:month|week|\d{1,2} \w+ 20\d\d)|(?:one|1) month\b[^.]*\bcertificate|(?:deadline"
            r"|time limit|last (?:day|date))\b[^.]{0,60}\bappeal|\bappeal\b[^.]{0,60}\b(?:deadline|time limit"
            r"|last (?:day|date))"
        ),
        r"\breply|\bcomments\b",
    ),
    (
        "mediation",
        r"\bmediat(?:ion|or|e)",
        (
            r"\bno mediation\b|\b(?:months?|weeks?)\b[^.]*\bmediation certificate|\bmediation certificate\b"
            r"[^.]*\b(?:months?|weeks?)\b"
        ),
    ),
    (
        "help_available",
        (
            r"\bsendiass?\b|\biass?\b|information,? advice and support|advice and (?:information|support)"
            r"|disagreement resolution|(?:free|impartial|independent|confidential)[^.]{0,40}\b(?:advice"
            r"|support|help|information)|(?:advice|help|support) (?:and (?:support|advice|help) )?(?:is "
            r"available|from (?:the )?[^.]{0,40}(?:information|advice|support) service)|parent(?:s)? "
            r"partnership"
        ),
        r"\bprofessional advice\b|\byour (?:written )?advice\b",
    ),
    (
        "recommendations_power",
        (
            r"\b(?:tribunal|it)\b[^.]*\brecommendations?\b|\brecommendations?\b[^.]*\b(?:health|social care)\b"
            r"[^.]*\btribunal|\btribunal\b[^.]*\brecommend\b|single route of redress|extended (?:powers?"
            r"|appeals?)|\b(?:ask|invite) (?:it|the tribunal)\b[^.]*\brecommend\b"
        ),
        r"\bpanel\b",
    ),
    (
        "representations",
        (
            r"\brepresentations?\b|tell us what you think|ask us to change|\b(?:send|give|make|let us have"
            r"|tell us|provide|return|have)\b"
            r"[^.]{0,50}\b(?:comments?|views|thoughts)\b|\bcomment on\b|\b(?:comments?|views) (?:on"
            r"|about) (?:the |this )?(?:draft|plan|content|proposed|amend)|days to (?:respond|reply|comment)"
            r"|\brespond to (?:the|this) draft|\blet us (?:know|have) your (?:comments|views|thoughts)"
            r"|\btell us (?:whether|if) you (?:agree|disagree|are happy)"
            r"|\banything\b[^.]{0,30}\blike (?:us to change|changed)\b"
        ),
        r"",
    ),
    (
        "meeting",
        (
            r"\b(?:ask|request|like|arrange|right|offer|want|wish|hold|come|can|may)\b[^.]{0,60}\b(?:a meeting"
            r"|meet (?:with )?(?:us|an officer|me|the|your|somebody|someone)|to meet)\b|\bmeeting with (?:us"
            r"|an officer|me|the (?:officer|author|council|local))|\bmeet (?:us|me|an officer|your)\b"
            r"|\b(?:glad|happy|pleased|willing) to (?:meet|see you)\b"
        ),
        r"\breview meeting\b|\bpanel\b|\bannual review\b|joint meeting with the mediator",
    ),
    (
        "request_a_setting",
        (
            rf"\b(?:ask|request|tell us|say|name|express|prefer\w*|let us know|choose|right)\b"
            rf"[^.]{{0,70}}\b{_SCHOOLS}\b[^.]{{0,50}}\b(?:named|name|prefer\w*|like|want|in the plan|in "
            rf"section i|attend)|\bpreference\b[^.]{{0,40}}\b{_SCHOOLS}|\b(?:ask|request)\b"
            rf"[^.]{{0,20}}\bthat (?:a |an )?(?:particular )?{_SCHOOLS}|\bwhich {_SCHOOLS}|\b{_SCHOOLS}\b"
            rf"[^.]{{0,20}}\b(?:you would like|you want|you wish|you prefer)"
        ),
        r"\bconsult\w* (?:with )?you\b",
    ),
    (
        "settings_information",
        (
            rf"\b(?:list|details|information|directory|find out)\b[^.]{{0,40}}\b(?:about|of|on)\b"
            rf"[^.]{{0,40}}\b{_SCHOOLS}|\blocal offer\b|\b{_SCHOOLS}\b[^.]{{0,60}}\b(?:website|published|can "
            rf"be found|listed|online)"
        ),
        r"",
    ),
    (
        "reasons",
        (
            r"\b(?:decid\w+|decision|conclu\w+|agreed|refus\w+|necessary|need\w*|satisf\w+|evidence|met\b|support\w*"
            r"|nam(?:ed|ing)|suitable|view|progress|amend\w*|maintain\w*|cease\w*|plan|assess\w*|provision|offer\w*|meet)\b"
            r"[^.]*\bbecause\b|\bbecause\b[^.]*\b(?:we|panel|council|authority) (?:decid\w+|will|have|cannot)\b"
            r"|\breasons? (?:for|why|are|is|behind|we|of)\b|\bthe reasons?\b|\bour reasons?\b"
            r"|\b(?:we|panel|council|authority) (?:decided|concluded|considered|found|took|were of the view"
            r"|was of the view) (?:this|that|so)\b|\bthis is because\b"
            r"|\b(?:we|panel|council|authority) (?:was|were|is|are) not (?:satisfied|persuaded|convinced)\b"
            r"|\bit was (?:felt|thought|considered|concluded) that\b"
            r"|\b(?:review|meeting|reports?) (?:heard|shows?|showed|found) that\b"
            r"|\bthe evidence (?:shows|showed|did not"
            r"|does not)"
        ),
        (
            r"\bplease (?:give|tell|say|include|let)\b|\byour reasons?\b|\breasons? for (?:your|wanting"
            r"|disagree)|give (?:us )?(?:your )?reasons"
        ),
    ),
    (
        "no_assessment_follows",
        (
            r"\b(?:no|not)\b[^.]{0,30}\b(?:ehc |education,? health and care |needs )*(?:assessment|assess(?!,? plan))\b"
            r"|(?:will|would) not (?:now |therefore |be )*(?:assess|be carried out|carry out)"
            r"|\bassessment will not (?:now )?(?:take place|be made)"
        ),
        r"\bif\b[^.]*\bnot\b[^.]*assess|\bdo not agree|\bdisagree",
    ),
    (
        "outcome_of_assessment",
        (
            r"\b(?:outcome|result|conclusion|completion|completed|end) of (?:the|our|your|his|her"
            r"|this)?\s?(?:\w+'s )?(?:ehc |education,? health and care |needs |statutory )*assessment"
            r"|\b(?:have|has) (?:now )?(?:completed|finished|carried out)\b[^.]{0,60}\bassessment"
            r"|\b(?:following|after) (?:the|our|an|this|\w+'s) (?:ehc |education,? health and care |needs "
            r"|statutory )*assessment|\bassessment (?:is|has been|was|of [^.]{0,40}is) (?:now )?(?:complete"
            r"|completed|finished)|\bassessment (?:shows|showed|found|has (?:now )?ended)"
            r"|\bhaving assessed\b"
        ),
        r"",
    ),
    (
        "whether_a_plan_is_proposed",
        (
            r"\b(?:will|propos\w+|decided|intend\w*|agreed|going|decision|not)\b[^.]{0,50}\b(?:to )?(?:issu\w+"
            r"|prepar\w+|mak\w+|writ\w+|secur\w+|draw\w*)\b[^.]{0,30}\b(?:education,? health,? and care plan"
            r"|ehc plan|ehcp|plan)\b|\bplan (?:is|will) (?:not )?(?:be )?(?:necessary|needed|required|made"
            r"|issued|prepared)|\bno (?:ehc )?plan (?:is|will)\b"
            r"|\bnot necessary for (?:special educational )?provision to be made\b"
            r"|\bdecided against (?:issuing|making|preparing)\b"
        ),
        r"\bif\b[^.]{0,30}\b(?:assess|decide)|\bwhether\b|\bmay\b",
    ),
)
_HEADS_REASONS = re.compile(r"\breasons?\b|\bwhy\b", re.IGNORECASE)
_COMPILED = tuple(
    (matter, re.compile(pattern, re.IGNORECASE), re.compile(guard, re.IGNORECASE) if guard else None)
    for matter, pattern, guard in _MATTERS
)

_RIGHTS = (
    "right_of_appeal", "time_to_appeal", "mediation", "help_available", "recommendations_power", "reasons",
)  # fmt: skip
_DRAFT = ("representations", "meeting", "request_a_setting", "settings_information", "help_available")
MATTERS_OF = {
    "decision to assess": (*_RIGHTS, "representations", "meeting"),
    "refusal to assess": (*_RIGHTS, "no_assessment_follows", "meeting"),
    "refusal to issue a plan": (*_RIGHTS, "outcome_of_assessment", "whether_a_plan_is_proposed", "meeting"),
    "draft plan": (*_DRAFT, "mediation", "whether_a_plan_is_proposed"),
    "final plan": (*_RIGHTS, "meeting"),
    "review decision": (*_RIGHTS, *_DRAFT),
    "reply to consultation": ("reasons",),
}
"""The matters looked for in each kind of letter: those the law or practice has it tell. A draft gives no right of
appeal, and what it says of a later one is not looked for."""


def told_in(lines: Iterable[Line], of: str) -> tuple[Told, ...]:
    """Return what the lines of a letter of the kind ``of`` tell, each matter in the first words that tell it."""
    wanted = MATTERS_OF.get(of, ())
    found: dict[str, Told] = {}
    reasons = False
    for line in lines:
        if line.heading:
            reasons = bool(_HEADS_REASONS.search(line.text))
            continue
        for each in sentences_of(line):
            words = each.text.replace("\u2019", "'")
            if reasons and "reasons" in wanted:
                found.setdefault("reasons", Told("reasons", each.text, each.place))
            reasons = False
            for matter, pattern, guard in _COMPILED:
                if matter not in wanted or matter in found or not pattern.search(words):
                    continue
                if guard is None or not guard.search(words):
                    found[matter] = Told(matter, each.text, each.place)
    return tuple(found[matter] for matter, _, _ in _MATTERS if matter in found)
