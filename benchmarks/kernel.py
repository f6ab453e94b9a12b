"""How long the kernel takes for many cases, as a ratio to the explaining evaluator in the same run.

Run with the interpreter sendcheck is installed in: ``.venv/bin/python benchmarks/kernel.py``.
The cases are those the tests make up, with another seed. Times are of the processor, so that
another program on the machine slows neither; the kernel's take in reading the cases into
columns. The two are compared on every finding, and any that differ are counted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "kernel")]

from compare import by_columns, by_explaining  # noqa: E402  (the tests' own helpers, once the path is set)
from generate import Maker  # noqa: E402

from sendcheck import load_standards  # noqa: E402

SEED = 20270901


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=10_000)
    options.add_argument("--together", type=int, default=2_500, help="cases read into columns at a time")
    given = options.parse_args()
    library = load_standards()
    maker = Maker(library, SEED)
    columns = explaining = 0.0
    facts = findings = unlike = 0
    outcomes: Counter[str] = Counter()
    for first in range(0, given.cases, given.together):
        cases = maker.cases(min(given.together, given.cases - first))
        facts += sum(len(each.case.facts) for each in cases)
        begun = time.process_time()
        one = by_columns(cases, library)
        columns += time.process_time() - begun
        begun = time.process_time()
        other = by_explaining(cases, library)
        explaining += time.process_time() - begun
        findings += sum(other.values())
        unlike += sum((one - other).values())
        for (_, _, _, outcome), count in other.items():
            outcomes[outcome.value] += count
    print(f"{given.cases} cases of {facts // given.cases} facts, {len(library.book.rules)} rules, {findings} findings")
    print(f"findings on which the two differ: {unlike}")
    print(f"kernel      {columns:9.1f} s  {columns / given.cases * 1000:7.3f} ms a case")
    print(f"explaining  {explaining:9.1f} s  {explaining / given.cases * 1000:7.3f} ms a case")
    print(f"kernel to explaining: {columns / explaining:.3f}")
    for outcome, count in outcomes.most_common():
        print(f"  {outcome:<28}{count:>10}")


if __name__ == "__main__":
    main()
