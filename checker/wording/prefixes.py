"""The first characters a pattern can match: a scan tries it only where one of them stands.

Patterns are written in a small part of the language of :mod:`re`: literals, classes,
alternation, groups that capture nothing, greedy repeats, and what may not stand beside
them, which is passed over.
"""

from __future__ import annotations

from typing import Final

LENGTH: Final = 6
_MOST_IN_CLASS: Final = 12
_MOST: Final = 4000
_END: Final = "\0"
"""Stands after characters beyond which anything may follow."""


def prefixes(pattern: str) -> frozenset[str]:
    """Return prefixes, of up to :data:`LENGTH` characters, one of which begins every match of ``pattern``.

    The empty set means that a match can begin with anything. Raises ValueError for a
    pattern outside the part of the language described above.
    """
    reader = _Reader(pattern)
    found = reader.alternatives()
    if reader.place != len(pattern):
        msg = f"`{pattern[reader.place :]}` closes nothing in `{pattern}`"
        raise ValueError(msg)
    plain = {each.rstrip(_END) for each in found}
    if "" in plain or len(plain) > _MOST:
        return frozenset()
    return frozenset(each for each in plain if not any(each[:i] in plain for i in range(1, len(each))))


class _Reader:
    """Reads a pattern once, left to right, working out first characters as it goes."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0

    def alternatives(self) -> set[str]:
        found = self.sequence()
        while self.at("|"):
            self.place += 1
            found |= self.sequence()
        return found

    def sequence(self) -> set[str]:
        found = {""}
        while self.place < len(self.pattern) and not self.at("|") and not self.at(")"):
            found = _then(found, self.repeated())
        return found

    def repeated(self) -> set[str]:
        one = self.one()
        low, high = self.bounds()
        found: set[str] = set()
        so_far = {""}
        for count in range(min(high, low + LENGTH) + 1):
            if count >= low:
                found |= so_far
            so_far = _then(so_far, one)
        return found

    def bounds(self) -> tuple[int, int]:
        if self.at("?"):
            self.place += 1
            return 0, 1
        if self.at("*") or self.at("+"):
            low = int(self.at("+"))
            self.place += 1
            return low, low + LENGTH
        if self.at("{"):
            close = self.pattern.index("}", self.place)
            least, _, most = self.pattern[self.place + 1 : close].partition(",")
            self.place = close + 1
            return int(least), int(most or least)
        return 1, 1

    def one(self) -> set[str]:
        character = self.pattern[self.place]
        if character == "(":
            return self.group()
        if character == "[":
            return self.character_class()
        self.place += 1
        if character == "\\":
            character = self.pattern[self.place]
            self.place += 1
            if character.isalnum():
                msg = f"`\\{character}` is outside the patterns used here"
                raise ValueError(msg)
        elif character == ".":
            return {_END}
        return {character}

    def group(self) -> set[str]:
        behind = self.pattern.startswith(("(?<!", "(?<="), self.place)
        ahead = self.pattern.startswith("(?!", self.place)
        if not behind and not ahead and not self.pattern.startswith("(?:", self.place):
            msg = f"`{self.pattern[self.place : self.place + 4]}` is outside the patterns used here"
            raise ValueError(msg)
        self.place += 4 if behind else 3
        found = self.alternatives()
        if not self.at(")"):
            msg = f"a group is left open in `{self.pattern}`"
            raise ValueError(msg)
        self.place += 1
        return {""} if behind or ahead else found

    def character_class(self) -> set[str]:
        close = self.pattern.index("]", self.place + 2)
        while self.pattern[close - 1] == "\\":
            close = self.pattern.index("]", close + 1)
        body = self.pattern[self.place + 1 : close].replace("\\", "")
        self.place = close + 1
        if body.startswith("^"):
            return {_END}
        members: set[str] = set()
        place = 0
        while place < len(body):
            if body[place + 1 : place + 2] == "-" and place + 2 < len(body):
                members |= {chr(code) for code in range(ord(body[place]), ord(body[place + 2]) + 1)}
                place += 3
            else:
                members.add(body[place])
                place += 1
        return {each + _END for each in members} if len(members) <= _MOST_IN_CLASS else {_END}

    def at(self, character: str) -> bool:
        return self.pattern.startswith(character, self.place)


def _then(first: set[str], second: set[str]) -> set[str]:
    return {
        (one + other)[:LENGTH] if not one.endswith(_END) and len(one) < LENGTH else one
        for one in first
        for other in (second if not one.endswith(_END) and len(one) < LENGTH else ("",))
    }
