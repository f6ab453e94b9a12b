"""Facts a record gives about items of the plan under test, because its file may not: ``items: [{item: E1, …}]``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.intake.record.fields import FieldReader
from checker.intake.yaml_nodes import Node

_SECTION = re.compile(r"(E|F|G|H1|H2)(?=[ .]?\d)")
_OF_PROVISION = ("purpose", "also_in_section_f", "exceptional_reason")
ITEM_FIELDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "E": ("Outcome", ("kind", "doubted", "progress", "still_fits")),
    "F": ("Provision", ()),
    "G": ("Provision", (*_OF_PROVISION, "beyond_section_g")),
    "H1": ("Provision", _OF_PROVISION),
    "H2": ("Provision", _OF_PROVISION),
}
"""The kind of thing in each section, and the fields of it that a record may give."""


def read_item(reader: FieldReader, row: Node) -> None:
    """Read one row of ``items`` into facts of the item it names; what is wrong is kept as a problem."""
    entries = reader.mapping(row, "each item of `items`")
    if not entries:
        return
    named = entries.get("item")
    section = _SECTION.match(named.words) if named is not None else None
    if named is None or section is None or "/" in named.words:
        reader.problem(row, "each item of `items` names an `item` of Section E, F, G, H1 or H2, such as E1")
        return
    thing, fields = ITEM_FIELDS[section[1]]
    for key, value in entries.items():
        kind = reader.things[thing].field(key) if key in fields else None
        if kind:
            reader.field(value, kind.type, f"/plan/section_{section[1].lower()}/{named.words}/{key}", f"`{key}`")
        elif key != "item":
            reader.unknown(value, key, ("item", *fields), "a field of `items`")
