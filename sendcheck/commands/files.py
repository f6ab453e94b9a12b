"""Files and folders named on the command line, read within limits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from checker.intake.limits import MAX_WORD_BYTES
from sendcheck.command import READ


def read_files(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Return names and contents; a folder stands for the files in it.

    No more is read of a file than would make it too large. Raises ``click.UsageError`` for
    a path that is not there.
    """
    found: list[tuple[str, bytes]] = []
    for path in paths:
        for each in _files_of(path):
            with each.open("rb") as handle:
                found.append((each.name, handle.read(MAX_WORD_BYTES + 1)))
    return found


def write_bytes(data: bytes, output: Path | None) -> int:
    """Write a Word file where no file is yet. Raises ``click.UsageError`` without a name, or with one that is taken."""
    if output is None:
        msg = "a Word file is written to a file: say which with `-o OUT.docx`"
        raise click.UsageError(msg)
    if output.exists():
        msg = f"`{output}` is there already; give another name"
        raise click.UsageError(msg)
    output.write_bytes(data)
    click.echo(f"Written to {output}", err=True)
    return READ


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        # Word's own lock files (~$) and hidden files are not the case's.
        inside = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith((".", "~$")))
        if not inside:
            msg = f"`{path}` holds no files"
            raise click.UsageError(msg)
        return inside
    if path.is_file():
        return [path]
    msg = f"`{path}` was not found"
    raise click.UsageError(msg)
