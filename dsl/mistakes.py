"""Finds where the words of a block stop making sense, and what was expected there."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dsl import expected
from dsl.blocks import KEYWORDS, RawBlock
from dsl.diagnostics import Diagnostic
from dsl.names import listed, nearest
from dsl.tree import Span
from dsl.wordings import TABLE

if TYPE_CHECKING:
    from lark import Lark, Token

State = Any
"""The parser part of the way through a block; lark does not type it."""

_WORD = re.compile(r"""\d{4}-\d\d-\d\d|"[^"\n]*"|[A-Za-z0-9_][A-Za-z0-9_-]*|\S|$""")
_AMBIGUOUS = ("_THE", "_IS", "_OTHERWISE", "BY", "_FOR_EACH")
"""Words that start a clause in one place and stand inside one in another."""


@dataclass(frozen=True)
class Stop:
    """Where a block stops making sense.

    ``word`` is what stands there, empty at the end of the block; ``before`` is the word
    before it; ``clause`` is in the words of the rule, ``head`` for the first line.
    ``accepted`` holds the grammar's names of what could stand there, and is shown to nobody.
    """

    block: str
    clause: str
    word: str
    before: str
    accepted: frozenset[str]
    line: int
    column: int


def explain(parser: Lark, file: str, raw: RawBlock) -> Diagnostic:
    """Return the first mistake in a block that does not parse."""
    if not raw.kind:
        return _no_block(file, raw)
    stop = find(parser, raw)
    wording = TABLE[key_of(stop)]
    fill = {
        "block": stop.block,
        "a_block": f"an {stop.block}" if stop.block[0] in "aeiou" else f"a {stop.block}",
        "clause": stop.clause,
        "word": stop.word,
        "before": stop.before,
        "clauses": listed(f"`{words}`" for words in expected.clauses(stop.block)),
    }
    meant = expected.meant(stop.word, stop.accepted)
    help_ = f"did you mean `{meant}`?" if meant else wording.help.format_map(fill)
    line = raw.line + stop.line - 1
    span = Span(file, line, stop.column, line, stop.column + max(1, len(stop.word)))
    return Diagnostic(wording.code, span, wording.message.format_map(fill), help_, _about(raw))


def _about(raw: RawBlock) -> str:
    """Return the name and the source of a block that does not parse, as far as they can be read."""
    name = re.match(rf'{raw.kind}\s+("[^"\n]*"|[A-Za-z][A-Za-z0-9_-]*)', raw.text)
    source = re.search(r"^\s+source +([a-z][^#\n]*)$", raw.text, re.MULTILINE)
    said = f"{raw.kind} {name[1]}" if name else raw.kind
    return f"{said}, {source[1].strip()}" if source else said


def key_of(stop: Stop) -> tuple[str, str, str]:
    """Return the key of the table of wordings for a place where a block stops making sense."""
    what = expected.what(stop.block, stop.clause, stop.accepted, stop.word, stop.before)
    return expected.key(stop.block, stop.clause, what)


def find(parser: Lark, raw: RawBlock) -> Stop:
    """Return where a block that does not parse stops making sense."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken  # noqa: PLC0415

    state: State = parser.parse_interactive(raw.text)
    clause, tokens = "head", []
    line, column = 1, 1
    try:
        for token in state.lexer_thread.lex(state.parser_state):
            line, column = token.line or 1, token.column or 1
            begun = _clause(state, token, raw.kind, clause)
            before = state.copy(deepcopy_values=False)
            try:
                state.feed_token(token)
            except UnexpectedToken:
                state = before
                raise
            tokens.append(token)
            clause = begun
        line, column = _end(tokens)
    except UnexpectedToken as stop:
        line, column = (stop.line or line, stop.column or column) if stop.token.type != "$END" else _end(tokens)
    except UnexpectedCharacters as stop:
        line, column = stop.line, stop.column
    accepted = frozenset(_accepted(state))
    if tokens and line > _end(tokens)[0] and not expected.may_end(accepted):
        line, column = _end(tokens)
    rest = raw.text.split("\n")[line - 1][column - 1 :]
    found = _WORD.match(rest)
    return Stop(
        block=raw.kind,
        clause=clause,
        word=found.group() if found else "",
        before=str(tokens[-1]).removeprefix("'s").removeprefix("\u2019s").strip() if tokens else "",
        accepted=accepted,
        line=line,
        column=column,
    )


def _end(tokens: list[Token]) -> tuple[int, int]:
    return (tokens[-1].end_line or 1, tokens[-1].end_column or 1) if tokens else (1, 1)


def _clause(state: State, token: Token, block: str, clause: str) -> str:
    """Return the clause that ``token`` stands in, in the words of the rule."""
    kind = token.type
    if kind == "_TO":
        return "to" if block in ("exception", "guard") and clause in ("head", "to") else clause
    if kind in _AMBIGUOUS and not _fits(state, "_MUST_BE_SHOWN" if block == "exception" else "_SOURCE"):
        return clause
    return expected.STARTS.get(kind, clause)


def _accepted(state: State) -> set[str]:
    return {kind for kind in state.choices() if kind.isupper() and _fits(state, kind)}


def _fits(state: State, kind: str) -> bool:
    """Whether a word of this kind can stand next."""
    from lark.exceptions import UnexpectedToken  # noqa: PLC0415
    from lark.lexer import Token  # noqa: PLC0415

    trial = state.copy(deepcopy_values=False)
    trial.parser_state.parse_conf = copy(state.parser_state.parse_conf)
    trial.parser_state.parse_conf.callbacks = {}
    try:
        trial.feed_token(Token(kind, ""))
    except UnexpectedToken:
        return False
    return True


def _no_block(file: str, raw: RawBlock) -> Diagnostic:
    found = _WORD.match(raw.text)
    word = found.group() if found else ""
    near = nearest(word, KEYWORDS)
    return Diagnostic(
        "BLOCK",
        Span(file, raw.line, 1, raw.line, 1 + max(1, len(word))),
        f"no block begins with `{word}`",
        f"did you mean `{near}`?" if near else f"begin it with {listed((f'`{each}`' for each in KEYWORDS), 'or')}",
    )
