"""``sendcheck export``: write a typed plan as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from sendcheck.command import UNREADABLE


@click.command(name="export", epilog="Example: sendcheck export plan.yaml -o plan.docx")
@click.argument("plan", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="PLAN.yaml")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="The Word file.")
def command(plan: Path, output: Path | None) -> int:
    """Write PLAN.yaml, a plan typed as YAML, as a Word file that reads back as the same plan."""
    from checker.intake.limits import Refused  # noqa: PLC0415  (only this path needs it)
    from reports.plan_word.written import CannotWrite  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.files import write_bytes  # noqa: PLC0415  (only this path needs it)

    try:
        data, lost = _written(plan.read_bytes(), plan.name)
    except (Refused, CannotWrite) as refusal:
        click.echo(str(refusal), err=True)
        return UNREADABLE
    if lost:
        click.echo(f"{plan.name}: not written, because Word would not say the same: {', '.join(lost[:10])}", err=True)
        return UNREADABLE
    return write_bytes(data, output)


def _written(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    from checker.intake.limits import Problem, Refused, check_plan_words, check_text_size  # noqa: PLC0415
    from checker.intake.plan.reading import read_typed_plan  # noqa: PLC0415
    from checker.intake.plan.typed import typed_sections  # noqa: PLC0415
    from checker.intake.yaml_nodes import read_yaml  # noqa: PLC0415
    from reports.plan_word.read_back import not_carried  # noqa: PLC0415
    from reports.plan_word.written import write_plan  # noqa: PLC0415

    check_text_size(data, name)
    file = read_yaml(data)
    if file.problems or file.root is None:
        raise Refused(name, file.problems)
    if "plan" not in file.root.map:
        raise Refused(name, [Problem("this is not a plan typed as YAML: it has no `plan`")])
    check_plan_words(data, name)
    reading = read_typed_plan(file.root, name)
    made = write_plan(typed_sections(file.root, name))
    return made, not_carried(reading, made)
