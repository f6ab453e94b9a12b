"""What words show and use: pointers for a judgement, never a verdict."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from checker.evaluation.days import CAUSE_OF, operand_of
from checker.evaluation.evaluate import Test
from checker.evaluation.operands import reader
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.facts import State
from checker.findings import Cause, Reason
from checker.rulebook.library import Library
from checker.wording.scan import Scan, scan
from checker.wording.scan import uses as hits_of
from dsl.tree import Matches, Shows, Uses


def shows(node: Shows, library: Library) -> Test:
    """Make "wording shows each of" ready: a labelled cell counts as well as the words."""
    read = reader(node.wording, "words", library.names)
    titles = library.names.dimensions

    def test(scope: Scope) -> Reason:
        _, operand = read(scope)
        if operand.state is not State.KNOWN or not isinstance(operand.value, str):
            return reason("shows", node.span, UNDECIDED, (Cause.NOT_COVERED,), (operand,))
        in_words = {hit.name for hit in scanned(operand.value, section_of(operand.pointer), library).dimensions}
        owner = operand.pointer.rsplit("/", 1)[0]
        missing = [
            name
            for name in node.dimensions
            if name != "content" and name not in in_words and scope.fact(f"{owner}/{name}").state is not State.KNOWN
        ]
        detail: dict[str, str | int] = {
            "found": "; ".join(titles[name] for name in node.dimensions if name not in missing),
            "missing": "; ".join(titles[name] for name in missing),
        }
        return reason("shows", node.span, FALSE if missing else TRUE, (), (operand,), detail=detail)

    return test


def uses(node: Uses, library: Library) -> Test:
    """Make "wording uses any of" ready: phrases that nothing beside them clears."""
    read = reader(node.wording, "words", library.names)

    def test(scope: Scope) -> Reason:
        _, operand = read(scope)
        if operand.state is not State.KNOWN or not isinstance(operand.value, str):
            return reason("uses", node.span, UNDECIDED, (Cause.NOT_COVERED,), (operand,))
        found, detail = _used(operand.value, section_of(operand.pointer), node.word_list, library)
        return reason("uses", node.span, TRUE if found else FALSE, (), (operand,), detail=detail)

    return test


@lru_cache(maxsize=4096)
def _used(words: str, section: str, word_list: str, library: Library) -> tuple[bool, Mapping[str, str | int]]:
    """Return whether words use a list of phrases, and what is told of it."""
    hits = hits_of(scanned(words, section, library), word_list)
    titles = library.names.dimensions
    opened = dict.fromkeys(titles.get(each, each) for hit in hits for each in hit.leaves_open)
    told: dict[str, str | int] = {
        "list": library.names.word_lists[word_list],
        "found": "; ".join(dict.fromkeys(hit.words for hit in hits)),
        "leaves_open": "; ".join(opened),
    }
    return bool(hits), told


def matches(node: Matches, scope: Scope) -> Reason:
    """Return the reason for "X matches Y": the same words, or a question whether they name one thing."""
    operands = tuple(
        operand_of(scope, ref, scope.fact(scope.pointer(ref)), role)
        for ref, role in ((node.left, "value"), (node.right, "against"))
    )
    causes = [CAUSE_OF.get(each.state, Cause.NOT_FOUND) for each in operands if each.state is not State.KNOWN]
    if causes:
        return reason("matches", node.span, UNDECIDED, tuple(dict.fromkeys(causes)), operands)
    one, other = (letters(each.value) for each in operands)
    if one == other:
        return reason("matches", node.span, TRUE, (), operands)
    return reason("matches", node.span, UNDECIDED, (Cause.JUDGEMENT,), operands)


def letters(value: object) -> str:
    """Return words without capitals, spaces or punctuation."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", str(value)).casefold()))


@lru_cache(maxsize=2048)
def scanned(words: str, section: str, library: Library) -> Scan:
    """Return the one scan of some words: every rule that looks at them shares it."""
    return scan(words, section, library.lexicon)


def section_of(pointer: str) -> str:
    """Return the letter of the section a pointer leads into, or nothing."""
    for step in pointer.split("/"):
        if step.startswith("section_"):
            return step.removeprefix("section_").upper()
    return ""
