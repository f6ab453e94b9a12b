"""Every layout is read as a careful reader reads it: what its truth file says, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import said

from checker.facts import Fact, State
from checker.intake.dates import read_day
from checker.intake.pdf import read_pdf
from checker.intake.plan.headings import CODES
from checker.intake.plan.pieces import SectionsFound
from checker.intake.plan.reading import PlanReading, read_plan
from checker.intake.plan.sections import find_sections
from checker.intake.word.read import read_word

FOLDER = Path(__file__).parents[2] / "fixtures" / "layouts"
FILES = sorted(path.name for form in ("docx", "pdf") for path in FOLDER.glob(f"*.{form}"))
SAYS_NO_STAGE = "02-shaded-lines-and-contents"  # no word of the file says that it is final
RUNS_ON = "07-grid-groups.untagged.pdf"  # two needs in a cell, with no gap, number or shorter line between them
FIELDS = ("words", "area", "label", "name", "type", "start", "end", "kind", "author", "dated", "speaker", "by_when")


def plain(text: str) -> str:
    """Return words as they are compared: one space, straight quotation marks, no bar between a letter and its title."""
    return " ".join(text.replace("\u2019", "'").replace("|", " ").split())


def reading_of(file: str) -> tuple[PlanReading, SectionsFound, dict[str, Any]]:
    read = read_word if file.endswith(".docx") else read_pdf
    document = read((FOLDER / file).read_bytes(), file)
    truth = yaml.safe_load((FOLDER / f"{file.partition('.')[0]}.truth.yaml").read_text(encoding="utf-8"))
    return read_plan(document), find_sections(document.blocks), truth


def keys(reading: PlanReading, code: str) -> tuple[str, ...]:
    fact = reading.facts[f"/plan/section_{code}"]
    return fact.value if fact.versions and isinstance(fact.value, tuple) else ()


def item(reading: PlanReading, code: str, key: str) -> dict[str, str]:
    base = f"/plan/section_{code}/{key}"

    def field(name: str) -> Fact | None:
        return reading.facts.get(f"{base}/{'wording' if name == 'words' else name}")

    found = {name: plain(said(fact)) for name in FIELDS if (fact := field(name)) and fact.versions}
    if " " in key or code in ("a", "i", "k"):
        found.pop("label", None)
    return found


def differences(file: str) -> list[str]:
    """Return how the reading of a layout differs from its truth, a line each."""
    reading, found, truth = reading_of(file)
    stage = "" if file.startswith(SAYS_NO_STAGE) else truth["status"]
    wrong = [] if reading.stage == stage else [f"stage {reading.stage!r}"]
    child = {field: said(reading.facts.get(f"/child/{field}")) for field in ("name", "born")}
    wrong += [f"child's {field}: {words}" for field, words in child.items() if words != str(truth["child"][field])]
    wrong += heading_differences(found, truth) + link_differences(reading, truth)
    shared = {section for each in truth.get("shared", ()) for section in each["between"]}
    for code in CODES:
        section = f"section_{code}"
        fact = reading.facts[f"/plan/{section}"]
        if section in shared:
            wrong += (
                [] if fact.state is State.NOT_FOUND else [f"{section} is {fact.state}, though its words are shared"]
            )
        elif section not in truth["headings"]:
            wrong += [] if fact.state is State.NOT_STATED else [f"{section} is {fact.state}, though it is not there"]
        else:
            wrong += item_differences(reading, code, truth)
    joint = {plain(" ".join(line.text for line in lines)) for lines in found.joint.values()}
    wrong += [f"shared words {joint}" for each in truth.get("shared", ()) if plain(each["words"]) not in joint]
    return wrong


def item_differences(reading: PlanReading, code: str, truth: dict[str, Any]) -> list[str]:
    fact = reading.facts[f"/plan/section_{code}"]
    wrong = (
        []
        if fact.state is State.KNOWN and fact.complete
        else [f"section_{code}: {fact.state}, complete {fact.complete}"]
    )
    expected = list(truth["sections"].get(f"section_{code}", {}).values())
    got = [item(reading, code, key) for key in keys(reading, code)]
    if len(got) != len(expected):
        return [*wrong, f"section_{code}: {len(got)} items for {len(expected)}: {got}"]
    for mine, true in zip(got, expected, strict=True):
        for name, value in true.items():
            ours = mine.get(name, "").removeprefix(code.upper() if name == "label" and value.isdigit() else "")
            if name in FIELDS and ours != said_of(value):
                wrong.append(f"section_{code}: {name} is {mine.get(name)!r}, not {said_of(value)!r}")
    return wrong


def said_of(value: object) -> str:
    days = read_day(str(value))
    if days is None:
        return plain(str(value))
    return str(days.first) if days.known_day else f"{days.first}..{days.last}"


def tight(text: str) -> str:
    """Return a heading as it is compared: a PDF may set the letters of words turned on their side apart."""
    return plain(text).replace(" ", "")


def heading_differences(found: SectionsFound, truth: dict[str, Any]) -> list[str]:
    wrong = []
    for section, words in truth["headings"].items():
        code = section.removeprefix("section_")
        shared = {c.removeprefix("section_") for c, w in truth["headings"].items() if w == words}
        matches = [h for h in found.headings if code in h.codes and tight(h.words) == tight(words)]
        if not matches:
            wrong.append(f"{section}: headings {[h.words for h in found.headings if code in h.codes]}, not {words!r}")
        elif any(set(h.codes) != shared for h in matches):
            wrong.append(f"{section}: heading names {matches[0].codes}")
    printed = {tight(w) for w in truth["headings"].values()} | {tight(w) for w in truth.get("other_headings", ())}
    wrong += [f"heading {h.words!r} names {h.codes}" for h in found.headings if tight(h.words) not in printed]
    return wrong


def link_differences(reading: PlanReading, truth: dict[str, Any]) -> list[str]:
    place = {}
    for code in CODES:
        for at, key in enumerate(keys(reading, code), start=1):
            place[key if code != "a" else f"A {at}"] = f"{code}{at}" if len(code) == 1 else f"{code}.{at}"
    listed = reading.facts["/plan/links"].value
    assert isinstance(listed, tuple)
    got: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for key in listed:
        left, right, group = (reading.facts[f"/plan/links/{key}/{part}"].value for part in ("left", "right", "group"))
        if str(left).startswith("F"):  # the truth files state the links of Section F
            got[bool(group)].add((place[str(left)], place[str(right)]))
    links = truth.get("links", {})
    one = {
        (left, right)
        for kind in ("answers", "supports")
        for left, rights in links.get(kind, {}).items()
        for right in rights
        if left.startswith("f")
    }
    many = {
        (left, right)
        for group in links.get("groups", ())
        for left in group
        for right in group
        if left[0] == "f" and right[0] in "bcde"
    }
    wrong = [f"links {sorted(got[False])}, not {sorted(one)}"] if got[False] != one else []
    return wrong + ([f"links of groups {sorted(got[True])}, not {sorted(many)}"] if got[True] != many else [])


@pytest.mark.parametrize("file", [file for file in FILES if file != RUNS_ON])
def test_a_layout_is_read_as_a_careful_reader_reads_it(file: str) -> None:
    assert differences(file) == []


def test_what_no_mark_and_no_gap_keeps_apart_is_one_item_with_all_its_words() -> None:
    reading, _, truth = reading_of(RUNS_ON)
    needs = [each["words"] for each in truth["sections"]["section_b"].values()]
    assert [item(reading, "b", key)["words"] for key in keys(reading, "b")] == [
        plain(" ".join(needs[:2])), plain(needs[2]),
    ]  # fmt: skip
    assert all("section_b" in line or line.startswith("links") for line in differences(RUNS_ON))


@pytest.mark.parametrize("file", FILES)
def test_what_belongs_to_no_section_is_put_in_none(file: str) -> None:
    reading, _, truth = reading_of(file)
    inside = plain(" ".join(str(f.value) for p, f in reading.facts.items() if p.endswith("/wording") and f.versions))
    for words in truth["outside"]:
        assert plain(str(words)) not in inside
