"""The child process in which a PDF file is opened: bounded in time and memory, and with nothing of ours in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from checker.intake.limits import MAX_WORD_BYTES, Problem, Refused

MAX_SECONDS = 4.0
MAX_MEMORY = 290_000_000
"""Address space of the child, in bytes: a plan of twenty pages takes forty million."""
MAX_WRITTEN = 60_000_000
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from extract.main import main; main(int(sys.argv[2]))"
"""Isolated from the environment and the folder it is called from; of ours it sees the package ``extract`` alone."""
_TOLD = {
    "damaged": "the file is damaged: it cannot be opened as a PDF",
    "password": "the file is encrypted: it opens only with a password",
    "words": "the file holds more words than a plan can",
    "objects": "the file holds more lines and shapes than can be read",
    "tags": "the file holds more tags than can be read",
    "memory": "the file needs more memory to open than a plan can",
}


def opened(data: bytes, name: str) -> dict[str, Any]:
    """Return what stands on the pages of a PDF file, as :mod:`checker.intake.pdf.extract.main` writes it.

    Raises :class:`checker.intake.limits.Refused` for a file that cannot be opened within
    the limits: damaged, encrypted, too large, too many pages, too slow.
    """
    if len(data) > MAX_WORD_BYTES:
        raise Refused(name, [Problem(f"the file is too large to read: at most {MAX_WORD_BYTES // 1_000_000} MB are")])
    try:
        ran = subprocess.run(  # noqa: S603  (our own interpreter and our own file)
            [sys.executable, "-I", "-c", _PROGRAM, str(Path(__file__).parent), str(MAX_MEMORY)],
            input=data,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(name, [Problem(f"the file could not be opened in {MAX_SECONDS:.0f} seconds")]) from None
    if ran.returncode or not ran.stdout or len(ran.stdout) > MAX_WRITTEN:
        raise Refused(name, [Problem("the file is damaged, or made so that it cannot be opened safely as a PDF")])
    found: dict[str, Any] = json.loads(ran.stdout)
    if found.get("error") == "pages":
        raise Refused(name, [Problem(f"the file has {found['count']} pages, where at most 400 are read")])
    if found.get("error") == "size":
        raise Refused(name, [Problem(f"page {found['page']} is larger than a page can be")])
    if "error" in found:
        raise Refused(name, [Problem(_TOLD[found["error"]])])
    return found
