"""Facts a record gives about items of the plan, and facts that follow from a plan's sections."""

from __future__ import annotations

import pytest
from conftest import AS_AT

from checker.facts import Fact, State
from checker.intake.load import Unreadable, load
from checker.rulebook.library import Library

PLAN = """
plan:
  title: Final plan
  status: Final
  sections:
    - heading: "Section B: Special educational needs"
      items:
        - {label: B1, area: Communication and interaction, words: "Ana does not talk."}
        - {label: B2, area: "Social, emotional and mental health", words: "Ana is anxious."}
    - heading: "Section E: Outcomes"
      items:
        - {label: E1, area: %s, words: "By July 2027 Ana says ten words."}
    - heading: "Section F: Special educational provision"
      items:
        - {label: F1, words: "A therapist will see Ana for 45 minutes once a week%s."}
    - heading: "Section G: Health care provision"
      items:
        - {label: G1, words: "A nurse will see Ana for 10 minutes once a term."}
"""


def facts(
    library: Library, record: str = "", area: str = "Communication and interaction", link: str = ""
) -> dict[str, Fact]:
    """Return the facts of a plan and a record."""
    files = [("plan.yaml", (PLAN % (area, link)).encode())]
    if record:
        files.append(("record.yaml", record.encode()))
    return dict(load(files, AS_AT, library=library).facts)


def test_a_record_says_what_an_item_is_for(library: Library) -> None:
    record = """
items:
  - {item: E1, kind: education_or_training, doubted: no, progress: "Six words.", still_fits: yes}
  - {item: G1, purpose: swallowing, also_in_section_f: no, exceptional_reason: }
plan: {targets_arrangement: , places_agreed: no}
"""
    found = facts(library, record)
    assert found["/final_plan/section_e/E1/kind"].value == "education_or_training"
    assert found["/final_plan/section_e/E1/still_fits"].value is True
    assert found["/final_plan/section_g/G1/purpose"].value == "swallowing"
    assert found["/final_plan/section_g/G1/exceptional_reason"].state is State.NOT_STATED
    assert found["/final_plan/targets_arrangement"].state is State.NOT_STATED
    assert found["/final_plan/places_agreed"].value is False


@pytest.mark.parametrize(
    "row", ["{kind: health}", "{item: B1, kind: health}", "{item: E1, purpose: other}", "{item: G1, kind: health}"]
)
def test_a_row_that_names_no_such_item_or_field_is_refused(library: Library, row: str) -> None:
    with pytest.raises(Unreadable, match="items"):
        facts(library, f"items:\n  - {row}\n")


def test_a_record_that_is_complete_is_silent_of_what_it_does_not_keep(library: Library) -> None:
    found = facts(library, f"complete-to: {AS_AT}\n")
    for pointer in ("/advice_compared", "/recommendations", "/final_plan/targets_arrangement"):
        assert pointer not in found
    kept = facts(library, f"complete-to: {AS_AT}\ncovers: [recommendations]\n")
    assert kept["/recommendations"].value == ()
    assert kept["/recommendations"].complete


def test_an_area_that_no_outcome_is_marked_with_is_listed(library: Library) -> None:
    found = facts(library)
    assert found["/final_plan/areas_without_outcome"].value == ("1",)
    assert found["/final_plan/areas_without_outcome/1/wording"].value == "Social, emotional and mental health"


def test_areas_are_compared_only_where_every_item_is_marked(library: Library) -> None:
    assert "/final_plan/areas_without_outcome" not in facts(library, area='""')


def test_links_to_outcomes_are_told_only_where_there_is_one(library: Library) -> None:
    assert "/final_plan/links_outcomes" not in facts(library)
    assert facts(library, link=" (E1)")["/final_plan/links_outcomes"].value is True


@pytest.mark.parametrize(
    ("cell", "state", "value"),
    [
        ("Education and training", State.KNOWN, "education_or_training"),
        ("Health", State.KNOWN, "health"),
        ("Social care", State.KNOWN, "social_care"),
        ("", State.NOT_STATED, None),
        ("Health and education", State.NOT_FOUND, None),
    ],
)
def test_what_an_outcome_is_marked_as_is_read(library: Library, cell: str, state: State, value: str | None) -> None:
    plan = PLAN % ("Communication and interaction", "")
    marked = plan.replace('says ten words."}', f'says ten words.", cells: {{Type of outcome: "{cell}"}}}}')
    found = load([("plan.yaml", marked.encode())], AS_AT, library=library).facts["/final_plan/section_e/E1/kind"]
    assert found.state is state
    assert (found.value if found.versions else None) == value


def test_an_outcome_with_no_mark_is_not_covered(library: Library) -> None:
    assert "/final_plan/section_e/E1/kind" not in facts(library)
