"""The maker of hostile files, as a module."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

SCRIPT = Path(__file__).parents[2] / "fixtures" / "hostile" / "make_hostile.py"


@cache
def make_hostile() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_hostile", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
