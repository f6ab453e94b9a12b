"""How well the words of provision and outcomes are read: precision and recall on sentences labelled by hand.

Run with the interpreter sendcheck is installed in: ``.venv/bin/python benchmarks/wording.py``.
The labels were made by somebody who had not seen the patterns. Half of the sentences (those
with an odd number) were never used to mend them, and are printed apart.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "wording")]

from scoring import SENTENCES, Tally, read_sentences, score  # noqa: E402  (the tests' own helpers, once the path is set)

from sendcheck import load_standards  # noqa: E402


def main() -> None:
    """Print the figures, and with ``--misses`` what was missed and what was wrongly found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", default="", help="print what went wrong with this dimension, or `all`")
    options.add_argument("--half", choices=["even", "odd"], help="take only these sentences")
    options.add_argument("--file", type=Path, default=SENTENCES)
    given = options.parse_args()
    lexicon = load_standards().lexicon
    items = read_sentences(given.file)
    for name, parity in (("all", None), ("even", 0), ("odd", 1)):
        if given.half and given.half != name:
            continue
        chosen = [item for item in items if parity is None or _number(str(item["id"])) % 2 == parity]
        _print(name, len(chosen), score(chosen, lexicon), given.misses)


def _number(name: str) -> int:
    return int("".join(character for character in name if character.isdigit()))


def _print(title: str, count: int, tallies: dict[str, Tally], misses: str) -> None:
    print(f"{title}: {count} sentences")
    print(f"  {'':<20}{'labels':>8}{'hits':>8}{'precision':>11}{'recall':>9}")
    whole = Tally()
    for name, tally in tallies.items():
        print(f"  {name:<20}{tally.labels:>8}{tally.hits:>8}{tally.precision:>11.3f}{tally.recall:>9.3f}")
        if name not in ("any open phrase", "a question remains"):
            whole.labels, whole.found = whole.labels + tally.labels, whole.found + tally.found
            whole.hits, whole.right = whole.hits + tally.hits, whole.right + tally.right
        if misses in (name, "all"):
            print("".join(f"      missed {line}\n" for line in tally.missed), end="")
            print("".join(f"      wrong  {line}\n" for line in tally.wrong), end="")
    print(f"  {'all together':<20}{whole.labels:>8}{whole.hits:>8}{whole.precision:>11.3f}{whole.recall:>9.3f}")


if __name__ == "__main__":
    main()
