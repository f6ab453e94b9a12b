"""``sendcheck coverage``: how far the law, the guidance and the proposals are encoded."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import READ, RULES
from sendcheck.commands.rules_loaded import rules, rules_option
from sendcheck.standards_folder import standards_folder


@click.command(name="coverage", epilog="Example: sendcheck coverage --paragraphs sendregs2014")
@rules_option
@click.option("--topic", default="", metavar="TOPIC", help="Every requirement of a topic, limb by limb.")
@click.option("--paragraphs", default="", metavar="INSTRUMENT", help="Every paragraph: cfa2014 or sendregs2014.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(rules_folder: Path | None, topic: str, paragraphs: str, form: str) -> int:
    """Print what became of every requirement: encoded, put to judgement, not testable and why, or not encoded yet."""
    library = rules(rules_folder)
    if library is None:
        return RULES
    from checker.rulebook.coverage import coverage_of, read_provisions  # noqa: PLC0415  (only this verb needs it)
    from checker.rulebook.dispositions import (  # noqa: PLC0415
        DispositionsRefused,
        read_dispositions,
        unknown_blocks,
    )
    from reports.changes.coverage import (  # noqa: PLC0415
        coverage_json,
        coverage_text,
        paragraphs_text,
        requirements_text,
    )

    folder = rules_folder or standards_folder()
    book = library.book
    try:
        dispositions = read_dispositions(folder / "dispositions")
    except DispositionsRefused as refused:
        for problem in refused.args[0]:
            click.echo(problem, err=True)
        return RULES
    known = [*book.rules, *book.judgements, *book.exceptions, *book.guards, *book.definitions, *book.checklists]
    wrong = unknown_blocks(dispositions, known)
    for problem in wrong:
        click.echo(problem, err=True)
    if wrong:
        return RULES
    coverage = coverage_of(dispositions, read_provisions(folder / "provisions"))
    if topic and topic not in coverage.by_topic:
        msg = f"there is no topic `{topic}`; there are {', '.join(coverage.by_topic)}"
        raise click.UsageError(msg)
    if paragraphs and paragraphs not in {each.instrument for each in coverage.paragraphs}:
        msg = f"the paragraphs of `{paragraphs}` are not listed; those of cfa2014 and sendregs2014 are"
        raise click.UsageError(msg)
    if form == "json":
        click.echo(coverage_json(coverage), nl=False)
    elif topic:
        click.echo(requirements_text(coverage, topic), nl=False)
    elif paragraphs:
        click.echo(paragraphs_text(coverage, paragraphs), nl=False)
    else:
        short = {each.id: each.title for each in book.vocabulary.instruments}
        click.echo(coverage_text(coverage, short), nl=False)
    return READ
