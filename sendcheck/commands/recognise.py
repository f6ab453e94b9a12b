"""``sendcheck recognise``: say what each file of a folder was taken for, and keep it in ``files.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendcheck.command import READ, UNREADABLE

if TYPE_CHECKING:
    from checker.intake.folder.files_kept import Taken


@click.command(name="recognise", epilog="Example: sendcheck recognise case-folder/")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER")
@click.option("--print", "only_print", is_flag=True, help="Print it, and write nothing.")
def command(folder: Path, *, only_print: bool) -> int:
    """Write FOLDER/files.yaml: what each Word and PDF file was taken for. What a person wrote there is kept."""
    from checker.intake.folder.files_kept import kept  # noqa: PLC0415  (only this path needs it)
    from checker.intake.folder.files_said import FILE, read_files_said, says_files  # noqa: PLC0415
    from checker.intake.limits import Refused  # noqa: PLC0415
    from checker.intake.yaml_nodes import read_yaml  # noqa: PLC0415
    from sendcheck.commands.files import read_files  # noqa: PLC0415

    files = read_files([folder])
    there = folder / FILE
    existing = there.read_bytes() if there.is_file() else b""
    text = existing.decode("utf-8", "replace")
    try:
        said = read_files_said(read_yaml(existing), FILE) if existing.strip() else {}
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        return UNREADABLE
    if existing.strip() and not says_files(text):
        msg = f"`{there}` does not begin with `files:`: give it another name"
        raise click.UsageError(msg)
    words = kept(text, said, _taken(files))
    if only_print:
        click.echo(words, nl=False)
    elif words == text:
        click.echo(f"{there} speaks of every file already", err=True)
    else:
        there.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"Written to {there}: correct it there, and `sendcheck check {folder}` goes by it", err=True)
    return READ


def _taken(files: Sequence[tuple[str, bytes]]) -> list[Taken]:
    from checker.intake.folder.files_kept import Taken  # noqa: PLC0415  (only this path needs it)
    from checker.intake.folder.recognising import told_of  # noqa: PLC0415
    from checker.intake.limits import Refused  # noqa: PLC0415
    from checker.intake.load import read_document  # noqa: PLC0415
    from checker.intake.plan.reading import read_plan  # noqa: PLC0415
    from checker.intake.sniff import is_pdf, is_zip  # noqa: PLC0415
    from checker.papers.paper import Kind  # noqa: PLC0415

    taken: list[Taken] = []
    for name, data in files:
        if not (is_zip(data) or is_pdf(data)):
            continue
        try:
            document = read_document(name, data)
        except Refused as refusal:
            click.echo(str(refusal), err=True)
            taken.append(Taken(name, Kind.OTHER))
            continue
        recognised = told_of(document, "", None).recognised
        stage = read_plan(document).stage if recognised.kind is Kind.PLAN else ""
        taken.append(Taken(name, recognised.kind, recognised.of, stage, recognised.sure))
    return taken
