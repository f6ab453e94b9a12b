"""Two rule books beside each other: what changed, what flips, and what nobody meant to flip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import ndiff

from checker.changes.boundaries import Boundary, boundaries
from checker.changes.cases import FixtureCase
from checker.changes.mutants import Mutant, mutants_of
from checker.changes.noticed import Watch
from checker.evaluation.check import check_case
from checker.evaluation.examples import show
from checker.findings import AuthorityUsed
from checker.rulebook.depends import rules_by_block
from checker.rulebook.library import Library
from dsl import tree
from dsl.walk import walk

_KINDS = (
    "rules", "exceptions", "guards", "judgements", "readings", "definitions", "checklists", "tables", "parameters",
)  # fmt: skip
_AT_THE_EDGE = ("period", "commencement", "of or starting with", "edge", "unit")
"""Operators whose changes only a fixture at the boundary can notice."""

_SILENT = ("does-not-apply", "nothing-to-check")
"""What a rule that is new says of most cases: no news to anyone."""

Texts = Mapping[tuple[str, str], str]
"""The text of every block as a lawyer reads it, by (keyword, name)."""


@dataclass(frozen=True)
class Changed:
    """A block that was added, taken out or changed: its keyword and name, how, and the lines taken out and put in."""

    keyword: str
    name: str
    how: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Flip:
    """A finding or an example that comes out otherwise. ``outside`` is true where no change was made that it can read.

    ``before`` or ``after`` is empty where there was no such finding.
    """

    where: str
    finding: str
    rule: str
    before: str
    after: str
    outside: bool


@dataclass(frozen=True)
class Source:
    """What a changed rule rests on, whether its words were seen, and the other rules that cite the same provision."""

    rule: str
    citation: str
    verified: bool
    text_as_at: str
    also_cited_by: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Everything a reader of a change needs. ``edges`` are changes at a boundary that nothing would notice."""

    old: str
    new: str
    changed: tuple[Changed, ...]
    boundaries: tuple[Boundary, ...]
    flips: tuple[Flip, ...]
    edges: tuple[Mutant, ...]
    sources: tuple[Source, ...]
    cases: int
    examples: int


def compare(
    old: Library, new: Library, texts: tuple[Texts, Texts], cases: tuple[Sequence[FixtureCase], Sequence[FixtureCase]]
) -> Comparison:
    """Return what ``new`` changes. ``texts`` and ``cases`` are those of the old and of the new, read with each."""
    changed = tuple(_changed(texts))
    touched = frozenset(_reached(changed, old)) | frozenset(_reached(changed, new))
    rules = tuple(each.name for each in changed if each.keyword == "rule")
    flips = (*_flipped_cases(old, new, cases, touched), *_flipped_examples(old, new, touched))
    edges = [
        each
        for each in mutants_of(new.book, new.names)
        if each.operator in _AT_THE_EDGE and any(each.name == one.name for one in changed)
    ]
    unnoticed = tuple(found.mutant for found in Watch(new, cases[1]).look(edges) if not found.by) if edges else ()
    return Comparison(
        old=f"{old.version} ({old.sha256[:12]})",
        new=f"{new.version} ({new.sha256[:12]})",
        changed=changed,
        boundaries=boundaries(rules, old, new),
        flips=flips,
        edges=unnoticed,
        sources=tuple(_sources(rules, new)),
        cases=len(cases[1]),
        examples=len(new.book.examples),
    )


def _changed(texts: tuple[Texts, Texts]) -> Iterator[Changed]:
    before, after = texts
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key, ""), after.get(key, "")
        if key[0] == "example" or was == now:
            continue
        how = "changed" if was and now else "added" if now else "taken out"
        lines = list(ndiff(was.splitlines(), now.splitlines()))
        yield Changed(
            *key,
            how,
            tuple(line[2:] for line in lines if line.startswith("- ")),
            tuple(line[2:] for line in lines if line.startswith("+ ")),
        )


def _reached(changed: Sequence[Changed], library: Library) -> Iterator[str]:
    """Yield the rules whose findings the changed blocks can reach."""
    names = {each.name for each in changed}
    for (_, name), rules in rules_by_block(library.book).items():
        if name in names:
            yield from rules


def _flipped_cases(
    old: Library,
    new: Library,
    cases: tuple[Sequence[FixtureCase], Sequence[FixtureCase]],
    touched: frozenset[str],
) -> Iterator[Flip]:
    before = {each.name: _outcomes(each, old) for each in cases[0]}
    for each in cases[1]:
        was, now = before.get(each.name, {}), _outcomes(each, new)
        for finding in dict.fromkeys((*was, *now)):
            rule = finding.partition(":")[0]
            one, other = was.get(finding, ""), now.get(finding, "")
            if one != other and (one or other not in _SILENT):
                yield Flip(each.name, finding, rule, one, other, rule not in touched)


def _outcomes(fixture: FixtureCase, library: Library) -> dict[str, str]:
    found = check_case(fixture.case, library, fixture.as_at).findings
    return {each.id: " ".join((each.outcome.value, *sorted(flag.value for flag in each.flags))) for each in found}


def _flipped_examples(old: Library, new: Library, touched: frozenset[str]) -> Iterator[Flip]:
    """Yield the examples of the old book that come out otherwise under the new rules."""
    kept = {(each.rule, each.title): each for each in new.book.examples}
    for example in old.book.examples:
        same = kept.get((example.rule, example.title))
        if example.rule not in new.book.rules or same is None:
            continue
        was, now = show(example, old).outcomes[:1], show(same, new).outcomes[:1]
        if was != now:
            yield Flip(
                "examples",
                f"{example.rule}: {example.title}",
                example.rule,
                was[0].value if was else "",
                now[0].value if now else "",
                example.rule not in touched,
            )


def _sources(rules: Sequence[str], library: Library) -> Iterator[Source]:
    citing: dict[str, dict[str, None]] = {}
    for rule in library.book.rules.values():
        for citation in _citations(rule):
            for id_ in citation.authorities:
                citing.setdefault(id_, {})[rule.id] = None
    for name in rules:
        if name not in library.book.rules:
            continue
        rule = library.book.rules[name]
        held: list[AuthorityUsed] = [library.authorities[id_] for id_ in rule.source.authorities]
        also = dict.fromkeys(other for id_ in rule.source.authorities for other in citing[id_] if other != name)
        yield Source(
            rule=name,
            citation=held[0].citation if held else rule.source.text,
            verified=all(each.verified for each in held),
            text_as_at=held[0].text_as_at if held else "",
            also_cited_by=tuple(also),
        )


def _citations(rule: tree.Rule) -> Iterator[tree.Citation]:
    yield rule.source
    yield from rule.see
    for node in walk(rule):
        if isinstance(node, tree.Citation):
            yield node
