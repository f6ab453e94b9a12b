"""What words show and use: pointers for a judgement, never a verdict."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from checker.evaluation.days import CAUSE_OF, operand_of
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.facts import State
from checker.findings import Cause, Operand, Reason
from checker.rulebook.library import Library
from checker.wording.scan import Scan, scan
from checker.wording.scan import uses as hits_of
from dsl.tree import Matches, Ref, Shows, Uses


def shows(node: Shows, scope: Scope) -> Reason:
    """Return the reason for "wording shows each of": a labelled cell counts as well as the words."""
    found = _scanned(node.wording, scope)
    operand, owner = _operand(node.wording, scope)
    if found is None:
        return reason("shows", node.span, UNDECIDED, (Cause.NOT_COVERED,), (operand,))
    in_words = {hit.name for hit in found.dimensions}
    missing = [
        name
        for name in node.dimensions
        if name != "content" and name not in in_words and scope.fact(f"{owner}/{name}").state is not State.KNOWN
    ]
    titles = scope.library.names.dimensions
    detail: dict[str, str | int] = {
        "found": "; ".join(titles[name] for name in node.dimensions if name not in missing),
        "missing": "; ".join(titles[name] for name in missing),
    }
    return reason("shows", node.span, FALSE if missing else TRUE, (), (operand,), detail=detail)


def uses(node: Uses, scope: Scope) -> Reason:
    """Return the reason for "wording uses any of": phrases that nothing beside them clears."""
    found = _scanned(node.wording, scope)
    operand, _ = _operand(node.wording, scope)
    if found is None:
        return reason("uses", node.span, UNDECIDED, (Cause.NOT_COVERED,), (operand,))
    hits = hits_of(found, node.word_list)
    titles = scope.library.names.dimensions
    opened = dict.fromkeys(titles.get(each, each) for hit in hits for each in hit.leaves_open)
    detail: dict[str, str | int] = {
        "list": scope.library.names.word_lists[node.word_list],
        "found": "; ".join(dict.fromkeys(hit.words for hit in hits)),
        "leaves_open": "; ".join(opened),
    }
    return reason("uses", node.span, TRUE if hits else FALSE, (), (operand,), detail=detail)


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


def _operand(ref: Ref, scope: Scope) -> tuple[Operand, str]:
    pointer = scope.pointer(ref)
    fact = scope.fact(pointer)
    value = fact.value if fact.state is State.KNOWN else None
    operand = Operand("words", scope.said(ref), scope.owner(ref), pointer, fact.state, value, fact.where)
    return operand, pointer.rsplit("/", 1)[0]


def _scanned(ref: Ref, scope: Scope) -> Scan | None:
    pointer = scope.pointer(ref)
    fact = scope.fact(pointer)
    if fact.state is not State.KNOWN or not isinstance(fact.value, str):
        return None
    return scanned(fact.value, section_of(pointer), scope.library)


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
