"""The compiled rule book kept on disk between runs.

The key is the content of ``standards/``, of the code that compiles it, and the version of
Python. A cache folder or file that somebody else could have written is refused: what is
in it is loaded as objects.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import stat
import sys
from pathlib import Path

from checker.rulebook.library import Library, build_library, digest, standards_files
from checker.varied import varied

_CODE = ("dsl", "checker/rulebook", "checker/documents", "checker/wording", "checker/clocks")


def load_library(standards: Path, cache: Path | None, *, examples: bool = True) -> Library:
    """Return the compiled rule book, from ``cache`` if it is there and ours.

    Without ``examples`` those that a cache keeps are left there: they prove the rules, and
    checking a case needs none of them. Raises :class:`checker.rulebook.library.RulesRefused`
    if the rules do not load. A cache that cannot be read or written is passed over in
    silence: it only saves time.
    """
    files = standards_files(standards)
    if cache is None:
        return build_library(files)
    key = _key(digest(files))
    path, beside = cache / f"{key}.book", cache / f"{key}.examples"
    if _is_ours(cache):
        held = _kept(path)
        proofs = _kept(beside) if examples else ()
        if isinstance(held, Library) and isinstance(proofs, tuple):
            return varied(held, book=varied(held.book, examples=proofs)) if examples else held
    built = build_library(files)
    with contextlib.suppress(OSError):
        _write(cache, beside, built.book.examples)
        _write(cache, path, varied(built, book=varied(built.book, examples=())))
    return built


def _kept(path: Path) -> object:
    """Return what a file of the cache holds, or None if it is not there, not ours, or cannot be read."""
    if not _is_ours(path):
        return None
    with contextlib.suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError):
        held: object = pickle.loads(path.read_bytes())  # noqa: S301  (written by this user alone: see _is_ours)
        return held
    return None


def cache_folder() -> Path:
    """Return the folder for the compiled rule book: the user's own cache folder."""
    named = os.environ.get("SENDCHECK_CACHE") or os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(named) / "sendcheck" if named else Path.home() / ".cache" / "sendcheck"


def _key(standards: str) -> str:
    whole = hashlib.sha256(f"{standards} {sys.version}".encode())
    root = Path(__file__).parents[2]
    for folder in _CODE:
        for path in sorted((root / folder).iterdir()):
            if path.suffix in (".py", ".lark"):
                whole.update(path.read_bytes())
    return whole.hexdigest()


def _is_ours(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    if stat.S_ISLNK(found.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(cache: Path, path: Path, kept: object) -> None:
    cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not _is_ours(cache):
        return
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL))
    unfinished.chmod(0o600)
    unfinished.replace(path)
