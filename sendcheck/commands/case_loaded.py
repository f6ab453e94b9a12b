"""The case that the files of a verb make; why there is none is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from sendcheck.command import UNREADABLE, USAGE

if TYPE_CHECKING:
    from checker.case import CaseFile
    from checker.rulebook.library import Library


def case_loaded(files: Sequence[tuple[str, bytes]], as_at: date, document: str, library: Library) -> CaseFile:
    """Return the case of ``files``.

    Raises ``click.exceptions.Exit`` with the exit code, after printing why there is no case.
    """
    from checker.intake.load import Unreadable, WrongUsage, load  # noqa: PLC0415  (only this path needs it)

    try:
        return load(files, as_at, document=document, library=library)
    except WrongUsage as wrong:
        click.echo(f"sendcheck: {wrong}", err=True)
        raise click.exceptions.Exit(USAGE) from None
    except Unreadable as refused:
        click.echo(str(refused), err=True)
        raise click.exceptions.Exit(UNREADABLE) from None
