"""What a file still carries that its readers should not see: hidden text, changes, comments, prompts, placeholders.

It is no part of what the plan says. It bears on whether the file can be sent as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.facts import Place


class Trace(StrEnum):
    """What was left in a file."""

    EARLIER_CHECK = "earlier-check"
    """The comments or the first page that an earlier check put in."""
    HIDDEN = "hidden-text"
    CHANGE = "tracked-change"
    COMMENT = "comment"
    HIGHLIGHT = "highlighted-text"
    PLACEHOLDER = "placeholder"
    """Words that hold the place of others, such as ``[insert name]`` and ``XXXX``."""
    PROMPT = "empty-prompt"
    """A box that still shows its prompt."""


@dataclass(frozen=True)
class Left:
    """One thing left in a file, with its place and its words, where it has words."""

    trace: Trace
    place: Place
