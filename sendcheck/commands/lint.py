"""``sendcheck lint``: what is untidy in rule files, or not proved."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import FOUND, READ, RULES
from sendcheck.commands.rules_loaded import rules, rules_option
from sendcheck.standards_folder import standards_folder


@click.command(name="lint", epilog="Example: sendcheck lint --topic transition")
@rules_option
@click.option("--topic", default="", metavar="TOPIC", help="Only the rules on this topic.")
def command(rules_folder: Path | None, topic: str) -> int:
    """List what is untidy in rule files: words nobody uses, rules no example proves, titles and citations repeated.

    Exit 1 if there is anything. What stops a load is printed instead, with exit 4.
    """
    library = rules(rules_folder, examples=True)
    if library is None:
        return RULES
    from checker.changes.built_in import PROVED_BY_CASES, READINGS  # noqa: PLC0415  (only this verb needs it)
    from checker.rulebook.library import standards_files  # noqa: PLC0415
    from dsl.diagnostics import render  # noqa: PLC0415
    from dsl.lint import lint  # noqa: PLC0415

    found = [
        each
        for each in lint(library.book, (*READINGS, *PROVED_BY_CASES))
        if not topic or Path(each.span.file).stem == topic
    ]
    files = standards_files(rules_folder or standards_folder())
    texts = {name: data.decode("utf-8") for name, data in files.items() if name.endswith(".standard")}
    for each in found:
        click.echo(render(each, texts))
    click.echo(f"{len(found)} found in {len(library.book.rules)} rules", err=True)
    return FOUND if found else READ
