"""``sendcheck check``: test a plan and its record against the standards."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendcheck.command import FOUND, READ, RULES

if TYPE_CHECKING:
    from checker.result import Check

FORMATS = ("text", "html", "json", "docx")
_GROUPS = ("overdue", "points-against", "before-sending", "undecided")


@click.command(
    name="check",
    epilog="Examples: sendcheck check plan.docx record.yaml --as-at 2026-06-10   |   "
    "sendcheck check case-folder/ --format html -o report.html   |   sendcheck check case/ --fail-on not-met,overdue",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE… | FOLDER")
@click.option(
    "--as-at", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to check as at. Default: today."
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="Write to a file.")
@click.option("--all", "everything", is_flag=True, help="Print everything, not only the first page.")
@click.option("--document", default="", metavar="FILE", help="The plan to test, where several are given.")
@click.option(
    "--fail-on",
    default="",
    metavar="TOKEN,…",
    help="Exit with 1 if a point has one of these outcomes (see: sendcheck explain outcomes), or one of the groups "
    f"{', '.join(_GROUPS)}.",
)
@click.option(
    "--suppose",
    type=click.Choice(["gp2022"]),
    help="Bring these proposals to the front, under a banner. No outcome changes.",
)
@click.option("--no-cache", is_flag=True, help="Do not keep the compiled rules on disk.")
def command(
    files: tuple[Path, ...],
    as_at: object,
    format_: str,
    output: Path | None,
    document: str,
    fail_on: str,
    suppose: str | None,
    *,
    everything: bool,
    no_cache: bool,
) -> int:
    """Test FILES (a plan, a case record, answers), or the files of a FOLDER, against the standards."""
    tokens = _tokens(fail_on)
    day = as_at.date() if hasattr(as_at, "date") else date.today()  # noqa: DTZ011  (the command alone may fill in today)
    from checker.evaluation.check import check_case  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.case_loaded import case_loaded  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.files import read_files, write_bytes  # noqa: PLC0415  (only this path needs it)
    from sendcheck.commands.rules_loaded import rules  # noqa: PLC0415  (only this path needs it)

    read = read_files(files)
    library = rules(cached=not no_cache)
    if library is None:
        return RULES
    case = case_loaded(read, day, document, library)
    result = check_case(case, library, day, as_at_given=as_at is not None, suppose=suppose or "")
    if format_ == "docx":
        write_bytes(_returned(result, read), output)
        return FOUND if _names_something(result, tokens) else READ
    _print(_rendered(result, format_, everything=everything, to_file=output is not None), output)
    return FOUND if _names_something(result, tokens) else READ


def _returned(result: Check, files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the Word file of the plan under test with its comments. Raises ``click.UsageError`` if it is none."""
    tested = next((each for each in result.documents if each.under_test), None)
    data = next((data for name, data in files if tested is not None and name == tested.name), b"")
    if not data.startswith(b"PK"):
        what = f"`{tested.name}` is no Word file" if tested is not None else "there is no plan among these files"
        msg = f"--format docx returns the plan's own Word file with comments, and {what}"
        raise click.UsageError(msg)
    from reports.word_comments.write import commented  # noqa: PLC0415  (only this path needs it)

    return commented(data, result)


def _tokens(fail_on: str) -> frozenset[str]:
    from checker.findings import Outcome  # noqa: PLC0415  (only this path needs it)

    wanted = frozenset(token.strip() for token in fail_on.split(",") if token.strip())
    known = {outcome.value for outcome in Outcome} | set(_GROUPS)
    unknown = sorted(wanted - known)
    if unknown:
        from difflib import get_close_matches  # noqa: PLC0415  (only this path needs it)

        near = get_close_matches(unknown[0], sorted(known), n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        msg = f"--fail-on: `{unknown[0]}` is not an outcome{hint} (see: sendcheck explain outcomes)"
        raise click.UsageError(msg)
    return wanted


def _rendered(result: Check, format_: str, *, everything: bool, to_file: bool) -> str:
    if format_ == "json":
        from reports.json import render_json  # noqa: PLC0415  (only this path needs it)

        return render_json(result)
    if format_ == "html":
        from reports.html import render_html  # noqa: PLC0415  (only this path needs it)

        return render_html(result)
    from reports.text import render_text  # noqa: PLC0415  (only this path needs it)

    return render_text(result, everything=everything, colour=sys.stdout.isatty() and not to_file)


def _print(words: str, output: Path | None) -> None:
    if output is not None:
        output.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"Written to {output}", err=True)
        return
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()


def _names_something(result: Check, tokens: frozenset[str]) -> bool:
    from checker.findings import Finding, Flag, Outcome  # noqa: PLC0415  (only this path needs it)

    if not tokens:
        return False
    undecided = (Outcome.DISPUTED, Outcome.NOT_IN_THESE_FILES, Outcome.A_PERSON_MUST_DECIDE)
    against = (Outcome.NOT_MET, Outcome.DEPARTED_FROM, Outcome.CONDITION_NOT_MET, Outcome.DEPARTED_FROM_LOCAL_POLICY)

    def names(finding: Finding) -> bool:
        before_sending = Flag.IF_SENT in finding.flags
        if before_sending:
            # What a draft not yet sent would be is counted apart from what is.
            return "before-sending" in tokens and finding.outcome in against
        return (
            finding.outcome.value in tokens
            or ("overdue" in tokens and Flag.OVERDUE in finding.flags)
            or ("points-against" in tokens and (finding.points_against or str(finding.standing) == "points against"))
            or ("undecided" in tokens and finding.outcome in undecided)
        )

    return any(names(finding) for finding in result.findings)
