"""HTML built so that words cannot become markup: whatever is not already ``Markup`` is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = {"meta", "br", "hr", "link"}


class Markup(str):
    """HTML made by :func:`element`; any other string is words."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str) -> Markup:
    """Return the element with what is inside it; an attribute's underscores stand for hyphens."""
    attrs = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    if name in _VOID:
        return Markup(f"<{name}{attrs}>")
    return Markup(f"<{name}{attrs}>{together(inside)}</{name}>")


def together(pieces: Iterable[str]) -> Markup:
    """Return the pieces one after another, words escaped."""
    return Markup("".join(piece if isinstance(piece, Markup) else escape(piece) for piece in pieces))


def safe_address(url: str) -> str:
    """Return the address if it is one of the web, else nothing."""
    return url if url.startswith(("https://", "http://")) else ""
