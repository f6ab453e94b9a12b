"""Which sections a heading names."""

from __future__ import annotations

import pytest

from checker.intake.plan.headings import CODES, sections_named

# Headings as councils and guides print them, run-together words and all, and what they name.
PRINTED = {
    "(B), (E) and (F) Needs, outcomes and special educational provision": "b e f",
    "Health needs linked to SEN": "c",
    "Social care needs associated with SEN": "d",
    "SECTION A / The views, interests and aspirations of the child and his or her parents or the young person.": "a",
    "B The child or young person’s special educational needs.": "b",
    "C The child or young person’s health needs which are related to their SEN.": "c",
    "D …social care needs which are related to their SEN.": "d",
    "E The outcomes sought for the child or the young person, including outcomes for adult life…": "e",
    "F The special educational provision required by the child or the young person.": "f",
    "G Any health provision reasonably required by…": "g",
    "Section A My Profile": "a",
    "Section E Outcomes": "e",
    "Section E: / Outcomes, including Preparing for Adulthood outcomes for Yr9 onwards": "e",
    "Section F: / Special Education Provision required to meet needs and achieve outcomes": "f",
    "Section H: / Care Provision required to meet needs and achieve outcomes (sections H1 and H2)": "h1 h2",
    "Section I: / Name and type of Education Placementand arrangements for review": "i",
    "Section J: / Personal Budgetincluding arrangements for direct payments": "j",
    "Section K: / Advice and Information gathered": "k",
    "*Section B: The child or young person’s special educational needs.": "b",
    "(A) Views, Interests and Aspirations": "a",
    "Section B My Special Educational Needs": "b",
    "Section C My health needs": "c",
    "Section D My social care needs": "d",
    "Section A: The views, interests and aspirations of the child and their parents, or of the young person": "a",
    "Section A: / The Views, Interests and Aspirations of the child or young person and their parents/carers": "a",
    "Section B: / Child or young person’s Special Educational Needs (SEN)": "b",
    "Section C: / Child or young person’s Health Needs and those that are specifically related to SEN": "c",
    "Section D: / Child or young person’s Care Needs and those that are specifically related to SEN": "d",
    "Section G: / Health Provision required to meet needs and achieve outcomes": "g",
    "Section A": "a",
    (
        "*Section A: The views, interests and aspirations of the child or young person and their "
        "parents / carers. The child or young person’s history."
    ): "a",
    "Section A The views, interests and aspirations of the child or young person and their parents": "a",
    "B The child or young person’s special education needs and disabilities (SEND).": "b",
    "C …health needs which are related to their SEN.": "c",
    "Section A: You and your child's views, interests and aspirations.": "a",
    "Section B: Your child's special educational needs": "b",
    "E The outcomes sought for your child, including outcomes for adult life…": "e",
    "F The special educational provision for your child's needs": "f",
    "G Any health provision reasonably required…": "g",
    "B – Special Education Needs": "b",
    "C – Health Care needs": "c",
    "D – Social care Needs": "d",
    "E – Outcomes": "e",
    "F – Special educational Provision": "f",
    "G – Health provision": "g",
    "J – Details of personal budget *": "j",
    "Section A: Yours and your parents views, your interests, and aspirations": "a",
    "E Outcomes - how the extra help will benefit you": "e",
    (
        "F The special educational provision (extra or different type of help) you will receive at "
        "school to meet your needs in section B"
    ): "f",
    "Section J: Personal budget arrangements": "j",
    "Section B": "b",
    "Section C": "c",
    "C/D Your child's … needs which are related to their special educational needs": "c d",
    "A – Aspirations": "a",
    "H – Social Care provision (split into H1 & H2)": "h1 h2",
    "I – Placement (name of educational setting)*": "i",
    "K – list of reports and evidence": "k",
    "F The special educational provision (extra or different type of help) you will receive at school": "f",
    "E: Outcomes – how the extra help will benefit your child": "e",
    "I: Placement – type and name of school or other institution (blank in the draft plan)": "i",
    "SectionB Special educational needs": "b",
    "SECTION H1": "h1",
    "Section H1(a)": "h1",
    "Section H (2): other social care provision": "h2",
    "Sections B, E and F: Communication and interaction": "b e f",
    "Section C and D": "c d",
    "Sections C to D": "c d",
    "Outcomes": "e",
    "Ana's special educational needs": "b",
    "Specialeducationalprovision": "f",
    "Placement": "i",
    "Appendices": "k",
    "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970": "h1",
    "Any other social care provision reasonably required": "h2",
}


@pytest.mark.parametrize(("heading", "codes"), PRINTED.items())
def test_a_printed_heading_names_its_sections(heading: str, codes: str) -> None:
    named = sections_named(heading)
    assert named is not None
    assert named.codes == tuple(codes.split())
    assert named.stands_alone == (len(codes.split()) == 1)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "About me:",
        "I use the following ways to communicate:",
        "A history and summary of my special educational needs.",
        "I like school: it is fun",
        "Section F says that Ana will have help.",
        "as set out in section F",
        "F1",
        "F1 Speech and language therapy",
        "Section B1",
        "Strengths, Difficulties and Outcomes",
        "Contents: sections A to K",
        "Sections A to K",
        "A laptop",
        "D.O.B. 4 May 2015",
        "Ana will have special educational provision.",
        "Check list – Relevant reports MUST be included",
        "Key contacts",
        "Understanding the Content of EHC Plans",
        "Draft EH & C Plan / Final EH & C Plan / Amendment Notice EH & C Plan / Amended Final EH& C Plan",
        "Identifying Details",
        "Places, people and things important to me;",
        "My aspirations and goals:",
        "My Parent’s/Carer’s hopes and aspirations for me:",
        "Communication & Interaction (strengths, needs and current functioning):",
        "Self-care and independence (including preparation for adulthood):",
        "The EHCP Golden Thread",
        "My full name is",
        "I like to be known as",
        "I was born on",
        "What is important to me:",
        "What is important for me:",
        "How best to support me:",
        "My life aspirations:",
        "Our child's story so far:",
        "What is important to our family",
        "Draft/Proposed/Amended/Final Plan",
        "This is me...",
        "Provision",
        "Resources",
        "Introduction",
        "My Details",
        "Parent/Carer Details",
        "Date of initial EHC Plan",
        "Date of this Review Meeting:",
        "Those Present",
    ],
)
def test_what_names_no_section(line: str) -> None:
    assert sections_named(line) is None


@pytest.mark.parametrize("code", CODES)
def test_every_letter_is_read_however_it_is_marked(code: str) -> None:
    letter = code.upper()
    for form in (
        "Section {}",
        "SECTION {}:",
        "Section {} –",
        "section {}.",
        "*Section {}",
        "Section: {}",
        "Section ({})",
    ):
        named = sections_named(form.format(letter))
        assert named is not None, form
        assert named.codes == (code,)
        assert named.lettered


def test_a_letter_alone_counts_only_where_it_looks_like_a_heading() -> None:
    assert sections_named("B") is None
    named = sections_named("B", strong=True)
    assert named is not None
    assert named.codes == ("b",)


def test_a_letter_and_a_title_that_contradict_name_both() -> None:
    named = sections_named("Section F: Outcomes")
    assert named is not None
    assert named.codes == ("f", "e")
    assert not named.stands_alone


def test_a_title_of_the_councils_own_leaves_the_letter_to_decide() -> None:
    named = sections_named("Section E: What we want to see")
    assert named is not None
    assert named.codes == ("e",)


OTHER_FORMS = {
    "I  Where I will study": "i",
    "S E C T I O N  B": "b",
    "S E C T I O N E : O U T C O M E S": "e",
    "S E C T I O N A The views, interests and aspirations of Ana": "a",
    "SECTIONBSPECIALEDUCATIONALNEEDS": "b",
    "SECTIONS B, F AND E – Needs, provision and outcomes": "b f e",
    "Part G: health provision": "g",
    "Special educational needs (B)": "b",
    "Social care provision – Section H2": "h2",
    "What must be done about it? [F]": "f",
    "B – What I find hard": "b",
    "My school or college": "i",
    "The outcomes that I am working towards": "e",
    "BYoureducationalneeds": "b",
}


@pytest.mark.parametrize(("heading", "codes"), OTHER_FORMS.items())
def test_a_heading_in_another_form_names_its_sections(heading: str, codes: str) -> None:
    named = sections_named(heading, strong=True)
    assert named is not None
    assert named.codes == tuple(codes.split())


@pytest.mark.parametrize(
    "line",
    [
        "A history of my needs",
        "I want to study at college",
        "C – Communication and interaction",
        "Outcome E1",
        "Help with reading (see F2)",
        "A, B and see",
    ],
)
def test_what_looks_like_a_heading_and_names_no_section(line: str) -> None:
    assert sections_named(line, strong=True) is None
