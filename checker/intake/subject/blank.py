"""A blank file about an area or a school: every part, every field, and each entry of a closed list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.intake.record.fields import CODED_BY
from checker.intake.record.reading import given_fields
from checker.intake.subject.reading import COMPLETE, Subject
from dsl.vocabulary import Code, Day, Event, Field, ListOf, Number, Of, Thing, YesNo

_HEAD = """\
# {title}. Take the mark (#) from the lines you can fill; take out the others.
#
# A line left empty means that it was looked for and is not there; a line not there at all means that nobody has looked.
# `!not-yet`: it has not happened. `!not-applicable`: it does not arise. Two papers that differ are written
#   on_website: !disputed [{{value: yes, by: webmaster}}, {{value: no, by: parent forum}}]
# Dates: 2026-03-14, 14 March 2026, or March 2026 if the day is not known.
#
# A part named here is given whole: what is absent from it is not stated, and its lists hold all there is.
# {complete}: [{first}]
"""
_TITLES = {"area": "What the papers of an area say", "school": "A school record"}


def blank_subject(subject: Subject) -> str:
    """Return a blank file about a subject, as YAML whose lines are all marked out."""
    from checker.rulebook.vocabulary import build_vocabulary  # noqa: PLC0415  (the models are slow to build)

    things = given_fields({thing.name: thing for thing in build_vocabulary().things})
    lines = [_HEAD.format(title=_TITLES[subject.file], complete=COMPLETE, first=subject.parts[0])]
    for part, name in subject.things.items():
        lines += [f"# {_first_line(things[name])}", f"{part}:"]
        lines += [line for field in things[name].fields for line in _field(field, things)]
        lines.append("")
    for part, name in subject.lists.items():
        lines += [f"# {_first_line(things[name])}", f"{part}:", *_rows(name, things, "#  "), ""]
    return "\n".join(lines)


def _first_line(thing: Thing) -> str:
    return thing.title


def _field(field: Field, things: Mapping[str, Thing], indent: str = "") -> Iterator[str]:
    if isinstance(field.type, ListOf):
        yield f"#  {indent}{field.name}:   # {field.title}"
        yield from _rows(field.type.thing, things, f"#    {indent}")
    elif isinstance(field.type, Of):
        yield f"#  {indent}{field.name}:   # {field.title}"
        for inner in things[field.type.thing].fields:
            yield from _field(inner, things, f"{indent}  ")
    else:
        yield f"#  {indent}{field.name}:   # {field.title}{_form(field)}"


def _rows(name: str, things: Mapping[str, Thing], mark: str) -> Iterator[str]:
    """Yield a row to fill in, or one for each entry of a closed list."""
    by = CODED_BY.get(name)
    fields = [field for field in things[name].fields if field.name != by and not isinstance(field.type, ListOf | Of)]
    kind = things[name].field(by) if by else None
    if kind is not None and isinstance(kind.type, Code):
        for value, title in kind.type.values:
            yield f"{mark}- {{{by}: {value}, {fields[0].name}: }}   # {title}"
    else:
        yield f"{mark}- {{id: , {', '.join(f'{field.name}: ' for field in fields)}}}"


def _form(field: Field) -> str:
    kind = field.type
    if isinstance(kind, YesNo):
        return ": yes or no"
    if isinstance(kind, Number):
        return ": a number"
    if isinstance(kind, Day | Event):
        return ": a date"
    return f": {', '.join(value for value, _ in kind.values)}" if isinstance(kind, Code) else ""
