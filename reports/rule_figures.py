"""Numbers and days of a rule in words: what is counted, added up, reckoned, or looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl import tree as t
from dsl.vocabulary import Number
from reports.sentences.figures import number
from reports.words import listed, uncoded

if TYPE_CHECKING:
    from reports.rule_words import Speaker

Listed = t.NumberOf | t.TotalOf | t.ShareOf
WorkedOut = Listed | t.Arithmetic | t.TableValue | t.ParameterValue


def worked_out(value: WorkedOut, speaker: Speaker) -> str:
    """Return a value that is worked out, in words."""
    match value:
        case t.NumberOf():
            return f"the number of {listed(map(speaker.ref, value.lists))}{_where(value, speaker)}"
        case t.TotalOf():
            each = speaker.naming(value.var, value.lists)
            among = listed(map(speaker.ref, value.lists))
            return f"the total, over {among}, of {each.value(value.value)}{_where(value, speaker)}"
        case t.ShareOf():
            return f"the share of {listed(map(speaker.ref, value.lists))}{_where(value, speaker)}"
        case t.Arithmetic():
            left, right = (
                f"({speaker.value(side)})" if isinstance(side, t.Arithmetic) else speaker.value(side)
                for side in (value.left, value.right)
            )
            return f"{left} {value.operator} {right}"
        case t.TableValue():
            table = speaker.book.tables.get(value.table)
            keys = listed(speaker.value(key) for key in value.keys)
            title = f"“{table.title}”" if table is not None else uncoded(value.table)
            return f"what {title} gives for {keys}{_as_at(value, speaker)}"
        case t.ParameterValue():
            parameter = speaker.book.parameters.get(value.parameter)
            title = f"“{parameter.title}”" if parameter is not None else uncoded(value.parameter)
            return f"{title}{_as_at(value, speaker)}"


def written_number(value: t.Literal) -> str:
    """Return a number as a rule writes it."""
    unit = value.type.unit if isinstance(value.type, Number) else ""
    return number(str(value.value), unit)


def _where(value: Listed, speaker: Speaker) -> str:
    if value.where is None:
        return ""
    inner = speaker.naming(value.var, value.lists)
    return f" where {' '.join(words for _, words in inner.clauses(value.where))}"


def _as_at(value: t.TableValue | t.ParameterValue, speaker: Speaker) -> str:
    return "" if value.as_at is None else f", as at {speaker.value(value.as_at)}"
