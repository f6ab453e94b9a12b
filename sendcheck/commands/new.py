"""``sendcheck new``: a blank file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import READ


@click.group(name="new", epilog="Example: sendcheck new record -o record.yaml")
def command() -> None:
    """Write a blank file to fill in."""


@command.command(name="record")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def record(output: Path | None) -> int:
    """Write a blank case record: every date and list the rules read, with what each is."""
    from checker.intake.blank import blank_record  # noqa: PLC0415  (only this path needs it)

    words = blank_record()
    if output is None:
        click.echo(words, nl=False)
    elif output.exists():
        msg = f"`{output}` is there already; give another name"
        raise click.UsageError(msg)
    else:
        output.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"Written to {output}", err=True)
    return READ
