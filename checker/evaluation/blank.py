"""What every finding of a rule has in common: a finding with nothing found yet."""

from __future__ import annotations

from checker.findings import About, Finding, Outcome
from checker.rulebook.library import Library
from dsl import tree

_NOTHING = About("", "", "", None)


def blank_of(rule: tree.Rule, library: Library) -> Finding:
    """Return a finding of a rule, about nothing and with nothing to check; it is made once for a rule book."""
    kept = library.ready.get(id(rule))
    if kept is None:
        # The rule is kept beside it, so that its identity is no other's.
        kept = library.ready[id(rule)] = (rule, _blank(rule))
    blank: Finding = kept[1]
    return blank


def _blank(rule: tree.Rule) -> Finding:
    return Finding(
        id=rule.id,
        rule=rule.id,
        title=rule.title,
        topic=rule.topic,
        outcome=Outcome.NOTHING_TO_CHECK,
        flags=(),
        standing=None,
        force=rule.force,
        status=rule.status,
        party=rule.party,
        about=_NOTHING,
        source=rule.source,
        see=rule.see,
        relevant_date=None,
        causes=(),
        reason=None,
        trigger=None,
        lines=(),
        exceptions=(),
        guards=(),
        judgements=(),
        readings=(),
        versions=(),
        met_by=(),
        comparisons=(),
        asks=(),
        suggest="",
        reason_recorded=None,
        shown_inside=rule.shows_inside,
        points_against=False,
        answers=(),
    )
