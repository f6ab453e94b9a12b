"""Finds where the words of a block stop making sense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dsl.blocks import RawBlock
from dsl.diagnostics import Diagnostic
from dsl.tree import Span

if TYPE_CHECKING:
    from lark import Lark


def explain(parser: Lark, file: str, raw: RawBlock) -> Diagnostic:
    """Return the first mistake in a block that does not parse."""
    from lark.exceptions import UnexpectedInput
    at=(1,1)
    try:
        parser.parse(raw.text)
    except UnexpectedInput as e:
        at=(max(e.line,1),max(e.column,1))
    return Diagnostic("SYNTAX", Span(file, at[0]+raw.line-1, at[1], at[0]+raw.line-1, at[1]+1), "not understood")
