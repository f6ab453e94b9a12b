"""Where the rules are: beside the installed packages, never in the working folder."""

from __future__ import annotations

from pathlib import Path


def standards_folder() -> Path:
    """Return the folder of the rules that come with the program."""
    here = Path(__file__).parent
    installed = here / "standards"
    return installed if installed.is_dir() else here.parent / "standards"
