"""The rule book, loaded for a verb; problems in it are printed where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendcheck.standards_folder import standards_folder

if TYPE_CHECKING:
    from checker.rulebook.library import Library

rules_option = click.option(
    "--rules",
    "rules_folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Another folder of rules than the one that comes with the program.",
)


def rules(folder: Path | None = None, *, cached: bool = True, examples: bool = False) -> Library | None:
    """Return the compiled rule book of ``folder``, or None after printing why it cannot be loaded.

    ``examples`` asks for those beside the rules too.
    """
    from checker.rulebook.cache import cache_folder, load_library  # noqa: PLC0415  (only this path needs it)
    from checker.rulebook.library import RulesRefused, standards_files  # noqa: PLC0415  (only this path needs it)

    where = folder or standards_folder()
    try:
        return load_library(where, cache_folder() if cached else None, examples=examples)
    except RulesRefused as refused:
        from dsl.diagnostics import render  # noqa: PLC0415  (only this path needs it)

        texts = {name: data.decode("utf-8", "replace") for name, data in standards_files(where).items()}
        for diagnostic in refused.diagnostics:
            click.echo(render(diagnostic, texts), err=True)
        return None
