"""``sendcheck mutate``: change the rules one at a time, and list what nothing notices."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from sendcheck.command import FOUND, READ, RULES
from sendcheck.commands.rules_loaded import rules, rules_option

_EQUIVALENT = "equivalent-changes.yaml"


@click.command(name="mutate", epilog="Example: sendcheck mutate --over fixtures --at-least 97")
@rules_option
@click.option(
    "--over",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="The fixture cases that should notice, beside the examples.",
)
@click.option("--rule", "only", multiple=True, metavar="ID", help="Only changes to this block, by id or name.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--at-least", type=float, default=0.0, metavar="PERCENT", help="Exit 1 if fewer are noticed.")
def command(rules_folder: Path | None, over: Path, only: tuple[str, ...], form: str, at_least: float) -> int:
    """Change each rule one place at a time, by fixed operators, and list by operator what nothing notices.

    The operators: a period one more or less, or in another unit; `of` or `starting with`; force; `and` or `or`; a
    condition, an exception, a recipient or an entry dropped; `not`; `normally`; `working`; a commencement date a day
    earlier or later; another start event; `before` or `on or before`.
    """
    library = rules(rules_folder, examples=True)
    if library is None:
        return RULES
    from checker.changes.cases import read_cases  # noqa: PLC0415  (only this verb needs it)
    from checker.changes.mutants import mutants_of  # noqa: PLC0415
    from checker.changes.noticed import Watch  # noqa: PLC0415
    from reports.changes.mutants import mutants_json, mutants_text, share_noticed  # noqa: PLC0415

    mutants = [each for each in mutants_of(library.book, library.names) if not only or each.name in only]
    if not mutants:
        msg = f"there is no block called {', '.join(f'`{each}`' for each in only)}"
        raise click.UsageError(msg)
    equivalent = _equivalent(over)
    if only:
        equivalent = {id_: why for id_, why in equivalent.items() if id_.split(":")[0] in only}
    looked = tuple(Watch(library, read_cases(over, library)).look(mutants))
    click.echo((mutants_json if form == "json" else mutants_text)(looked, equivalent), nl=False)
    return FOUND if share_noticed(looked, equivalent) < at_least else READ


def _equivalent(over: Path) -> Mapping[str, str]:
    """Return the changes that were shown to change nothing, with why: ``equivalent-changes.yaml`` of the folder."""
    import yaml  # noqa: PLC0415

    path = over / _EQUIVALENT
    if not path.exists():
        return {}
    held = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return {str(id_): str(why) for id_, why in held.items()}
