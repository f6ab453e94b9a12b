"""``sendcheck compare``: what a change to the rules does."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import FOUND, READ, RULES
from sendcheck.commands.rules_loaded import rules


@click.command(name="compare", epilog="Example: sendcheck compare main/standards standards --over fixtures")
@click.argument("old", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--over",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    metavar="CASES",
    help="The fixture cases to run under both.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
@click.option("--fail-on-outside", is_flag=True, help="Exit 1 if an outcome flips outside the rules changed.")
def command(old: Path, new: Path, over: Path, form: str, output: Path | None, *, fail_on_outside: bool) -> int:
    """Compare two folders of rules over fixture cases.

    Prints the change in words, the boundary dates worked out, which findings flip, which flip outside the changed
    rules, the fixtures missing at the new boundary, the other rules that cite the same provision, and whether the
    words of the source were seen.
    """
    before, after = rules(old, examples=True), rules(new, examples=True)
    if before is None or after is None:
        return RULES
    from checker.changes.cases import read_cases  # noqa: PLC0415  (only this verb needs it)
    from checker.changes.compare import compare  # noqa: PLC0415
    from reports.changes.comparison import comparison_json, comparison_markdown, comparison_text  # noqa: PLC0415

    found = compare(before, after, (_texts(old), _texts(new)), (read_cases(over, before), read_cases(over, after)))
    rendered = {"text": comparison_text, "json": comparison_json, "markdown": comparison_markdown}[form](found)
    if output is None:
        click.echo(rendered, nl=False)
    else:
        output.write_text(rendered, encoding="utf-8", newline="\n")
    return FOUND if fail_on_outside and any(each.outside for each in found.flips) else READ


def _texts(folder: Path) -> dict[tuple[str, str], str]:
    from checker.rulebook.library import standards_files  # noqa: PLC0415
    from dsl.texts import texts_of  # noqa: PLC0415

    files = standards_files(folder)
    return texts_of({name: data.decode("utf-8") for name, data in files.items() if name.endswith(".standard")})
