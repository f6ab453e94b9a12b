"""Formats rule files: one way to write each thing, comments kept, broken blocks left as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dsl import syntax as s
from dsl import writing as w
from dsl.blocks import RawBlock, split, tidy
from dsl.parse import parse_block

WIDTH = 120
"""No line is longer, if it can be broken."""

_DEEP = 12
"""How far a duty and the parts of a long condition are indented."""

_SHORT_KEY = 8
"""The width of the first words of a rule's short clauses: `for each`, `in force`."""

_WIDE = 60
"""Rows wider than this are not lined up."""

_COMMENT = re.compile(r'"[^"\n]*"|(?P<comment>#[^\n]*)')


@dataclass(frozen=True)
class Comment:
    """A comment and the line of the block it stands on, counted from 1; ``own`` if it has the line to itself."""

    line: int
    text: str
    own: bool


def format_text(file: str, text: str) -> str:
    """Return the text of a rule file, formatted. What it says does not change."""
    return _format(file, text, {})


def format_files(files: Mapping[str, str]) -> dict[str, str]:
    """Return rule files, formatted together: a rule that does not name an exception to it is made to."""
    missing: dict[str, list[str]] = {}
    parsed = [(name, raw, parse_block(name, raw)) for name, text in files.items() for raw in split(text)]
    blocks = [block for _, _, block in parsed if isinstance(block, s.Block)]
    named = {
        block.name.text: {word.text for each in block.clauses if each.kind == "unless" for word in each.words}
        for block in blocks
        if block.kind == "rule"
    }
    for block in blocks:
        for clause in block.clauses:
            if block.kind == "exception" and clause.kind == "to_rule" and clause.words[0].text in named:
                rule = clause.words[0].text
                if block.name.text not in (*named[rule], *missing.get(rule, ())):
                    missing.setdefault(rule, []).append(block.name.text)
    return {name: _format(name, text, missing) for name, text in files.items()}


def _format(file: str, text: str, missing: Mapping[str, list[str]]) -> str:
    raws = split(text)
    above = tidy(text).split("\n")[: raws[0].line - 1] if raws else tidy(text).split("\n")
    out: list[str] = _between(above)
    for raw in raws:
        body, after = _trailing(raw)
        block = parse_block(file, raw)
        if out and not (out[-1].startswith("#") and above and above[-1].strip()):
            out.append("")
        if isinstance(block, s.Block):
            out += _block(_with_unless(block, missing), body)
        else:
            out += [line.rstrip() for line in body.text.split("\n")]
        above = after
        if lines := _between(after):
            out += ["", *lines]
    while out and not out[0]:
        out.pop(0)
    return "\n".join(out).rstrip("\n") + "\n" if out else ""


def _with_unless(block: s.Block, missing: Mapping[str, list[str]]) -> s.Block:
    names = missing.get(block.name.text, []) if block.kind == "rule" else []
    if not names:
        return block
    words = tuple(s.Word(name, block.span) for name in names)
    clauses = tuple(
        replace(clause, words=(*clause.words, *words)) if clause.kind == "unless" else clause
        for clause in block.clauses
    )
    if not any(clause.kind == "unless" for clause in clauses):
        clauses = (*clauses, s.Clause("unless", replace(block.span, line=block.span.end_line), words=words))
    return replace(block, clauses=clauses)


def _trailing(raw: RawBlock) -> tuple[RawBlock, list[str]]:
    """Return a block without the comments and blank lines below it that belong to what follows, and those."""
    lines = raw.text.split("\n")
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    while end < len(lines) and lines[end].strip() and not lines[end].startswith("#"):
        end += 1
    return RawBlock(raw.kind, "\n".join(lines[:end]), raw.line), lines[end:]


def _between(lines: list[str]) -> list[str]:
    """Return the comments between blocks, with no two blank lines together and none at the ends."""
    out: list[str] = []
    for line in lines:
        text = line.strip()
        if text or (out and out[-1]):
            out.append(text)
    while out and not out[-1]:
        out.pop()
    return out


def _comments(raw: RawBlock) -> list[Comment]:
    return [
        Comment(number, match["comment"].rstrip(), not line[: match.start()].strip())
        for number, line in enumerate(raw.text.split("\n"), 1)
        for match in _COMMENT.finditer(line)
        if match["comment"]
    ]


def _block(block: s.Block, raw: RawBlock) -> list[str]:
    out = _wrap(_heading(block), 0, 8)
    comments = _comments(raw)
    widths = _widths(block)
    for clause in block.clauses:
        line = clause.span.line - raw.line + 1
        last = clause.span.end_line - raw.line + 1
        now = [each for each in comments if each.line < line or (each.line <= last)]
        comments = [each for each in comments if each not in now]
        out += [f"  {each.text}" for each in now]
        out += _clause(clause, widths)
    return out + [f"  {each.text}" for each in comments]


def _heading(block: s.Block) -> str:
    title = f'  "{block.title}"' if block.title else ""
    if block.kind == "example" and block.rule is not None and block.as_at is not None:
        return f'example "{block.title}" for {block.rule.text}  as at {block.as_at.text}'
    scope = ""
    if block.scope is not None:
        each = f"{block.scope.var.text} in " if block.scope.var is not None else ""
        scope = f" of {each}{w.paths(block.scope.lists)}"
    return f"{block.kind} {block.name.text}{scope}{title}"


@dataclass(frozen=True)
class _Widths:
    """How wide the first words of a block's clauses are, and the columns of its rows."""

    key: int
    first: int
    second: int


def _widths(block: s.Block) -> _Widths:
    keys = [len(KEYS.get(clause.kind, "")) for clause in block.clauses]
    rows = [clause for clause in block.clauses if clause.kind in ("to_rule", "entry")]
    firsts = [len(clause.words[0].text) for clause in rows]
    table = [clause for clause in block.clauses if clause.kind in ("row", "figure")]
    firsts += [len(w.row_keys(clause.row_keys) or _case_value(clause)) for clause in table]
    firsts += [len(_case_value(clause)) for clause in block.clauses if clause.kind.startswith("case")]
    return _Widths(
        key=_SHORT_KEY if block.kind in ("rule", "exception") else max(keys),
        first=max((width for width in firsts if width <= _WIDE), default=0),
        second=max(
            [len(clause.words[1].text) + 2 for clause in rows if clause.kind == "entry"]
            + [len(_gift(clause)) for clause in table],
            default=0,
        ),
    )


def _case_value(clause: s.Clause) -> str:
    return w.value(clause.value) if clause.value is not None else "undecided"


def _gift(clause: s.Clause) -> str:
    return w.value(clause.value) if clause.value is not None else clause.words[0].text


KEYS = {
    "source": "source", "see": "see", "in_force": "in force", "checks": "checks", "for_each": "for each",
    "applies_when": "applies when", "unless": "unless", "reason": "reason recorded in", "suggest": "suggest",
    "compares": "compares with", "shows_inside": "shows inside", "law_as_at": "law as at", "by_analogy": "by analogy",
    "lifts_limit": "lifts the time limit", "lifts_duty": "lifts the duty", "sets_limit": "sets the time limit to",
    "must_be_shown": "must be shown", "to_kind": "to every rule that checks", "asks": "asks",
    "decided_by": "decided by", "consider": "consider",
    "points_yes": "points to yes when", "points_no": "points to no when",
    "settled": "settled by", "open": "open", "otherwise": "otherwise", "means": "means", "given_fact": "given",
    "given_event": "given", "given_item": "given", "given_answer": "given", "expect": "expect", "entry": "entry",
    "alongside": "alongside", "keys": "by", "row": "row", "figure": "is", "counts": "counts", "out_of": "out of",
}  # fmt: skip
"""The words that a clause of each kind begins with."""


def _clause(clause: s.Clause, widths: _Widths) -> list[str]:
    key = KEYS.get(clause.kind, "")
    if clause.kind == "duty":
        head = f"the {clause.words[0].text} {clause.words[1].text}"
        return _with_condition(head, clause.condition, _DEEP)
    if clause.kind in ("applies_when", "points_yes", "points_no", "means"):
        return _with_condition(key.ljust(widths.key) + " ", clause.condition, max(len(key), widths.key) + 4)
    body = _body(clause, widths)
    if clause.kind in ("to_rule", "to_rules", "to_kind", "case", "case_otherwise", "case_undecided"):
        return _wrap(body, 2, _DEEP)
    return _wrap(f"{key.ljust(widths.key)}  {body}".rstrip(), 2, max(len(key), widths.key) + 4)


def _body(clause: s.Clause, widths: _Widths) -> str:  # noqa: C901, PLR0912  (one answer for each clause)
    words, under = clause.words, f"  under {w.cited(clause.citations)}" if clause.citations else ""
    from_day = f"  from {clause.from_day.text}" if clause.from_day is not None else ""
    until = f"  until {clause.until_day.text}" if clause.until_day is not None else ""
    when = f"  when {w.condition(clause.condition)}" if clause.condition is not None else ""
    match clause.kind:
        case "source" | "see" | "settled":
            return w.cited(clause.citations)
        case "in_force":
            return f"{from_day}{until}".strip().replace("  ", " ")
        case "checks":
            return words[0].text + (f" at the stage {words[1].text}" if len(words) > 1 else "")
        case "alongside":
            return words[0].text
        case "keys":
            return ", ".join(map(w.path, clause.paths))
        case "row":
            keys, gift = w.row_keys(clause.row_keys).ljust(widths.first), _gift(clause)
            tail = f"{under}{from_day}{until}"
            return f"{keys}  gives {gift.ljust(widths.second) if tail else gift}{tail}"
        case "figure":
            return f"{_case_value(clause).ljust(widths.first)}{from_day}{under}"
        case "for_each" | "counts" | "out_of":
            return f"{words[0].text} in {w.paths(clause.paths)}{w.where(clause.condition)}"
        case "unless" | "decided_by" | "shows_inside":
            return w.names(words)
        case "reason":
            return w.path(clause.paths[0])
        case "suggest" | "asks" | "open" | "otherwise":
            return f'"{words[0].text}"'
        case "consider":
            return f'"{words[0].text}"{under}'
        case "compares":
            return f"{words[0].text} as {words[1].text}{when}"
        case "law_as_at" | "sets_limit":
            return w.value(clause.value) if clause.value is not None else ""
        case "to_rule":
            reading = f"  on the reading {words[1].text}" if len(words) > 1 else ""
            return f"to {words[0].text.ljust(widths.first)}{under}{reading}"
        case "to_rules":
            return f"to {w.names(words)}"
        case "to_kind":
            excepted = f" except {w.names(words[1:])}" if len(words) > 1 else ""
            return f"to every rule that checks {words[0].text}{excepted}"
        case "case" | "case_otherwise" | "case_undecided":
            return f"is  {_case_value(clause).ljust(widths.first)}{when or '  otherwise'}"
        case "entry":
            title = f'"{words[1].text}"'
            tail = f"{under}{from_day}{until}{when}"
            return f"{words[0].text.ljust(widths.first)}  {title.ljust(widths.second) if tail else title}{tail}"
        case "given_fact":
            to = f" to {w.path(clause.to)}" if clause.to is not None else ""
            return f"{w.path(clause.paths[0])}{to} is {w.given_value(clause.given)}" if clause.given is not None else ""
        case "given_event":
            to = f" to {w.path(clause.to)}" if clause.to is not None else ""
            return f"{w.path(clause.paths[0])}{to} {words[0].text}"
        case "given_answer":
            return f"{w.path(clause.paths[0])} is judged {'not ' if len(words) > 1 else ''}{words[0].text}"
        case "given_item":
            article = "an" if words[0].text[0] in "aeiou" else "a"
            held = f" with ({', '.join(map(w.given_field, clause.fields))})" if clause.fields else ""
            return f"{article} {words[0].text} {words[1].text} in {w.path(clause.paths[0])}{held}"
        case "expect":
            return words[0].text + (f' "{words[1].text}"' if len(words) > 1 else "")
        case _:
            return ""


def _with_condition(head: str, condition: s.Condition | None, deep: int) -> list[str]:
    """Return a clause that ends in a condition: on one line if it fits, else a line for each part.

    The parts of a duty stand below its first words; those of other clauses beside them.
    """
    if condition is None:
        return [f"  {head}"]
    line = f"  {head} {w.condition(condition)}".replace(w.BREAK, " ")
    if len(line) <= WIDTH:
        return [line.rstrip()]
    parts = condition.parts if isinstance(condition, s.Joined) else (condition,)
    texts = [w.part(part) for part in parts] if len(parts) > 1 else [w.condition(condition)]
    if isinstance(condition, s.Joined):
        texts = [texts[0], *(f"{condition.word} {text}" for text in texts[1:])]
    out = []
    if deep == _DEEP:
        out.append(f"  {head}")
    else:
        out += _wrap(f"{head} {texts.pop(0)}", 2, deep + 4)
    for text in texts:
        out += _wrap(text, deep, deep + 4)
    return out


def _wrap(text: str, indent: int, hanging: int) -> list[str]:
    """Return text broken into lines, never inside quotation marks; at its chosen places first."""
    if indent + len(text) <= WIDTH:
        return [" " * indent + text.replace(w.BREAK, " ").replace(w.KEPT, " ").rstrip()]
    lines: list[str] = []
    for chunk in text.split(w.BREAK):
        line = " " * (hanging if lines else indent)
        for piece in re.findall(r' *(?:"[^"]*"[^ ]*|[^ "]+)', chunk):
            if len(line) + len(piece) > WIDTH and line.strip():
                lines.append(line)
                line = " " * hanging + piece.strip()
            else:
                line += piece if line.strip() else piece.lstrip()
        lines.append(line)
    return [each.rstrip().replace(w.KEPT, " ") for each in lines]
