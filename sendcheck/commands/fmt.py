"""``sendcheck fmt``: one way to write each thing in a rule file."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import FOUND, READ
from sendcheck.standards_folder import standards_folder


@click.command(name="fmt", epilog="Example: sendcheck fmt --check standards")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if a file would change.")
def command(paths: tuple[Path, ...], *, check: bool) -> int:
    """Format rule files. What they say does not change, comments are kept, and what does not parse is left alone."""
    from dsl.format import format_files  # noqa: PLC0415  (only this verb needs it)

    files = [file for path in paths or (standards_folder(),) for file in _files(path)]
    before = {str(file): file.read_text(encoding="utf-8") for file in files}
    after = format_files(before)
    changed = [name for name in before if before[name] != after[name]]
    for name in changed:
        click.echo(f"{name} {'would be' if check else 'was'} formatted")
        if not check:
            Path(name).write_text(after[name], encoding="utf-8", newline="\n")
    click.echo(f"{len(before) - len(changed)} as they should be, {len(changed)} not", err=True)
    return FOUND if check and changed else READ


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.standard")) if path.is_dir() else [path]
