"""Loads each file named in its arguments in a process of its own and prints what became of it, a JSON line a file.

Everything is imported first, so that the time is of the reading alone; the memory is the
most that the process, or one it started, held.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import traceback
from datetime import date
from pathlib import Path

from words_only import words_only

import checker.intake.answers
import checker.intake.plan.reading
import checker.intake.plan.typed
import checker.intake.record.tables
import checker.intake.scanning
import checker.intake.word.read  # noqa: F401
from checker.intake.load import Unreadable, WrongUsage, load

LIBRARY = words_only()


def outcome_of(path: Path) -> dict[str, object]:
    """Return how one file ends."""
    begun = time.monotonic()
    try:
        case = load([(path.name, path.read_bytes())], date(2026, 6, 10), library=LIBRARY)
    except Unreadable as refusal:
        ended, words = "refused", str(refusal)
    except WrongUsage as usage:
        ended, words = "wrong usage", str(usage)
    except BaseException:  # noqa: BLE001  (the test is that there is none)
        ended, words = "fault", traceback.format_exc()
    else:
        ended = "read"
        words = "\n".join([*case.notes, *(note for used in case.documents for note in (*used.notes, used.problem))])
    seconds = time.monotonic() - begun
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    megabytes = max(used) / 1024
    return {"file": path.name, "ended": ended, "words": words, "seconds": seconds, "megabytes": megabytes}


def main() -> None:
    for argument in sys.argv[1:]:
        child = os.fork()
        if child == 0:
            print(json.dumps(outcome_of(Path(argument))), flush=True)  # noqa: T201
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(json.dumps({"file": Path(argument).name, "ended": "killed", "words": str(status)}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
