"""The package of a Word file: its parts as they are, and the part that holds the comments.

Every part that is not touched is kept byte for byte.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_R[1:-1]}"/>'.encode()
_FIXED = (2014, 9, 1, 0, 0, 0)
"""A part that is added carries no time of its making."""


@dataclass(frozen=True)
class Package:
    """A Word file: its parts in their order, the name of the body's part and of the comments' (empty if none)."""

    entries: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]
    body: str
    comments: str

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the file with the parts in ``changed`` replaced or added."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for entry in self.entries:
                made.writestr(entry, changed.get(entry.filename, self.parts[entry.filename]))
            for name in changed:
                if name not in self.parts:
                    entry = zipfile.ZipInfo(name, _FIXED)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    made.writestr(entry, changed[name])
        return out.getvalue()


def open_package(data: bytes) -> Package:
    """Return the parts of a Word file that the reader has already found safe to open."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        entries = tuple(held.infolist())
        parts = {entry.filename: held.read(entry) for entry in entries}
    body = _target(parts, "_rels/.rels", "/officeDocument") or "word/document.xml"
    return Package(entries, parts, body, _target(parts, _rels_of(body), "/comments"))


def with_comments_part(package: Package) -> tuple[str, dict[str, bytes]]:
    """Return the name of the comments' part, and the parts that must change for the file to have one."""
    if package.comments:
        return package.comments, {}
    folder = posixpath.dirname(package.body)
    name = next(
        candidate
        for candidate in (f"{folder}/comments{number or ''}.xml" for number in range(len(package.parts) + 1))
        if candidate not in package.parts
    )
    types = etree.fromstring(package.parts[_TYPES])
    override = etree.SubElement(types, _T + "Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", _COMMENTS_TYPE)
    rels_name = _rels_of(package.body)
    rels = (
        etree.fromstring(package.parts[rels_name])
        if rels_name in package.parts
        else etree.fromstring(_NO_RELATIONSHIPS)
    )
    taken = {each.get("Id") for each in rels}
    added = etree.SubElement(rels, _R + "Relationship")
    added.set("Id", next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken))
    strict = any(str(each.get("Type", "")).startswith(_OFFICE_STRICT) for each in rels)
    added.set("Type", f"{_OFFICE_STRICT if strict else _OFFICE}/comments")
    added.set("Target", posixpath.basename(name))
    return name, {_TYPES: to_bytes(types), rels_name: to_bytes(rels)}


def to_bytes(root: _Element) -> bytes:
    """Return a part as it is written."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rels_of(part: str) -> str:
    return f"{posixpath.dirname(part)}/_rels/{posixpath.basename(part)}.rels"


def _target(parts: Mapping[str, bytes], rels: str, kind: str) -> str:
    """Return the part that the relationship ending in ``kind`` leads to, if it is there."""
    if rels not in parts:
        return ""
    folder = posixpath.dirname(posixpath.dirname(rels))
    for each in etree.fromstring(parts[rels]):
        if str(each.get("Type", "")).endswith(kind) and each.get("TargetMode") != "External":
            target = str(each.get("Target", ""))
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if name in parts:
                return name
    return ""
