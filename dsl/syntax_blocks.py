"""The syntax of blocks: clauses, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl.syntax_values import Date, Path, Value, Word
from dsl.tree import Span

if TYPE_CHECKING:
    from dsl.syntax import Condition


@dataclass(frozen=True)
class Scope:
    """``the assessment`` (one path, no name), or ``provision in section F``."""

    var: Word | None
    lists: tuple[Path, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class GivenValue:
    """What an example gives: ``state`` as in :class:`dsl.tree.Given`, with its values.

    ``several`` is true of ``(a, b)``, the codes of a field that holds several.
    """

    state: str
    values: tuple[Value, ...]
    several: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class GivenField:
    """``start is 2026-02-01``, inside ``with (…)``."""

    path: Path
    to: Path | None
    value: GivenValue
    span: Span = field(compare=False)


@dataclass(frozen=True)
class RowKey:
    """What a row asks of a key: ``form`` is ``is``, ``between``, ``under`` or ``over``."""

    form: str
    values: tuple[Value, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Clause:
    """A clause of a block. ``kind`` is its name in the grammar, and says which fields it fills.

    ``words`` holds names, ids and texts in the order in which they are written; a kind,
    a party or a force of several words is one of them. ``paths`` holds lists, or the
    one path of a clause that has one; ``condition`` also holds a ``where`` or a ``when``.
    A row that gives no value has ``no limit`` or ``no figure`` among its words.
    """

    kind: str
    span: Span = field(compare=False)
    words: tuple[Word, ...] = ()
    citations: tuple[Word, ...] = ()
    paths: tuple[Path, ...] = ()
    to: Path | None = None
    value: Value | None = None
    condition: Condition | None = None
    from_day: Date | None = None
    until_day: Date | None = None
    given: GivenValue | None = None
    fields: tuple[GivenField, ...] = ()
    row_keys: tuple[RowKey, ...] = ()


@dataclass(frozen=True)
class Block:
    """A block: its keyword, its id or name, its title, and its clauses.

    ``scope`` is what a judgement or a definition is of; ``rule`` and ``as_at`` belong to
    an example, whose name is empty.
    """

    kind: str
    name: Word
    title: str
    clauses: tuple[Clause, ...]
    span: Span = field(compare=False)
    scope: Scope | None = None
    rule: Word | None = None
    as_at: Date | None = None
