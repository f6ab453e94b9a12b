"""Everything a rule file may name: the vocabulary, and the blocks of the files themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dsl import syntax as s
from dsl.blocks import KEYWORDS
from dsl.diagnostics import Diagnostic
from dsl.tree import Span
from dsl.vocabulary import Code, Field, Of, Thing, Type, Vocabulary
from dsl.walk import walk


class Mistake(Exception):  # noqa: N818  (a mistake in a rule file is not an error of the program)
    """Carries one diagnostic out of the piece of syntax that cannot be resolved."""

    def __init__(self, span: Span, code: str, message: str, remedy: str = "") -> None:
        """Keep the diagnostic."""
        super().__init__(message)
        self.diagnostics: tuple[Diagnostic, ...] = (Diagnostic(code, span, message, remedy),)

    @classmethod
    def several(cls, diagnostics: Iterable[Diagnostic]) -> Mistake:
        """Return one mistake that carries several diagnostics."""
        diagnostics = tuple(diagnostics)
        first = diagnostics[0]
        mistake = cls(first.span, first.code, first.message, first.help)
        mistake.diagnostics = diagnostics
        return mistake


@dataclass(frozen=True)
class Names:
    """The vocabulary by name, and the blocks by kind and name."""

    vocabulary: Vocabulary
    roots: Mapping[str, Field]
    things: Mapping[str, Thing]
    blocks: Mapping[str, Mapping[str, s.Block]]
    code_types: Mapping[str, Code]

    @cached_property
    def asked(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The judgements that each rule and each exception asks in its own words, by its kind and name."""
        return {
            (kind, name): frozenset(each.judgement.text for each in walk(block.clauses) if isinstance(each, s.Judged))
            for kind in ("rule", "exception")
            for name, block in self.blocks[kind].items()
        }

    def thing(self, type_: Type | None) -> Thing | None:
        """Return the kind of thing a value of this type is, or None if it is not a thing."""
        return self.things.get(type_.thing) if isinstance(type_, Of) else None


def names_of(vocabulary: Vocabulary, blocks: Iterable[s.Block]) -> Names:
    """Return the names of a vocabulary and of blocks; of two blocks of one name, the first."""
    by_kind: dict[str, dict[str, s.Block]] = {kind: {} for kind in KEYWORDS}
    for block in blocks:
        by_kind[block.kind].setdefault(block.name.text, block)
    return Names(
        vocabulary=vocabulary,
        roots={root.name: root for root in vocabulary.roots},
        things={thing.name: thing for thing in vocabulary.things},
        blocks=by_kind,
        code_types={
            name: Code(name, tuple((c.words[0].text, c.words[1].text) for c in block.clauses if c.kind == "entry"))
            for name, block in by_kind["checklist"].items()
        },
    )


@dataclass(frozen=True)
class Defined:
    """What is known of a definition before it is resolved.

    ``type`` is the type of its value, None for one that ``means`` a condition.
    """

    subject: Type
    type: Type | None


@dataclass(frozen=True)
class Tabled:
    """What is known of a table before it is resolved: the types of its keys, and of what it gives."""

    by: tuple[Type, ...]
    type: Type | None


@dataclass(frozen=True)
class Context:
    """Where a piece of syntax is read: what its bare names stand for, and what it may speak of.

    ``root`` is the root whose sections ``section F`` means, and empty where no kind of
    document is fixed. ``time_limit`` is true in exceptions and guards; ``texts`` where
    words may be scanned; ``each`` where a field asked of a list is that of each of its items.
    """

    names: Names
    variables: Mapping[str, Type] = field(default_factory=dict)
    definitions: Mapping[str, Defined] = field(default_factory=dict)
    judgements: Mapping[str, Type] = field(default_factory=dict)
    tables: Mapping[str, Tabled] = field(default_factory=dict)
    parameters: Mapping[str, Type | None] = field(default_factory=dict)
    root: str = ""
    time_limit: bool = False
    texts: bool = False
    each: bool = False

    def with_variable(self, name: s.Word, type_: Type) -> Context:
        """Return the context inside a loop over ``name``. Raises Mistake if the name is taken."""
        if name.text in self.variables:
            raise Mistake(
                name.span,
                "NAME-TAKEN",
                f"`{name.text}` already stands for something here",
                "give the inner one another name",
            )
        return replace(self, variables={**self.variables, name.text: type_})


FEW = 8
"""A longer list of names is not read."""


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name nearest to ``word``, if one is near enough to be meant."""
    limit = max(1, len(word) // 3)
    best: tuple[int, str] | None = None
    for name in names:
        distance = edits(word.lower(), name.lower(), limit)
        if distance <= limit and (best is None or (distance, name) < best):
            best = (distance, name)
    return best[1] if best else None


def edits(left: str, right: str, limit: int) -> int:
    """Return the number of letters to add, drop, change or swap; any number over ``limit`` is ``limit + 1``."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)


def suggestion(word: str, names: Iterable[str], prefix: str = "") -> str:
    """Return ``did you mean `…`?``, or a list of what there is if it is short, or nothing."""
    names = list(dict.fromkeys(names))
    if near := nearest(word, names):
        return f"did you mean `{prefix}{near}`?"
    if 0 < len(names) <= FEW:
        return "there is " + listed(f"`{prefix}{name}`" for name in names)
    return ""


def singular(word: str) -> str:
    """Return the singular of an English plural in ``s``; any other word unchanged."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
