"""``sendcheck test``: the examples beside the rules, and the findings written for the fixture cases."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import FOUND, READ, RULES
from sendcheck.commands.rules_loaded import rules, rules_option


@click.command(name="test", epilog="Example: sendcheck test --over fixtures --junit results.xml")
@rules_option
@click.option("--topic", default="", metavar="TOPIC", help="Only the examples of the rules on this topic.")
@click.option(
    "--over",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Also check the fixture cases in this folder.",
)
@click.option("--junit", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write JUnit XML too.")
def command(rules_folder: Path | None, topic: str, over: Path | None, junit: Path | None) -> int:
    """Run every example beside the rules, and every fixture case, and say what did not come out."""
    library = rules(rules_folder, examples=True)
    if library is None:
        return RULES
    from checker.changes.cases import read_cases  # noqa: PLC0415  (only this verb needs it)
    from checker.changes.proofs import examples, findings  # noqa: PLC0415
    from reports.changes.proofs import proofs_junit, proofs_text  # noqa: PLC0415

    proofs = [each for each in examples(library) if not topic or each.of == topic]
    if topic and not proofs:
        msg = f"there is no topic `{topic}` with examples"
        raise click.UsageError(msg)
    if over is not None:
        proofs += findings(read_cases(over, library), library)
    if junit is not None:
        junit.write_text(proofs_junit(proofs), encoding="utf-8", newline="\n")
    click.echo(proofs_text(proofs), nl=False)
    return FOUND if any(each.wrong for each in proofs) else READ
