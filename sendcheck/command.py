"""The command. Each verb is loaded when it is used, so that ``--help`` costs next to nothing."""

from __future__ import annotations

import gc
import importlib
import keyword
import os
import sys
from typing import NoReturn

import click

VERBS = {
    "check": "Test a plan and its record against the standards.",
    "recognise": "Say what each file of a folder was taken for, and keep it in a file to correct.",
    "import": "Write a case given as Word and PDF files as YAML, each value with its place.",
    "explain": "Explain a rule, a point of a check, or the outcome words.",
    "rules": "List the rules, by topic.",
    "new": "Write a blank plan, case record, area, school or rule to fill in.",
    "export": "Write a typed plan as a Word file.",
    "coverage": "Print how far the law, the guidance and the proposals are encoded.",
    "test": "Run the examples beside the rules, and the fixture cases.",
    "fmt": "Format rule files.",
    "lint": "List what is untidy in rule files, or not proved.",
    "compare": "Say what a change to the rules does, over fixture cases.",
    "mutate": "Change the rules one at a time, and list what nothing notices.",
    "schema": "Print the JSON Schema of the files, and the names of events.",
}

READ, FOUND, USAGE, UNREADABLE, RULES, FAULT = range(6)
"""Exit codes: the check ran; something ``--fail-on`` names was found; wrong usage; a file that
cannot be read; rules that cannot be loaded; a fault in the program."""


class LazyVerbs(click.Group):
    """A group whose verbs are imported only when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (the signature is click's)
        """Return the verbs in the order they are usually needed."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (the signature is click's)
        """Import the verb."""
        if cmd_name not in VERBS:
            return None
        # A word that Python keeps for itself is no name of a module.
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"sendcheck.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (the signature is click's)
        """List the verbs without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(
    cls=LazyVerbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: sendcheck check plan.docx record.yaml --as-at 2026-06-10",
)
@click.version_option(package_name="sendcheck")
def sendcheck() -> None:
    """Test education, health and care plans (EHC plans) against the law, the guidance and the proposals.

    Nothing leaves this machine. The program never decides what is for a person to judge.
    """


def main() -> NoReturn:
    """Run the command and exit. The one place where a fault is caught."""
    # One short process: collecting garbage would only cost time.
    gc.disable()
    try:
        code = sendcheck.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message(), err=True)
        code = USAGE
    except click.ClickException as wrong:
        wrong.show()
        code = USAGE
    except click.Abort:
        code = USAGE
    except BrokenPipeError:
        # The reader of our output went away; there is nothing to tell anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = READ
    except Exception as fault:  # noqa: BLE001  (the one clause that turns a fault into exit code 5)
        click.echo(f"sendcheck: a fault in the program: {_where(fault)}", err=True)
        code = FAULT
    sys.exit(code if isinstance(code, int) else READ)


def _where(fault: Exception) -> str:
    """Return the type of a fault and the line of ours it came from, never its text."""
    place = "an unknown place"
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        for package in ("sendcheck/", "reports/", "checker/", "dsl/"):
            if package in file:
                place = f"{package}{file.rsplit(package, 1)[1]}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(fault).__name__} at {place}"
