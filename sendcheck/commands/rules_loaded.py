"""The rule book, loaded for a verb; problems in it are printed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sendcheck.standards_folder import standards_folder

if TYPE_CHECKING:
    from checker.rulebook.library import Library


def rules(*, cached: bool = True) -> Library | None:
    """Return the compiled rule book, or None after printing why it cannot be loaded."""
    from checker.rulebook.cache import cache_folder, load_library  # noqa: PLC0415  (only this path needs it)
    from checker.rulebook.library import RulesRefused, standards_files  # noqa: PLC0415  (only this path needs it)

    try:
        return load_library(standards_folder(), cache_folder() if cached else None)
    except RulesRefused as refused:
        from dsl.diagnostics import render  # noqa: PLC0415  (only this path needs it)

        texts = {name: data.decode("utf-8", "replace") for name, data in standards_files(standards_folder()).items()}
        for diagnostic in refused.diagnostics:
            click.echo(render(diagnostic, texts), err=True)
        return None
