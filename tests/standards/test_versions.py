"""Which version of a rule is in force on which day: never two, never none while its provision stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from cases import standards

from dsl import tree
from dsl.vocabulary import Authority

DAY = timedelta(days=1)
FIRST, LAST = date(2014, 9, 1), date(2031, 12, 31)
Family = tuple[tuple[str, ...], tuple[str, ...], str]


def _authorities() -> dict[str, Authority]:
    return {each.id: each for each in standards().book.vocabulary.authorities}


def _families() -> dict[Family, list[tree.Rule]]:
    """Return the rules on the same provision and the same things, where any of them has an end or a late start."""
    found: dict[Family, list[tree.Rule]] = {}
    for rule in standards().book.rules.values():
        things = tuple("/".join(ref.steps) for loop in rule.loops for ref in loop.lists)
        found.setdefault((rule.source.authorities, things, rule.force), []).append(rule)
    return {key: rules for key, rules in found.items() if any(_dated(rule) for rule in rules)}


def _dated(rule: tree.Rule) -> bool:
    return rule.in_force_until is not None or (rule.in_force_from or FIRST) > _begins(rule)


def _begins(rule: tree.Rule) -> date:
    held = [_authorities()[id_].in_force_from for id_ in rule.source.authorities]
    return max([FIRST, *(each for each in held if each is not None)])


def _ends(rule: tree.Rule) -> date:
    held = [_authorities()[id_].in_force_to for id_ in rule.source.authorities]
    return min([LAST, *(each for each in held if each is not None)])


def _in_force(rule: tree.Rule, day: date) -> bool:
    return (rule.in_force_from or date.min) <= day <= (rule.in_force_until or date.max)


def _boundaries(rules: Iterable[tree.Rule]) -> list[date]:
    days = {FIRST, LAST}
    for rule in rules:
        for day in (rule.in_force_from, rule.in_force_until, _begins(rule), _ends(rule)):
            if day is not None:
                days |= {day - DAY, day, day + DAY}
    return sorted(day for day in days if FIRST <= day <= LAST)


def test_on_every_boundary_day_one_version_is_in_force_and_only_one() -> None:
    wrong = []
    for key, rules in _families().items():
        versions = [rule for rule in rules if _dated(rule)]
        for day in _boundaries(versions):
            count = sum(_in_force(rule, day) for rule in versions)
            stands = min(_begins(rule) for rule in versions) <= day <= max(_ends(rule) for rule in versions)
            if count > 1 or (stands and not count):
                wrong.append((day.isoformat(), key[0], [rule.id for rule in versions], count))
    assert wrong == []


def test_no_rule_of_law_is_in_force_before_its_provision_or_after_it() -> None:
    wrong = []
    for rule in standards().book.rules.values():
        if rule.status == "in force":
            held = [_authorities()[id_] for id_ in rule.source.authorities]
            begins = max((each.in_force_from for each in held if each.in_force_from), default=FIRST)
            ends = min((each.in_force_to for each in held if each.in_force_to), default=None)
            if (rule.in_force_from or date.min) < begins or (ends and (rule.in_force_until or date.max) > ends):
                wrong.append((rule.id, rule.in_force_from, rule.in_force_until, begins, ends))
    assert wrong == []


def test_entries_of_a_list_called_alike_never_stand_on_the_same_day() -> None:
    wrong = []
    for checklist in standards().book.checklists.values():
        for index, entry in enumerate(checklist.entries):
            for other in checklist.entries[index + 1 :]:
                one = (entry.from_day or date.min, entry.until_day or date.max)
                two = (other.from_day or date.min, other.until_day or date.max)
                if entry.name == other.name and one[0] <= two[1] and two[0] <= one[1]:
                    wrong.append((checklist.name, entry.name))
    assert wrong == []
