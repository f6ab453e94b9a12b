"""Tests EHC plans against the law, the guidance and the proposals on SEND in England.

:func:`check` tests a case, :func:`load_standards` gives the rule book it is tested against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from checker.result import Check
    from checker.rulebook.library import Library

__all__ = ["check", "load_standards"]


def load_standards(folder: Path | None = None, cache: Path | None = None) -> Library:
    """Return the compiled rule book of ``folder``, or the one that comes with the program.

    With ``cache`` the compiled book is kept there between runs. Raises
    ``checker.rulebook.library.RulesRefused`` if the rules do not load.
    """
    from checker.rulebook.cache import load_library  # noqa: PLC0415  (only this path needs it)
    from sendcheck.standards_folder import standards_folder  # noqa: PLC0415  (only this path needs it)

    return load_library(folder or standards_folder(), cache)


def check(
    files: Sequence[tuple[str, bytes]], *, as_at: date, document: str = "", library: Library | None = None
) -> Check:
    """Test the case that ``files`` (names and contents) hold, as at a day.

    ``document`` names the file under test where there are several plans. Raises
    ``checker.intake.load.Unreadable`` and ``checker.intake.load.WrongUsage``.
    """
    from checker.evaluation.check import check_case  # noqa: PLC0415  (only this path needs it)
    from checker.intake.load import load  # noqa: PLC0415  (only this path needs it)

    library = library or load_standards()
    return check_case(load(files, as_at, document=document, library=library), library, as_at)
