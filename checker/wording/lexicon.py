"""The lexicon's files as one :class:`Lexicon`: macros put in, first characters found, names checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from checker.wording.compiled import code_of
from checker.wording.entries import ROLE_HERE, Clear, KindOfNeed, Lexicon, Owner, Pattern, Phrase
from checker.wording.prefixes import prefixes

_MACRO: Final = re.compile(r"\{([A-Z_]+)\}")
_EDGES: Final = {"{NUMBER_EDGE}": "(?<![.:/])(?<!-to-)", "{NOT_TIMES}": "(?<!x )"}
_START, _END = "(?<![a-z0-9])", "(?![a-z0-9])"
_CAPITALS = ("(?<![A-Za-z0-9])", "(?![A-Za-z0-9])")

Data = Mapping[str, Any]


class LexiconFault(ValueError):  # noqa: N818  (what is at fault is named)
    """The lexicon's files do not make sense; the message names the entry."""


def compile_lexicon(files: Mapping[str, Data]) -> Lexicon:
    """Return the lexicon that ``files`` (already read, by name) make together.

    Raises :class:`LexiconFault` for an unknown macro, dimension or clearing key, and for a
    pattern that cannot be used.
    """
    macros = {name: text for data in files.values() for name, text in (data.get("macros") or {}).items()}
    dimensions = _all(files, "dimensions")
    listed = _all(files, "phrases")
    clears = {key: value for data in files.values() for key, value in (data.get("clears") or {}).items()}
    patterns = tuple(
        chain(
            [_pattern("{ROLE}", Owner("role", "role"), macros)],
            _of_dimensions(dimensions, macros),
            _of_clears(clears, macros),
            _of_phrases(listed, macros),
        )
    )
    names = tuple(each["name"] for each in dimensions)
    phrases = {each["id"]: _phrase(each) for each in listed}
    _check(phrases, clears, names)
    index, searched = _index(patterns)
    return Lexicon(
        patterns=tuple(replace(pattern, code=code_of(pattern.source)) for pattern in patterns),
        index=index,
        lengths=_lengths(index),
        searched=searched,
        beside_roles=tuple(number for number, each in enumerate(patterns) if each.side in ("before", "after")),
        around_roles=tuple(number for number, each in enumerate(patterns) if each.side == "around"),
        phrases=phrases,
        clears={key: _clear(value) for key, value in clears.items()},
        dimensions=names,
        lists=frozenset(phrase.list for phrase in phrases.values()),
        first_names=frozenset(_all(files, "first_names")),
        ordinary_words=frozenset(_all(files, "also_ordinary_words")),
        setting_types=tuple(sorted(_all(files, "setting_types"), key=lambda words: (-len(words), words))),
        kinds_of_need=tuple(KindOfNeed(**each) for each in _all(files, "kinds_of_need")),
        opposites=tuple((one, other) for one, other in _all(files, "opposites")),
        known_abbreviations=frozenset(_all(files, "known_abbreviations")),
    )


def _all(files: Mapping[str, Data], key: str) -> list[Any]:
    return [each for name in sorted(files) for each in (files[name].get(key) or ())]


def _of_dimensions(dimensions: list[Data], macros: Mapping[str, str]) -> Iterator[Pattern]:
    for dimension in dimensions:
        name = dimension["name"]
        for form in dimension["forms"]:
            owner = Owner("dimension", name, f"{name}/{form['form']}", form.get("also", ""))
            yield from _written(form, owner, macros)
        for form in dimension.get("unless") or ():
            yield from _written(form, Owner("dimension", name, unless=True), macros)


def _of_clears(clears: Mapping[str, Data], macros: Mapping[str, str]) -> Iterator[Pattern]:
    for key, value in clears.items():
        yield from _written(value, Owner("clear", key), macros)


def _of_phrases(phrases: list[Data], macros: Mapping[str, str]) -> Iterator[Pattern]:
    for phrase in phrases:
        owner = Owner("phrase", phrase["id"])
        for text in phrase.get("patterns") or ():
            yield _pattern(text, owner, macros)
        for text in phrase.get("exact_patterns") or ():
            yield _pattern(text, owner, macros, exact=True)
        for text in phrase.get("unless") or ():
            yield _pattern(text, Owner("phrase", phrase["id"], unless=True), macros)


def _written(form: Data, owner: Owner, macros: Mapping[str, str]) -> Iterator[Pattern]:
    if "pattern" in form:
        yield _pattern(form["pattern"], owner, macros)
    if "exact_pattern" in form:
        yield _pattern(form["exact_pattern"], owner, macros, exact=True)
    if "before_role" in form:
        yield Pattern(f"{_START}(?:{_expanded(form['before_role'], macros)})$", owner, side="before")
    if "after_role" in form:
        yield Pattern(f"(?:{_expanded(form['after_role'], macros)}){_END}", owner, side="after")
    if "around_role" in form:
        around = _expanded(form["around_role"], {**macros, "ROLE_HERE": ROLE_HERE})
        yield Pattern(f"(?:{around})", owner, side="around")


def _pattern(text: str, owner: Owner, macros: Mapping[str, str], *, exact: bool = False) -> Pattern:
    edge = next((mark for mark in _EDGES if text.startswith(mark)), "")
    start, end = _CAPITALS if exact else (_START, _END)
    source = f"{start}{_EDGES.get(edge, '')}(?:{_expanded(text.removeprefix(edge), macros)}){end}"
    return Pattern(source, owner, exact)


def _expanded(text: str, macros: Mapping[str, str]) -> str:
    def put_in(match: re.Match[str]) -> str:
        if match[1] not in macros:
            msg = f"`{match[0]}` is no macro of the lexicon"
            raise LexiconFault(msg)
        return macros[match[1]]

    while _MACRO.search(text):
        text = _MACRO.sub(put_in, text)
    return text


def _index(patterns: tuple[Pattern, ...]) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    searched: list[int] = []
    for number, pattern in enumerate(patterns):
        try:
            re.compile(pattern.source)
            starts = frozenset() if pattern.side else _starts(pattern)
        except (ValueError, re.error) as fault:
            msg = f"{pattern.owner.name}: {fault}"
            raise LexiconFault(msg) from fault
        if not starts and not pattern.side:
            if not pattern.owner.unless:
                msg = f"{pattern.owner.name}: `{pattern.source}` could begin with anything"
                raise LexiconFault(msg)
            searched.append(number)
        for start in starts:
            index.setdefault(start, []).append(number)
    return {start: tuple(numbers) for start, numbers in sorted(index.items())}, tuple(searched)


def _lengths(index: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return, for the first two characters of a word, the lengths of the entries of the index that begin so."""
    single = {start for start in index if len(start) == 1}
    found: dict[str, set[int]] = {start: {1} for start in single}
    for start in index:
        if len(start) > 1:
            found.setdefault(start[:2], {1} if start[0] in single else set()).add(len(start))
    return {start: tuple(sorted(lengths)) for start, lengths in sorted(found.items())}


def _starts(pattern: Pattern) -> frozenset[str]:
    source = pattern.source.removesuffix(_CAPITALS[1]).removesuffix(_END)
    found = prefixes(source)
    return frozenset(start.lower() for start in found) if pattern.exact else found


def _phrase(data: Data) -> Phrase:
    needs_all = data.get("cleared_by_all")
    return Phrase(
        id=data["id"],
        list=data["list"],
        sections=frozenset(data.get("sections") or ()),
        low=bool(data.get("low")),
        leaves_open=tuple(data.get("leaves_open") or ()),
        note=data.get("note", ""),
        absent=data.get("absent", ""),
        wide_range=bool(data.get("wide_range")),
        cleared_by=tuple(needs_all or data.get("cleared_by_any") or ()),
        cleared_by_all=bool(needs_all),
        raises=tuple(data.get("raises") or ()),
        alone=bool(data.get("alone")),
    )


def _clear(data: Data) -> Clear:
    return Clear(
        any_of=tuple(tuple(group) for group in data.get("any_of") or ()),
        forms=frozenset(data.get("forms") or ()),
    )


def _check(phrases: Mapping[str, Phrase], clears: Mapping[str, Data], dimensions: tuple[str, ...]) -> None:
    known = {*clears, *dimensions}
    for phrase in phrases.values():
        for key in (*phrase.cleared_by, *filter(None, [phrase.absent])):
            if key not in known:
                msg = f"{phrase.id}: `{key}` clears nothing: it is no dimension and no clearing key"
                raise LexiconFault(msg)
