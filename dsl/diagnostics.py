"""What is wrong with a rule file, as values; several in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dsl.tree import Span


@dataclass(frozen=True)
class Diagnostic:
    """One mistake: a code, where it is, a message and how to mend it.

    ``help`` may be empty. ``about`` names the block and its source, for the reader.
    """

    code: str
    span: Span
    message: str
    help: str = ""
    about: str = ""


def render(diagnostic: Diagnostic, files: Mapping[str, str]) -> str:
    """Return the diagnostic as text: place, code and message, then the line with a caret and the help."""
    span = diagnostic.span
    head = f"{span.file}:{span.line}:{span.column}  {diagnostic.code}  {diagnostic.message}"
    lines = files.get(span.file, "").replace("\r\n", "\n").split("\n")
    tail = " ".join(filter(None, (diagnostic.help, f"({diagnostic.about})" if diagnostic.about else "")))
    if not 1 <= span.line <= len(lines):
        return f"{head}\n     {tail}" if tail else head
    line = lines[span.line - 1].replace("\t", " ")
    number = f"{span.line:>5} | "
    margin = " " * 5 + " | "
    same_line = span.end_line == span.line
    width = max(1, (span.end_column if same_line else len(line) + 1) - span.column)
    return f"{head}\n{number}{line}\n{margin}{' ' * (span.column - 1)}{'^' * width} {tail}".rstrip()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in the order of their places, each once."""
    seen = dict.fromkeys(diagnostics)
    return tuple(sorted(seen, key=lambda d: (d.span.file, d.span.line, d.span.column, d.code, d.message)))
