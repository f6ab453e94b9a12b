"""``sendcheck import``: write a case given as Word and PDF files as YAML, each value with its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from sendcheck.command import READ, RULES


@click.command(
    name="import",
    epilog="Examples: sendcheck import case-folder/ -o case-as-yaml/   |   sendcheck import plan.docx -o typed/",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE… | FOLDER")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="OUT-FOLDER",
    help="The folder to write to; files that are there are not written over.",
)
@click.option("--document", default="", metavar="FILE", help="The plan to test, where several are given.")
def command(files: tuple[Path, ...], output: Path, document: str) -> int:
    """Write the case that FILES make, or the files of a FOLDER, as YAML: plan.yaml, and what the papers give.

    Each value has its place beside it, and what was not found stands at the top.
    Corrected, the folder is input again: sendcheck check OUT-FOLDER.
    """
    from checker.intake.folder.imported import imported  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.case_loaded import case_loaded  # noqa: PLC0415
    from sendcheck.commands.files import read_files  # noqa: PLC0415
    from sendcheck.commands.rules_loaded import rules  # noqa: PLC0415

    given = read_files(files)
    library = rules(cached=True)
    if library is None:
        return RULES
    # Which plan is which does not turn on the day: nothing here is checked as at one.
    case = case_loaded(given, date.min, document, library)
    written = imported(given, case)
    taken = [name for name in written if (output / name).exists()]
    if taken:
        msg = f"`{output / taken[0]}` is there already: give another folder"
        raise click.UsageError(msg)
    _write(output, written)
    for each in case.documents:
        if each.problem:
            click.echo(each.problem, err=True)
    return READ


def _write(output: Path, written: dict[str, bytes]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    names: Sequence[str] = sorted(written)
    for name in names:
        (output / name).write_bytes(written[name])
    click.echo(f"Written to {output}: {', '.join(names)}", err=True)
