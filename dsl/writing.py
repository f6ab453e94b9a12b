"""Writes syntax out in the words of the language."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from dsl import syntax as s
from dsl.build_values import MONTHS, WEEKDAYS

KEPT = "\u00a0"
"""A space at which a line is never broken: inside a citation."""

BREAK = "\v"
"""A space at which a line that is too long is broken first: before a limit, or what a thing must satisfy."""


def path(written: s.Path) -> str:
    """Return a path as it is written."""
    base = {"the": f"the {written.base.text}", "section": f"section {written.base.text}"}.get(
        written.start, written.base.text
    )
    return base + "".join(f"'s {step.text}" for step in written.steps)


def paths(written: tuple[s.Path, ...]) -> str:
    """Return one list, or several in brackets."""
    return path(written[0]) if len(written) == 1 else f"({', '.join(map(path, written))})"


def length(written: s.Length) -> str:
    """Return ``1 week`` or ``8 weeks``."""
    unit = written.unit.replace("_", " ")
    return f"{written.n} {unit[:-1] if written.n == 1 else unit}"


def number(written: s.Number) -> str:
    """Return ``500 words``, ``0.5 per cent`` or ``£6,000``."""
    if written.unit.split(" ")[0] == "pence" and isinstance(written.n, int):
        pounds, pence = divmod(written.n, 100)
        return f"£{pounds:,}{f'.{pence:02}' if pence else ''}{written.unit.removeprefix('pence')}"
    n = written.n if isinstance(written.n, int) else _decimal(written.n)
    return f"{n} {written.unit}".rstrip()


def _decimal(n: Fraction) -> str:
    """Return a fraction as it was written: with the fewest decimals that give it, and at least one."""
    places = 1
    while n * 10**places % 1:
        places += 1
    whole, rest = divmod(int(n * 10**places), 10**places)
    return f"{whole}.{rest:0{places}}"


def value(written: s.Value) -> str:  # noqa: C901, PLR0912  (one answer for each form)
    """Return a value."""
    match written:
        case s.Path():
            return path(written)
        case s.Number():
            return number(written)
        case s.Length():
            return length(written)
        case s.YesNo():
            return "yes" if written.value else "no"
        case s.Date():
            return written.text
        case s.Quoted():
            return f'"{written.text}"'
        case s.Shift():
            return f"{length(written.length)} {'after' if written.sign > 0 else 'before'} {inner(written.of)}"
        case s.InYear():
            return f"{written.day} {MONTHS[written.month - 1]} in the {written.year.text} of {inner(written.of)}"
        case s.LastWeekday():
            weekday, month = WEEKDAYS[written.weekday], MONTHS[written.month - 1]
            return f"the last {weekday} in {month} in the {written.year.text} of {inner(written.of)}"
        case s.LastDayOf():
            return f"the last day of {length(written.length)} starting with {inner(written.start)}"
        case s.Reaches():
            return f"the day {path(written.who)} reaches {written.years}"
        case s.Chosen():
            return f"the {'later' if written.later else 'earlier'} of ({', '.join(map(value, written.parts))})"
        case s.TimeLimit():
            return "the time limit"
        case s.NumberOf():
            return f"the number of {written.var.text} in {paths(written.lists)}{where(written.where)}"
        case s.FirstWorkingDay():
            return f"the first working day {written.relation} {inner(written.of)}"
        case s.FirstDayOfYear():
            return f"the first {written.day} {MONTHS[written.month - 1]} {written.relation} {inner(written.of)}"
        case s.TotalOf():
            each = f"for each {written.var.text} in {paths(written.lists)}{where(written.where)}"
            return f"the total of {inner(written.value)} {each}"
        case s.ShareOf():
            return f"the share of {written.var.text} in {paths(written.lists)}{where(written.where)}"
        case s.Calculation():
            return f" {written.operator} ".join(map(inner, written.parts))
        case s.TableValue():
            keys = ", ".join(map(value, written.keys))
            plain = len(written.keys) == 1 and isinstance(written.keys[0], s.Path) and written.keys[0].start != "id"
            return f"the {written.table.text} for {keys if plain else f'({keys})'}"
        case s.ValueAsAt():
            return f"({value(written.value)} as at {inner(written.day)})"


def inner(written: s.Value) -> str:
    """Return a value inside a longer one, in brackets if it is itself long."""
    long = isinstance(
        written,
        s.Shift | s.InYear | s.LastWeekday | s.FirstWorkingDay | s.FirstDayOfYear | s.TotalOf | s.Calculation,
    )
    return f"({value(written)})" if long else value(written)


def calculated(written: s.Value) -> str:
    """Return what something is compared with: a calculation there needs no brackets."""
    return value(written) if isinstance(written, s.Calculation) else inner(written)


def so_long(written: s.Value) -> str:
    """Return the length of a limit: one that is worked out stands in brackets."""
    bare = isinstance(written, s.Length | s.ValueAsAt)
    return value(written) if bare else f"({value(written)})"


def where(written: s.Condition | None) -> str:
    """Return `` where (C)``, or nothing."""
    return "" if written is None else f" where ({condition(written)})"


def limit(written: s.Limit) -> str:
    """Return a limit."""
    match written:
        case s.PracticableAnd():
            return f"as soon as practicable and in any event {limit(written.bound)}"
        case s.Practicable():
            return f"as soon as practicable after {inner(written.after)}"
        case s.Within():
            start = "starting with" if written.start_counts else "of"
            return f"within {so_long(written.length)} {start} {inner(written.start)}"
        case s.AtLeastBefore():
            return f"at least {so_long(written.length)} before {inner(written.anchor)}"
        case s.DayLimit():
            relation = "by" if written.relation == "on or before" else written.relation
            return f"{relation} {inner(written.day)}"
        case s.BetweenDays():
            return f"between ({value(written.first)}) and ({value(written.last)})"
        case s.WithinTheLimit():
            return "within the time limit"


def condition(written: s.Condition) -> str:
    """Return a condition on one line."""
    match written:
        case s.Joined():
            return f" {written.word} ".join(map(part, written.parts))
        case s.Not():
            return f"not ({condition(written.part)})"
        case s.AsAt():
            return f"{part(written.part)} as at {inner(written.day)}"
        case s.ExceptionApplies():
            return f"{written.exception.text} applies"
        case s.OnReading():
            return f"on the reading {written.reading.text}"
        case s.About():
            return f"{value(written.subject)} {predicate(written.predicate)}"
        case s.Some():
            head = f"{written.quantifier} {written.var.text} in {paths(written.lists)}{where(written.where)}"
            if written.direct and isinstance(written.satisfies, s.About):
                return f"{head} {predicate(written.satisfies.predicate)}"
            return f"{head} satisfies{BREAK}({condition(written.satisfies)})"


def part(written: s.Condition) -> str:
    """Return a condition that is part of a longer one."""
    return f"({condition(written)})" if isinstance(written, s.Joined) else condition(written)


def names(written: Iterable[s.Word]) -> str:
    """Return names with commas between them."""
    return ", ".join(word.text for word in written)


def predicate(written: s.Predicate) -> str:  # noqa: C901, PLR0912  (one answer for each form)
    """Return what is said of a subject."""
    match written:
        case s.Stated():
            return "is not stated" if written.negated else "is stated"
        case s.Is():
            return f"is {'not ' if written.negated else ''}{value(written.value)}"
        case s.Done():
            to = (
                f"{BREAK}to each of ({', '.join(map(path, written.to))})"
                if written.each
                else "".join(f" to {path(each)}" for each in written.to)
            )
            return f"is {written.participle.text}{to}{'' if written.limit is None else BREAK + limit(written.limit)}"
        case s.DoneToEvery():
            to = f"to every {written.var.text} in {paths(written.lists)}"
            last = "" if written.limit is None else BREAK + limit(written.limit)
            return f"is {written.participle.text}{BREAK}{to}{last}"
        case s.WithinOf():
            return f"is within {inner(written.by)} of {calculated(written.of)}"
        case s.HappensWithin():
            return f"happens{BREAK}{limit(written.limit)}"
        case s.Happened():
            return "has not happened" if written.negated else "has happened"
        case s.Compared():
            return f"is {written.relation} {calculated(written.value)}"
        case s.IsBetween():
            return f"is between ({value(written.low)}) and ({value(written.high)})"
        case s.IsWithinLimit():
            return "is within the time limit"
        case s.OneOf():
            of = written.checklist.text if written.checklist is not None else f"({names(written.codes)})"
            return f"is {'not ' if written.negated else ''}one of {of}"
        case s.Judged():
            return f"is judged {'' if written.wanted else 'not '}{written.judgement.text}"
        case s.Age():
            age = f"under {written.years}" if written.under else f"{written.years} or over"
            return f"is {age} on {inner(written.on)}"
        case s.Includes():
            return f"{'does not include' if written.negated else 'includes'} {value(written.value)}"
        case s.OverlapsLimit():
            return f"overlaps the time limit by at least {length(written.at_least)}"
        case s.OverlapsPeriod():
            return f"overlaps the period from {written.first.text} to {written.last.text}"
        case s.Shows():
            return f"shows each of ({names(written.dimensions)})"
        case s.Uses():
            return f"uses any of {written.word_list.text}"
        case s.Related():
            return f"{written.relation.text} {inner(written.value)}"


def row_keys(keys: Iterable[s.RowKey]) -> str:
    """Return what a row of a table asks of its keys."""
    return ", ".join(map(_row_key, keys))


def _row_key(key: s.RowKey) -> str:
    values = [value(each) for each in key.values]
    match key.form:
        case "between":
            return " to ".join(values)
        case "under":
            return f"under {values[0]}"
        case "over":
            return f"{values[0]} or over"
        case _:
            return values[0]


def cited(words: Iterable[s.Word]) -> str:
    """Return citations, each kept on one line."""
    return "; ".join(word.text.replace(" ", KEPT) for word in words)


def given_value(written: s.GivenValue) -> str:
    """Return what an example gives."""
    if written.several:
        return f"({', '.join(map(value, written.values))})"
    if written.state == "disputed":
        return f"disputed between {' and '.join(map(value, written.values))}"
    return value(written.values[0]) if written.state == "known" else written.state


def given_field(written: s.GivenField) -> str:
    """Return a field of an item that an example gives."""
    if written.value.state in ("happened", "not happened"):
        return f"{path(written.path)} has {written.value.state}"
    to = f" to {path(written.to)}" if written.to is not None else ""
    return f"{path(written.path)}{to} is {given_value(written.value)}"
