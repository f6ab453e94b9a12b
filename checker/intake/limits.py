"""What may be read: sizes, the Word package, and how a file is refused.

Sizes are checked before anything is parsed. A Word file is a zip archive; the archive is
read here, and not with a library that will inflate whatever it is given: every size is
known and added up before a byte is inflated, and only the parts a reader needs are.
Pure functions of the bytes.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct

from checker.intake.sniff import is_zip, other_kind

MAX_WORD_BYTES = 40_000_000
"""A Word file with its pictures."""
MAX_TEXT_BYTES = 2_000_000
"""A record, answers, a typed plan or a CSV."""
MAX_DECLARED_BYTES = 200_000_000
"""All that an archive says it holds, read or not."""
MAX_PART_BYTES = 8_000_000
MAX_READ_BYTES = 24_000_000
MAX_WORDS_BYTES = 600_000
"""The words of a plan without their marks: one of sixty pages has some two hundred thousand bytes of them."""
MAX_ENTRIES = 5_000
MAX_BLOCKS = 10_000
"""Paragraphs and cells of the body: a plan of sixty pages has some three thousand."""
MAX_RATIO = 250
"""How many times smaller than its contents a part may be: ordinary parts are at most a hundred times."""
RATIO_FLOOR_BYTES = 2_000_000
"""Below this a high ratio does no harm: a page of empty table cells packs very small."""
MAX_PROBLEMS = 20

MAIN_PART = "word/document.xml"
"""Where :func:`read_package` gives the body, whatever the file calls it."""


@dataclass(frozen=True)
class Problem:
    """Something in a file that keeps it from being read; ``line`` counts from 1, 0 meaning the file as a whole."""

    message: str
    line: int = 0


class Refused(Exception):  # noqa: N818  (a refusal of a file is no error of the program)
    """A file is refused. Its text is the message for people, with the file's name and lines.

    Twenty problems are listed, in the order of their lines, then how many more there are.
    """

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        """Make the refusal of the file called ``name``."""
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        lines = [_line(name, problem) for problem in self.problems[:MAX_PROBLEMS]]
        more = len(self.problems) - MAX_PROBLEMS
        super().__init__("\n".join([*lines, f"and {more} more"] if more > 0 else lines))


def _line(name: str, problem: Problem) -> str:
    at = f"{shown(name)}:{problem.line}" if problem.line else shown(name)
    return f"{at}: {problem.message}"


def shown(words: str, longest: int = 80) -> str:
    """Return words from a file as a message may show them: printable, on one line, cut to ``longest``."""
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words[: longest + 1])
    return plain if len(words) <= longest else plain[: longest - 1] + "…"


def check_text_size(data: bytes, name: str) -> None:
    """Raise :class:`Refused` if a file of text is empty or too large to be a record, answers or a typed plan."""
    if not data.strip():
        raise Refused(name, [Problem("the file is empty")])
    if len(data) > MAX_TEXT_BYTES:
        raise Refused(name, [Problem(_too_large(len(data), MAX_TEXT_BYTES))])


def read_package(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the parts of a Word file a reader needs, by name, the body at :data:`MAIN_PART`.

    These are the XML parts directly in the folder of the body, their relationships, and
    the relationships and properties of the package. Pictures, fonts and embedded files are
    never inflated. Raises :class:`Refused` if the file is not a Word file that can be read
    safely: encrypted, renamed, damaged, too large, packed too tightly, or with names that
    lead out of it.
    """
    if not data:
        raise Refused(name, [Problem("the file is empty")])
    if len(data) > MAX_WORD_BYTES:
        raise Refused(name, [Problem(_too_large(len(data), MAX_WORD_BYTES))])
    if not is_zip(data):
        kind = other_kind(data)
        what = f"it is {kind}" if kind else "it is plain text"
        raise Refused(name, [Problem(f"this is not a Word file that can be read (.docx): {what}")])
    try:
        return _read_parts(data)
    except _Unsafe as refusal:
        raise Refused(name, [Problem(str(refusal))]) from None


def check_plan_words(data: bytes, name: str) -> None:
    """Raise :class:`Refused` if a typed plan holds more words than a plan can."""
    if len(data) > MAX_WORDS_BYTES:
        raise Refused(name, [Problem(_TOO_MANY_WORDS)])


_TOO_MANY_WORDS = f"the file holds more words than a plan can: more than {MAX_WORDS_BYTES // 1_000} thousand bytes"


class _Unsafe(Exception):  # noqa: N818
    """Why an archive is not read."""


@dataclass(frozen=True)
class _Entry:
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


_END = Struct("<4s4H2LH")
_CENTRAL = Struct("<4s6H3L5H2L")
_LOCAL = Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_FOUR_GIGABYTES = 0xFFFFFFFF
_NEEDED = re.compile(
    r"word/(?!stylesWithEffects|fontTable|webSettings)[^/]+\.xml|word/_rels/[^/]+\.rels"
    r"|_rels/\.rels|\[Content_Types\]\.xml|docProps/core\.xml"
)
_BLOCK = re.compile(rb"<(?:[^\s<>/:]{1,20}:)?(?:p|tc)[\s/>]")
_MARKUP = re.compile(rb"<[^>]*>")
_TARGET = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_HREF = re.compile(rb"""\bTarget\s*=\s*["']([^"']+)["']""")


def _read_parts(data: bytes) -> Mapping[str, bytes]:
    entries = {}
    for entry in _entries(data):
        if entry.name in entries:
            msg = f"the file holds `{shown(entry.name)}` twice, so it is not clear which is meant"
            raise _Unsafe(msg)
        entries[entry.name] = entry
    if sum(entry.size for entry in entries.values()) > MAX_DECLARED_BYTES:
        msg = f"the file says that it unpacks to more than {MAX_DECLARED_BYTES // 1_000_000} MB"
        raise _Unsafe(msg)
    main = _main_part(data, entries)
    folder = posixpath.dirname(main)
    renamed = {main: MAIN_PART, f"{folder}/_rels/{posixpath.basename(main)}.rels": "word/_rels/document.xml.rels"}
    wanted = {}
    for part, entry in entries.items():
        as_word = renamed.get(part) or (f"word/{part[len(folder) + 1 :]}" if part.startswith(f"{folder}/") else part)
        if _NEEDED.fullmatch(as_word) and (part in renamed or as_word not in renamed.values()):
            wanted[as_word] = entry
    if sum(entry.size for entry in wanted.values()) > MAX_READ_BYTES:
        msg = f"the words and styles of the file unpack to more than {MAX_READ_BYTES // 1_000_000} MB"
        raise _Unsafe(msg)
    parts = {part: _inflated(data, entry) for part, entry in wanted.items()}
    _check_body(parts[MAIN_PART])
    return parts


def _check_body(body: bytes) -> None:
    if sum(1 for _ in _BLOCK.finditer(body)) > MAX_BLOCKS:
        msg = f"the file holds more than {MAX_BLOCKS} paragraphs and cells"
        raise _Unsafe(msg)
    if len(body) > MAX_WORDS_BYTES and len(_MARKUP.sub(b"", body)) > MAX_WORDS_BYTES:
        raise _Unsafe(_TOO_MANY_WORDS)


def _main_part(data: bytes, entries: Mapping[str, _Entry]) -> str:
    if "_rels/.rels" in entries:
        for relationship in _TARGET.findall(_inflated(data, entries["_rels/.rels"])):
            target = _HREF.search(relationship)
            if target and b"relationships/officeDocument" in relationship:
                part = target[1].decode("utf-8", "replace").lstrip("/")
                if part in entries and part.endswith(".xml") and part.startswith("word/"):
                    return part
    if MAIN_PART in entries:
        return MAIN_PART
    kinds = (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("content.xml", "an OpenDocument file"))
    for prefix, kind in kinds:
        if any(part.startswith(prefix) for part in entries):
            msg = f"this is not a Word file (.docx): it is {kind}"
            raise _Unsafe(msg)
    msg = f"this is not a Word file (.docx): the archive holds no `{MAIN_PART}`"
    raise _Unsafe(msg)


def _entries(data: bytes) -> Iterator[_Entry]:
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if at < 0 or at + _END.size > len(data):
        msg = "the file is damaged or cut short: it has no list of contents"
        raise _Unsafe(msg)
    _, _, _, _, count, length, start, _ = _END.unpack_from(data, at)
    if count > MAX_ENTRIES:
        msg = f"the file holds more than {MAX_ENTRIES} parts"
        raise _Unsafe(msg)
    if start + length > at:
        msg = "the file is damaged: its list of contents is not where it says"
        raise _Unsafe(msg)
    for _ in range(count):
        if start + _CENTRAL.size > at or data[start : start + 4] != b"PK\x01\x02":
            msg = "the file is damaged: its list of contents is cut short"
            raise _Unsafe(msg)
        (_, _, _, flags, method, _, _, crc, packed, size, name_length, extra, comment, _, _, _, offset) = (
            _CENTRAL.unpack_from(data, start)
        )
        start += _CENTRAL.size
        name = data[start : start + name_length].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        start += name_length + extra + comment
        yield _checked(_Entry(name.replace("\\", "/"), flags, method, crc, packed, size, offset))


def _checked(entry: _Entry) -> _Entry:
    if entry.name.startswith("/") or ".." in entry.name.split("/") or ":" in entry.name or "\x00" in entry.name:
        msg = f"the file holds a part whose name leads out of it: `{shown(entry.name)}`"
        raise _Unsafe(msg)
    if entry.flags & _ENCRYPTED:
        msg = "the file is encrypted: it opens only with a password"
        raise _Unsafe(msg)
    if _FOUR_GIGABYTES in (entry.size, entry.packed, entry.offset):
        msg = f"the file says that it unpacks to more than {MAX_DECLARED_BYTES // 1_000_000} MB"
        raise _Unsafe(msg)
    return entry


def _inflated(data: bytes, entry: _Entry) -> bytes:
    if entry.size > MAX_PART_BYTES:
        msg = f"`{shown(entry.name)}` in the file unpacks to more than {MAX_PART_BYTES // 1_000_000} MB"
        raise _Unsafe(msg)
    if entry.size > RATIO_FLOOR_BYTES and entry.size > MAX_RATIO * max(entry.packed, 1):
        msg = f"`{shown(entry.name)}` in the file is packed more tightly than a document can be"
        raise _Unsafe(msg)
    damaged = f"`{shown(entry.name)}` in the file is damaged"
    if entry.offset + _LOCAL.size > len(data) or data[entry.offset : entry.offset + 4] != b"PK\x03\x04":
        raise _Unsafe(damaged)
    *_, name_length, extra = _LOCAL.unpack_from(data, entry.offset)
    start = entry.offset + _LOCAL.size + name_length + extra
    packed = data[start : start + entry.packed]
    if entry.method == _STORED:
        whole = packed
    elif entry.method == _DEFLATED:
        try:
            whole = zlib.decompressobj(-15).decompress(packed, entry.size + 1)
        except zlib.error:
            raise _Unsafe(damaged) from None
    else:
        msg = f"`{shown(entry.name)}` in the file is packed in a way that Word does not use"
        raise _Unsafe(msg)
    if len(whole) != entry.size or zlib.crc32(whole) != entry.crc:
        raise _Unsafe(damaged)
    return whole


def _too_large(size: int, limit: int) -> str:
    return f"the file is too large to read: {size / 1_000_000:.1f} MB, where at most {limit // 1_000_000} MB are read"
