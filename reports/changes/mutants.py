"""A run of mutants as text and as JSON: what was noticed by operator, and each change that nothing notices."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from checker.changes.noticed import Noticed

_HUNDRED = 100


def share_noticed(looked: Sequence[Noticed], equivalent: Mapping[str, str]) -> float:
    """Return the share of the changes that matter that were noticed, in per cent; 100 if there are none."""
    counted = [each for each in looked if each.by or each.mutant.id not in equivalent]
    return _HUNDRED * sum(bool(each.by) for each in counted) / len(counted) if counted else float(_HUNDRED)


def mutants_text(looked: Sequence[Noticed], equivalent: Mapping[str, str]) -> str:
    """Return the report as text."""
    lines = [f"{'operator':<22}{'changes':>9}{'noticed':>9}{'no change':>11}{'unnoticed':>11}"]
    for operator in dict.fromkeys(each.mutant.operator for each in looked):
        of = [each for each in looked if each.mutant.operator == operator]
        lines.append(_row(operator, of, equivalent))
    lines.append(_row("all", looked, equivalent))
    lines.append(f"\nNoticed: {share_noticed(looked, equivalent):.1f}% of the changes that change anything.")
    unnoticed = [each for each in looked if not each.by and each.mutant.id not in equivalent]
    if unnoticed:
        lines.append("\nNothing notices these. An example beside the rule would:")
    for each in unnoticed:
        span = each.mutant.span
        lines.append(f"  {span.file}:{span.line}  {each.mutant.id}")
    same = [each for each in looked if not each.by and each.mutant.id in equivalent]
    if same:
        lines.append("\nThese change nothing that could come out otherwise:")
    lines += [f"  {each.mutant.id}\n      {equivalent[each.mutant.id]}" for each in same]
    stale = sorted(set(equivalent) - {each.mutant.id for each in same})
    if stale:
        lines.append("\nCalled equivalent, and noticed after all or no longer made:")
    lines += [f"  {each}" for each in stale]
    return "\n".join(lines) + "\n"


def _row(name: str, of: Sequence[Noticed], equivalent: Mapping[str, str]) -> str:
    noticed = sum(bool(each.by) for each in of)
    same = sum(not each.by and each.mutant.id in equivalent for each in of)
    return f"{name:<22}{len(of):>9}{noticed:>9}{same:>11}{len(of) - noticed - same:>11}"


def mutants_json(looked: Sequence[Noticed], equivalent: Mapping[str, str]) -> str:
    """Return the report as JSON: every change, the operator, where it is, and what noticed it."""
    rows = [
        {
            "id": each.mutant.id,
            "operator": each.mutant.operator,
            "block": each.mutant.name,
            "file": each.mutant.span.file,
            "line": each.mutant.span.line,
            "noticed_by": each.by,
            "equivalent": equivalent.get(each.mutant.id, "") if not each.by else "",
        }
        for each in looked
    ]
    whole = {"noticed_per_cent": round(share_noticed(looked, equivalent), 2), "changes": rows}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
