"""YAML of our own files as plain data, by the fastest safe loader there is."""

from __future__ import annotations

from typing import Any


def yaml_data(text: str | bytes) -> Any:  # noqa: ANN401  (what a file holds)
    """Return what a YAML text holds. Raises ``yaml.YAMLError`` if it is none."""
    import yaml  # noqa: PLC0415  (a cached rule book needs none)

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  (a safe loader)
