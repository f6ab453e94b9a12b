"""Words that say there is nothing here."""

from __future__ import annotations

import re

from checker.intake.plan.ticks import ticked

_LONGEST = 200
_NONE = re.compile(
    r"(?:none(?: (?:identified|requested|agreed|required|known|specified|at (?:this time|present)|currently|reported"
    r"|noted))?(?: at (?:this time|present))?"
    r"|(?:none|nothing) (?:at the moment|at all|yet|has been (?:asked for|requested|agreed|identified))"
    r"|(?:it was )?not (?:requested|asked for|required|needed|wanted)|(?:[\w'’]+ ){1,4}did not ask for one"
    r"|(?:[\w'’]+ ){1,4}(?:have|has) not (?:asked for|requested|wanted)"
    r" (?:one|an?|any) ?(?:personal budget|direct payments?)?"
    r"|(?:[\w'’]+ ){1,3}(?:has|have) no (?:\w+[ -]){0,4}needs (?:that|which) (?:relate|are related) to [\w'’ ]{3,60}"
    r"|\(?(?:intentionally )?left blank(?: [\w ]{1,40})?\)?"
    r"|no needs? or provision (?:is |are |was |were )?identified"
    r"|no|nil|n/?a|not applicable|nothing(?: (?:to (?:report|specify|add|set out)|identified|specified))?"
    r"|(?:(?:[\w'’]+ ){1,3}is )?(?:currently )?not (?:currently )?known to (?:the )?(?:[\w'’]+ ){0,5}?"
    r"(?:care|services?|team|health|nurse|paediatrics)|no (?:current |known )?(?:involvement (?:with"
    r"|from) (?:\w+ ){0,3}?)?"
    r"(?:social care|services?)(?: involvement)?"
    r"|(?:there (?:are|is) )?(?:currently )?no (?:(?:known|identified|current|specific|additional|relevant|other) )*"
    r"(?:\w+[ -]){0,6}?(?:needs?|provision|outcomes?|payments?|budget|support|requirements?|difficulties)"
    r"(?: (?:(?:which|that) )?(?:(?:has|have) been |is |are |was |were )?(?:currently )?(?:identified"
    r"|required|requested|agreed|made|specified|needed|in place|reported|known))?"
    r"(?: at (?:this time|present)| currently)?)[ .]*",
    re.IGNORECASE,
)


def is_none(text: str) -> bool:
    """Return whether the words say that there is nothing here."""
    return len(text) <= _LONGEST and bool(_NONE.fullmatch(" ".join(ticked(text).split())))
