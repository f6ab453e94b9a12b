"""Lines that belong to a page or a form and to no section: a page's foot pasted among the words, a signature."""

from __future__ import annotations

import re

from checker.intake.blocks import Paragraph

_LONGEST = 160
_PAGE_FOOT = re.compile(
    r"(?:page|p\.)\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}\b.*|.{0,80}\bpage\s+\d{1,3}\s+of\s+\d{1,3}\W*", re.IGNORECASE
)
_SIGNED = re.compile(
    r"signed (?:on behalf of|for|by|off)\b.*|signature\s*:.*"
    r"|(?:this|the) plan (?:was|is|has been) (?:written|made|drawn up"
    r"|completed|issued|prepared|signed|agreed) (?:by|on)\b.*"
    r"|(?:issued|signed|made) by .{3,80} on .*\d{4}\W*|end of (?:the )?(?:plan|document)\W*",
    re.IGNORECASE | re.DOTALL,
)


def is_page_foot(line: Paragraph) -> bool:
    """Return whether a line is the head or foot of a page: "Page 3 of 9 – Tam Cardboard – Confidential"."""
    text = " ".join(line.text.split())
    return len(text) <= _LONGEST and bool(_PAGE_FOOT.fullmatch(text))


def is_signature(line: Paragraph) -> bool:
    """Return whether a line says who signed or wrote the plan, which no section holds."""
    return len(line.text) <= 2 * _LONGEST and not line.label and bool(_SIGNED.fullmatch(line.text.strip()))
