"""``sendcheck explain``: a rule, a point of a check, or the outcome words."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from sendcheck.command import READ, RULES, USAGE
from sendcheck.commands.rules_loaded import rules


@click.command(
    name="explain",
    epilog="Examples: sendcheck explain FINAL-PLAN-20-WEEKS   |   sendcheck explain outcomes   |   "
    "sendcheck explain PROVISION-SPECIFIC:F4 plan.docx record.yaml --as-at 2026-06-10",
)
@click.argument("what", metavar="RULE | POINT | outcomes")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE…]")
@click.option(
    "--as-at", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to check as at. Default: today."
)
@click.option("--document", default="", metavar="FILE", help="The plan to test, where several are given.")
def command(what: str, files: tuple[Path, ...], as_at: object, document: str) -> int:
    """Explain a RULE in words, a POINT of a check of FILES with its whole reason, or the outcomes."""
    from reports.explain import explain_finding, explain_outcomes, explain_rule  # noqa: PLC0415  (only this path needs it)

    if what == "outcomes":
        from checker.evaluation.outcome import CAUSE_WORDS, OUTCOMES  # noqa: PLC0415  (only this path needs it)

        click.echo(explain_outcomes(OUTCOMES, CAUSE_WORDS))
        return READ
    library = rules()
    if library is None:
        return RULES
    rule = what.partition(":")[0].upper()
    if rule not in library.book.rules:
        near = get_close_matches(rule, list(library.book.rules), n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        click.echo(f"sendcheck: there is no rule `{rule}`{hint} (see: sendcheck rules)", err=True)
        return USAGE
    if not files:
        click.echo(explain_rule(library.book.rules[rule], library))
        return READ
    from checker.evaluation.check import check_case  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.case_loaded import case_loaded  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.files import read_files  # noqa: PLC0415  (only this path needs it)

    day = as_at.date() if hasattr(as_at, "date") else date.today()  # noqa: DTZ011  (the command alone may fill in today)
    try:
        given = read_files(files)
    except click.UsageError as wrong:
        click.echo(f"sendcheck: {wrong}", err=True)
        return USAGE
    case = case_loaded(given, day, document, library)
    result = check_case(case, library, day, as_at_given=as_at is not None)
    wanted = [f for f in result.findings if f.id.casefold() == what.casefold() or (":" not in what and f.rule == rule)]
    if not wanted:
        mine = ", ".join(f.id for f in result.findings if f.rule == rule)
        click.echo(f"sendcheck: this check has no point `{what}`; it has {mine or 'none of that rule'}", err=True)
        return USAGE
    click.echo("\n\n".join(explain_finding(each, result) for each in wanted))
    return READ
