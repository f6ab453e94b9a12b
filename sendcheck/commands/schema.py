"""``sendcheck schema``: the shapes of the files, for whoever writes them by program."""

from __future__ import annotations

import click

from sendcheck.command import READ

FILES = ("record", "area", "school", "plan", "answers", "check", "events")


@click.command(
    name="schema", epilog="Examples: sendcheck schema events   |   sendcheck schema record > record.schema.json"
)
@click.argument("which", type=click.Choice(FILES), default="events")
def command(which: str) -> int:
    """Print the JSON Schema of a record, an area, a school, a plan typed as YAML, answers or a check.

    Without a name it prints the events of a record.
    """
    if which == "events":
        from checker.documents.events import EVENTS  # noqa: PLC0415  (only this path needs it)

        wide = max(len(kind.name) for kind in EVENTS)
        for kind in EVENTS:
            to = f"  to: {', '.join(kind.recipients)}" if len(kind.recipients) > 1 else ""
            click.echo(f"{kind.name:<{wide}}  {kind.title}{to}")
        return READ
    if which == "check":
        from reports.json import check_schema  # noqa: PLC0415  (only this path needs it)

        click.echo(check_schema(), nl=False)
        return READ
    from checker.intake.schema import schema_text  # noqa: PLC0415  (only this path needs it)

    click.echo(schema_text(which), nl=False)
    return READ
