"""Reads the register of authorities: what rules may cite, and how each is printed.

The register is kept by hand in ``standards/sources/``. A file holds ``instruments`` or
``authorities``; anything else in it, an entry with an unknown or a missing field, and an
id that stands twice are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.findings import AuthorityUsed
from dsl.vocabulary import Authority, Instrument

KINDS = ("enactment", "guidance", "case", "proposal", "pilot", "practice")
STATUSES = (
    "in force",
    "guidance",
    "proposed",
    "piloted",
    "superseded",
    "not yet in force",
    "condition of grant",
    "local policy",
    "practice",
)
FORCES = ("must", "must not", "should", "should normally", "should not", "may")
_NEEDED = ("id", "instrument", "citation", "address", "kind", "status", "forces", "owed_by", "gist", "verified")
_ALLOWED = (*_NEEDED, "in_force", "words", "known_from_summaries", "text_as_at")
_LONGEST_QUOTATION = 20
"""Words of a source that may be printed in quotation marks."""


class SourcesRefused(Exception):  # noqa: N818  (it says what happened: the sources were refused)
    """The register of authorities holds something that it may not; the message says where."""

    def __init__(self, where: str, wrong: str) -> None:
        """Keep the file and the entry, and what is wrong there."""
        super().__init__(f"{where} {wrong}")


@dataclass(frozen=True)
class Sources:
    """The register: instruments, authorities as rules cite them, and authorities as reports print them."""

    instruments: tuple[Instrument, ...]
    authorities: tuple[Authority, ...]
    used: Mapping[str, AuthorityUsed]


def read_sources(files: Mapping[str, Any]) -> Sources:
    """Return the register held by ``files``, parsed YAML by file name. Raises :class:`SourcesRefused`."""
    instruments: dict[str, Instrument] = {}
    entries: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, data in files.items():
        if not isinstance(data, dict) or set(data) - {"instruments", "authorities"}:
            raise SourcesRefused(name, "may hold `instruments` or `authorities`, and nothing else")
        for each in data.get("instruments") or ():
            if each["id"] in instruments:
                raise SourcesRefused(_place(name, each), "stands twice")
            instruments[each["id"]] = Instrument(each["id"], each["title"], each["short"])
        for each in data.get("authorities") or ():
            _check(name, each)
            if each["id"] in entries:
                raise SourcesRefused(_place(name, each), "stands twice")
            entries[each["id"]] = (name, each)
    for name, each in entries.values():
        if each["instrument"] not in instruments:
            raise SourcesRefused(_place(name, each), "is in no instrument of the register")
    return Sources(
        instruments=tuple(instruments.values()),
        authorities=tuple(_authority(each) for _, each in entries.values()),
        used={
            id_: _as_printed(each, instruments[each["instrument"]].title) for id_, (_, each) in sorted(entries.items())
        },
    )


def _place(name: str, entry: Mapping[str, Any]) -> str:
    return f"{name}: `{entry.get('id', 'an entry without an id')}`"


def _check(name: str, entry: Mapping[str, Any]) -> None:
    where = _place(name, entry)
    missing = [key for key in _NEEDED if key not in entry]
    unknown = [key for key in entry if key not in _ALLOWED]
    if missing or unknown:
        raise SourcesRefused(where, f"has no `{missing[0]}`" if missing else f"has an unknown `{unknown[0]}`")
    for key, allowed in (("kind", KINDS), ("status", STATUSES)):
        if entry[key] not in allowed:
            raise SourcesRefused(where, f"has the {key} `{entry[key]}`, which is none of {', '.join(allowed)}")
    if set(entry["forces"]) - set(FORCES):
        raise SourcesRefused(where, f"has a force that is none of {', '.join(FORCES)}")
    words = entry.get("words", "")
    if words and not entry["verified"]:
        raise SourcesRefused(where, "is not verified, so its words are not printed")
    if len(words.split()) > _LONGEST_QUOTATION:
        raise SourcesRefused(where, f"quotes more than {_LONGEST_QUOTATION} words")


def _authority(entry: Mapping[str, Any]) -> Authority:
    in_force = entry.get("in_force") or {}
    return Authority(
        id=entry["id"],
        citation=entry["citation"],
        kind=entry["kind"],
        status=entry["status"],
        forces=tuple(entry["forces"]),
        in_force_from=in_force.get("from"),
        in_force_to=in_force.get("to"),
    )


def _as_printed(entry: Mapping[str, Any], title: str) -> AuthorityUsed:
    start = (entry.get("in_force") or {}).get("from")
    return AuthorityUsed(
        id=entry["id"],
        citation=entry["citation"],
        title=title,
        url=entry["address"],
        kind=entry["kind"],
        force=" / ".join(entry["forces"]),
        status=entry["status"],
        gist=entry["gist"],
        words=entry.get("words", ""),
        verified=entry["verified"],
        known_from_summaries=entry.get("known_from_summaries", False),
        text_as_at=entry.get("text_as_at", ""),
        in_force_from=start.isoformat() if isinstance(start, date) else "",
    )
