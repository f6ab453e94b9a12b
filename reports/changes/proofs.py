"""What was proved of a rule book, as text for a person and as JUnit for a build."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from checker.changes.proofs import Proof
from reports.spans import visible


def proofs_text(proofs: Sequence[Proof]) -> str:
    """Return each proof that failed, at its place, and the count."""
    failed = [each for each in proofs if each.wrong]
    lines = [f"{_place(each)}  {each.title}\n    {each.wrong}" for each in failed]
    lines.append(f"{len(proofs) - len(failed)} as expected, {len(failed)} not")
    return "\n".join(lines) + "\n"


def _place(proof: Proof) -> str:
    return f"{proof.file}:{proof.line}" if proof.line else proof.file


def proofs_junit(proofs: Sequence[Proof]) -> str:
    """Return the proofs as JUnit XML, a suite for each topic and each case; without times, so that bytes repeat."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    failed = sum(bool(each.wrong) for each in proofs)
    lines.append(f'<testsuites name="sendcheck" tests="{len(proofs)}" failures="{failed}">')
    for suite in dict.fromkeys(each.of for each in proofs):
        of = [each for each in proofs if each.of == suite]
        wrong = sum(bool(each.wrong) for each in of)
        lines.append(
            f'  <testsuite name={quoteattr(suite)} tests="{len(of)}" failures="{wrong}" errors="0" skipped="0">'
        )
        lines += [_case(each) for each in of]
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _case(proof: Proof) -> str:
    head = f"    <testcase classname={quoteattr(visible(proof.of))} name={quoteattr(visible(proof.title))}"
    head += f" file={quoteattr(proof.file)}" + (f' line="{proof.line}"' if proof.line else "")
    if not proof.wrong:
        return head + "/>"
    return f"{head}><failure message={quoteattr(visible(proof.wrong))}/></testcase>"
