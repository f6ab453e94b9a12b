"""A case given as files, as the YAML files that say the same: plans typed, what the papers give, the rest as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from checker.case import CaseFile
from checker.intake.load import read_document
from checker.intake.plan.typed_written import write_typed_plan
from checker.intake.sniff import is_pdf, is_zip
from checker.intake.yaml_nodes import readable_text
from checker.papers.record_written import write_record

PLAN, RECORD = "plan.yaml", "record.yaml"


def imported(files: Sequence[tuple[str, bytes]], case: CaseFile) -> dict[str, bytes]:
    """Return the files of a case as YAML, by name. ``case`` is ``files`` as loaded.

    The plan under test is ``plan.yaml`` and other plans keep their names; records, answers
    and typed plans are as they were given. What the papers give is ``record.yaml``; where
    a record is given it stands at that record's end, all of it as comments.
    """
    used = {each.name: each for each in case.documents if not each.problem}
    written: dict[str, bytes] = {}
    plans: list[tuple[str, str, bytes]] = []
    for name, data in sorted(files):
        each = used.get(name)
        if each is None or each.kind == "files":
            continue
        if not (is_zip(data) or is_pdf(data)):
            written[PurePath(name).name] = data
        elif each.kind == "plan":
            plans.append((name, PLAN if each.under_test else f"{PurePath(name).stem}.yaml", data))
    for name, wanted, data in plans:
        written[_free(wanted, written)] = write_typed_plan(read_document(name, data)).encode()
    typed = sorted(PurePath(name).name for name, each in used.items() if each.kind == "record")
    record = next((name for name in typed if name.lower().endswith((".yaml", ".yml"))), "")
    found = write_record(case.papers, beside_a_record=bool(record))
    if found and record:
        text, _ = readable_text(written[record])
        written[record] = f"{text.rstrip()}\n\n{found}".encode()
    elif found:
        written[_free(RECORD, written)] = found.encode()
    return written


def _free(name: str, taken: dict[str, bytes]) -> str:
    """Return ``name``, or with a number after its stem where a file has it."""
    stem, number = PurePath(name).stem, 2
    while name in taken:
        name, number = f"{stem}-{number}.yaml", number + 1
    return name
