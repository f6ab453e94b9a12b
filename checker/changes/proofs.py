"""The proofs of a rule book: every example beside a rule, and every finding written for a fixture case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.changes.cases import FixtureCase
from checker.evaluation.check import check_case
from checker.evaluation.examples import figures, show
from checker.rulebook.library import Library
from dsl import tree


@dataclass(frozen=True)
class Proof:
    """One thing that had to come out: what it is of (a topic or a case), its title, and what was wrong (or empty).

    ``file`` and ``line`` say where the expectation is written; 0 for a file as a whole.
    """

    of: str
    title: str
    wrong: str
    file: str
    line: int


def examples(library: Library) -> Iterator[Proof]:
    """Yield a proof for every example of the rule book, in the order of the files."""
    for example in library.book.examples:
        rule = library.book.rules[example.rule]
        yield Proof(rule.topic, f"{example.rule}: {example.title}", _wrong(example, library), *_at(example.span))


def _at(span: tree.Span) -> tuple[str, int]:
    return span.file, span.line


def _wrong(example: tree.Example, library: Library) -> str:
    shown = show(example, library)
    if shown.holds:
        return ""
    given = shown.outcomes[0].value if shown.outcomes else "no finding"
    if given != example.expect:
        return f"expected {example.expect}, and it came out {given}"
    said = "; ".join(filter(None, (figures(each) for each in shown.findings))) or "no figures"
    return f"expected the words “{example.words}”, and the reasons say: {said}"


def findings(cases: Sequence[FixtureCase], library: Library) -> Iterator[Proof]:
    """Yield a proof for every rule on every fixture case: its findings are exactly those written for it."""
    for fixture in cases:
        given: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
        for each in check_case(fixture.case, library, fixture.as_at).findings:
            about = each.about.path.rpartition("/")[2]
            given.setdefault(each.rule, {})[about] = each.outcome.value, tuple(sorted(f.value for f in each.flags))
        expected: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
        for row in fixture.expected:
            expected.setdefault(row.rule, {})[row.about] = row.outcome, row.flags
        for rule in dict.fromkeys((*expected, *given)):
            wrong = "; ".join(_differences(expected.get(rule, {}), given.get(rule, {})))
            yield Proof(fixture.name, rule, wrong, f"{fixture.folder.name}/expected", 0)


def _differences(
    expected: dict[str, tuple[str, tuple[str, ...]]], given: dict[str, tuple[str, tuple[str, ...]]]
) -> Iterator[str]:
    for about in dict.fromkeys((*expected, *given)):
        wanted, found = expected.get(about), given.get(about)
        if wanted != found:
            yield f"{about or 'the case'}: {_said(wanted, 'nothing')} expected, {_said(found, 'nothing')} given"


def _said(found: tuple[str, tuple[str, ...]] | None, otherwise: str) -> str:
    return " ".join((found[0], *found[1])) if found else otherwise
