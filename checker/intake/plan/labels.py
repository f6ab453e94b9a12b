"""The numbers and names items are printed with: "F1.2", "3.", "Need 2: …", "Outcome 1".

A printed number with the section's letter is a label; a number without the letter is given
it ("3." in Section F is F3), and so is the number of a section's own subject ("Need 2" in Section B is B2).
"""

from __future__ import annotations

import re

from checker.intake.blocks import BULLET, Paragraph

_NUMBER = re.compile(r"^\s*[(\[]?(\d{1,3}(?:\.\d{1,2})*)[.):\]]\s+(?=\S)|^\s*[(\[](\d{1,3})[)\]]\s*")
_DOTTED_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})+)\s+(?=[A-Z])")
_BY_SUBJECT = {"b": "N", "c": "N", "d": "N", "e": "O", "f": "P", "g": "P", "h1": "P", "h2": "P"}
"""Letters that some plans number by instead: N for a need, O for an outcome, P for provision."""
BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")
"""A number with no mark after it, at the head of a line."""
COLON = re.compile(r"^\s*([^:\n]{2,60}?)\s*(?::|\s[–-]\s)\s*(.*)$", re.DOTALL)
"""A short label, a colon or a dash, and what it labels."""
_LABEL_NUMBER = re.compile(r"\s*\(?((?:[A-Z]{1,2}[12]?)?[.\s-]?\d{1,2}(?:\.\d+)*)\)?$")
_OWN_LETTERS = re.compile(r"[A-Z]{1,2}\d{1,2}")
"""Letters and a number of a council's own: HN1 for a health need."""
_NEED = r"(?:special educational |identified |health |social care |care )?needs?"
_PROVISION = (
    r"(?:special educational |agreed |health |social care |care )?(?:provision|support)"
    r"(?: (?:required|needed|under section [fgh][12]?))?"
)
_OWN_LABELS = {
    "b": _NEED, "c": _NEED, "d": _NEED, "e": r"(?:intended |agreed |desired )?outcomes?",
    "f": _PROVISION, "g": _PROVISION, "h1": _PROVISION, "h2": _PROVISION,
}  # fmt: skip


def label_in(paragraph: Paragraph, code: str, *, bare: bool = False) -> tuple[str, str]:
    """Return the printed number at the head of a paragraph and the words after it; the number is empty if none.

    ``bare`` takes a number with no mark after it ("1 Ana will …") for one.
    """
    letter = code[0].upper()
    exact = code.upper()
    text = paragraph.text
    if paragraph.label and paragraph.label != BULLET:
        number = as_label(paragraph.label, exact)
        if number:
            return number, text.strip()
    letters = f"{exact}|{letter}|{_BY_SUBJECT.get(code, letter)}"
    match = re.match(
        rf"\s*[(\[]?((?:{letters})\s?[.\-]?\s?\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?)\b[)\]]?\s*[.:)–—-]?\s*",
        text,
    )
    if match and text[match.end() :].strip():
        return as_label(match[1], exact), text[match.end() :].strip()
    match = _NUMBER.match(text) or _DOTTED_NUMBER.match(text) or (BARE_NUMBER.match(text) if bare else None)
    if match:
        return _with_letter(match[1] or match[match.lastindex or 1], exact), text[match.end() :].strip()
    return "", text.strip()


def own_label(text: str, code: str) -> tuple[str, str] | None:
    """Return the number in and the words after a label of the section's own subject ("Need 2: …"), or None."""
    match = COLON.match(text)
    if match is None or len(match[1].split()) > 6:  # noqa: PLR2004  (a label is short)
        return None
    if _is_own(match[1], code):
        return "", match[2].strip()
    number = _LABEL_NUMBER.search(match[1])
    if number is None or not _is_own(match[1][: number.start()], code):
        return None
    return _own_number(number[1], code), match[2].strip()


def number_alone(text: str, code: str) -> str:
    """Return the number in "Need 2", a label of the section's own subject that stands alone, or an empty string."""
    number = _LABEL_NUMBER.search(text)
    if number is None or not number.start() or not _is_own(text[: number.start()], code):
        return ""
    return _own_number(number[1], code)


def _is_own(label: str, code: str) -> bool:
    """Return whether a label is the name of what the section ``code`` holds."""
    return code in _OWN_LABELS and bool(re.fullmatch(_OWN_LABELS[code], label.strip(" :#"), re.IGNORECASE))


def _own_number(printed: str, code: str) -> str:
    plain = re.sub(r"[\s.-]", "", printed)
    return as_label(printed, code.upper()) or (plain if _OWN_LETTERS.fullmatch(plain) else "")


def _with_letter(number: str, exact: str) -> str:
    return f"{exact}.{number}" if exact[1:] else exact + number


def as_label(printed: str, exact: str) -> str:
    """Return the label a printed number gives in the section ``exact`` ("F"), or an empty string if it is none."""
    plain = re.sub(r"[\s()\[\]:]", "", printed).rstrip(".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*[a-z]?", plain):
        return _with_letter(plain, exact)
    if re.fullmatch(
        rf"(?:{exact}|{exact[0]}|{_BY_SUBJECT.get(exact.lower(), exact)})[.\-]?\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?", plain
    ):
        return re.sub(r"(?<=[A-P])[.\-](?=\d)", "", plain)
    return ""
