"""Parses the blocks of a rule file, one at a time. The parser is built when it is first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dsl.blocks import RawBlock, split
from dsl.diagnostics import Diagnostic
from dsl.syntax import Block
from dsl.tree import Span

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

DEEPEST = 150
"""How deep a block's tree may be: some forty brackets, one inside another."""


def grammar() -> str:
    """Return the text of the grammar."""
    return files("dsl").joinpath("grammar.lark").read_text(encoding="utf-8")


@cache
def parser() -> Lark:
    """Return the parser of one block."""
    from lark import Lark  # noqa: PLC0415  (lark is slow to import, and most runs never parse)

    return Lark(grammar(), parser="lalr", start="block", propagate_positions=True)


def parse_file(file: str, text: str) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of a file that could be parsed, and what is wrong with the rest."""
    blocks: list[Block] = []
    wrong: list[Diagnostic] = []
    for raw in split(text):
        found = parse_block(file, raw)
        if isinstance(found, Block):
            blocks.append(found)
        else:
            wrong.append(found)
    return tuple(blocks), tuple(wrong)


def parse_block(file: str, raw: RawBlock) -> Block | Diagnostic:
    """Return the syntax of one block, or the first thing wrong with it."""
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415

    from dsl.build import Builder  # noqa: PLC0415
    from dsl.mistakes import explain  # noqa: PLC0415

    if not raw.kind:
        return explain(parser(), file, raw)
    try:
        tree = parser().parse(raw.text)
    except UnexpectedInput:
        return explain(parser(), file, raw)
    if _depth(tree) > DEEPEST:
        span = Span(file, raw.line, 1, raw.line, 1 + len(raw.kind))
        return Diagnostic(
            "NESTED", span, f"this {raw.kind} nests too deep to be read", "give parts of it names of their own"
        )
    return Builder(file, raw.line - 1).block(tree)


def _depth(tree: Tree[Token]) -> int:
    """Return how deep a tree is, without recursion."""
    deepest = 0
    waiting: list[tuple[Any, int]] = [(tree, 1)]
    while waiting:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((each, depth + 1) for each in part.children if hasattr(each, "children"))
    return deepest
