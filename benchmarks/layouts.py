"""How well plans in many layouts are read, against what a careful reader finds in them.

Run from the project's folder: ``python benchmarks/layouts.py [FOLDER …] [--differences]``. A folder
holds ``NAME.truth.yaml`` beside ``NAME.docx`` and ``NAME.pdf``; the folders of the project are taken if none is given.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from layout_scores import FORMATS, Rate, Score, added, layouts, score_of  # noqa: E402  (once the path is set)

RATES = {
    "sections found, or missing and said to be": "sections",
    "items in the right section": "items",
    "items cut as the truth cuts them": "cut",
    "their other entries": "details",
    "links of one to one": "links",
    "links of a group": "groups",
    "characters unplaced": "unplaced",
}
COUNTS = {
    "items in a wrong section": "misplaced",
    "words not in the document": "invented",
    "items beyond the truth": "beyond",
    "links nobody states": "unstated",
}


def main() -> None:
    """Print the figures of each folder and format."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="*", type=Path, default=[ROOT / "fixtures" / "layouts"])
    options.add_argument("--formats", default=",".join(FORMATS), help="endings of files, with commas between")
    options.add_argument("--only", default="", help="only layouts whose name has these words")
    options.add_argument("--differences", action="store_true", help="print what differs, layout by layout")
    given = options.parse_args()
    for folder in given.folders:
        for ending in given.formats.split(","):
            names = [name for name in layouts(folder, ending) if given.only in name]
            if names:
                scores = {name: score_of(folder, name, ending) for name in names}
                print(table(f"{folder.name}, {ending}, {len(names)} layouts", added(scores.values())))
                for name, score in scores.items():
                    print(line(name, score))
                    for words in score.differences if given.differences else ():
                        print(f"    {words}")
                print()


def table(title: str, score: Score) -> str:
    """Return the figures of a score, a line each."""
    rows = [title]
    for words, name in RATES.items():
        rate: Rate = getattr(score, name)
        rows.append(f"  {words:<44}{rate.right:>6} of {rate.of:<6}{100 * rate.share:>7.1f}%")
    rows += [f"  {words:<44}{getattr(score, name):>6}" for words, name in COUNTS.items()]
    return "\n".join(rows)


def line(name: str, score: Score) -> str:
    """Return the figures of one layout in a line."""
    rates = " ".join(f"{each} {getattr(score, each).right}/{getattr(score, each).of}" for each in RATES.values())
    counts = " ".join(f"{each} {getattr(score, each)}" for each in COUNTS.values() if getattr(score, each))
    return f"  {name}: {rates} {counts}".rstrip()


if __name__ == "__main__":
    main()
