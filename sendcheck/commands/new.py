"""``sendcheck new``: a blank file to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sendcheck.command import READ
from sendcheck.commands.files import write_bytes


@click.group(name="new", epilog="Example: sendcheck new record -o record.yaml")
def command() -> None:
    """Write a blank file to fill in."""


@command.command(name="record")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def record(output: Path | None) -> int:
    """Write a blank case record: every date and list the rules read, with what each is."""
    from checker.intake.record.blank import blank_record  # noqa: PLC0415  (only this path needs it)

    return _written(blank_record(), output)


@command.command(name="plan", epilog="Example: sendcheck new plan --docx -o plan.docx")
@click.option("--docx", is_flag=True, help="As a Word file to fill in; else as YAML.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def plan(output: Path | None, *, docx: bool) -> int:
    """Write a blank plan: every section in the statutory order, with a place for each thing the rules read."""
    if docx:
        from reports.plan_word.template import template  # noqa: PLC0415  (only this path needs it)

        return write_bytes(template(), output)
    from checker.intake.plan.blank import blank_plan  # noqa: PLC0415  (only this path needs it)

    return _written(blank_plan(), output)


@command.command(name="area")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def area(output: Path | None) -> int:
    """Write a blank file about an area: each part and heading the rules on an area read."""
    from checker.intake.subject.blank import blank_subject  # noqa: PLC0415  (only this path needs it)
    from checker.intake.subject.reading import AREA  # noqa: PLC0415

    return _written(blank_subject(AREA), output)


@command.command(name="school")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def school(output: Path | None) -> int:
    """Write a blank school record: each part and heading the rules on a school read."""
    from checker.intake.subject.blank import blank_subject  # noqa: PLC0415  (only this path needs it)
    from checker.intake.subject.reading import SCHOOL  # noqa: PLC0415

    return _written(blank_subject(SCHOOL), output)


@command.command(
    name="rule", epilog="Example: sendcheck new rule REVIEW-REPORT-2-WEEKS --source 'sendregs2014 reg 20(9)'"
)
@click.argument("rule_id", metavar="ID")
@click.option("--source", default="sendregs2014 reg 20(10)", show_default=True, metavar="CITATION")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
def rule(rule_id: str, source: str, output: Path | None) -> int:
    """Write a rule to start from, with the examples it needs: met, not met, left open, and each edge of its period."""
    from dsl.blank import blank_rule  # noqa: PLC0415  (only this path needs it)

    if not re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", rule_id):
        msg = f"`{rule_id}` is not the id of a rule: capitals and hyphens, such as REVIEW-REPORT-2-WEEKS"
        raise click.UsageError(msg)
    return _written(blank_rule(rule_id, source), output)


def _written(words: str, output: Path | None) -> int:
    if output is None:
        click.echo(words, nl=False)
    elif output.exists():
        msg = f"`{output}` is there already; give another name"
        raise click.UsageError(msg)
    else:
        output.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"Written to {output}", err=True)
    return READ
