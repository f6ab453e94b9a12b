"""A vocabulary with nothing of schools in it: the loans of a public library."""

from __future__ import annotations

from datetime import date

from dsl.vocabulary import (
    Authority,
    Code,
    Codes,
    Day,
    Event,
    Field,
    Instrument,
    Kind,
    ListOf,
    Named,
    Number,
    Of,
    Relation,
    Text,
    Thing,
    Vocabulary,
    YesNo,
)

STAGE = Code("Stage", (("open", "open"), ("closed", "closed")))
MATERIAL = Code("Material", (("book", "a book"), ("film", "a film"), ("map", "a map")))
MATTER = Code("Matter", (("due_day", "the day it is due"), ("charges", "the charges"), ("renewal", "how to renew")))
GROUND = Code(
    "Ground", (("AWAY", "the member was away"), ("BRANCH-CLOSED", "the branch was closed"), ("other", "another"))
)
SOMEBODY = ("reader", "branch", "supplier")


def field(name: str, type_: object) -> Field:
    """A field whose title and words are its name."""
    words = name.replace("_", " ")
    return Field(name, words.capitalize(), f"the {words}", type_)  # type: ignore[arg-type]


def thing(name: str, fields: dict[str, object], event: str = "", span: tuple[str, str] | None = None) -> Thing:
    """A kind of thing with the fields given."""
    return Thing(name, name, f"the {name.lower()}", tuple(field(*each) for each in fields.items()), event, span)


THINGS = (
    thing(
        "Member",
        {
            "name": Text(),
            "born": Day(),
            "junior": YesNo(),
            "holidays": ListOf("Holiday"),
            "card": Code("Card", (("full", "full"), ("guest", "guest"))),
        },
    ),
    thing("Holiday", {"start": Event("begun"), "end": Event("ended")}, span=("start", "end")),
    thing("Closure", {"start": Event("closed"), "reopening": Event("reopened")}, span=("start", "reopening")),
    thing(
        "Loan",
        {
            "stage": STAGE,
            "material": MATERIAL,
            "lending": Event("lent"),
            "return": Event("returned"),
            "due": Day(),
            "notice": Of("Notice"),
            "section_a": ListOf("Item"),
            "section_b": ListOf("Item"),
            "section_c": ListOf("Fault"),
            "renewals": Number(),
            "length_of_book": Number("pages"),
            "charge_waived": YesNo(),
            "remarks": Text(),
            "fines": ListOf("Fine"),
            "waiters": ListOf("Waiter"),
        },
        event="lending",
    ),
    thing("Notice", {"sending": Event("sent", SOMEBODY), "matters": Codes(MATTER), "wording": Text()}, event="sending"),
    thing(
        "Item",
        {
            "wording": Text(),
            "material": MATERIAL,
            "repaired": YesNo(),
            "check": Event("checked", ("reader",)),
            "reason_kept": Text(),
        },
        event="check",
    ),
    thing("Fault", {"wording": Text(), "repair": Event("repaired")}),
    thing("Claim", {"ground": GROUND, "words": Text()}),
    thing(
        "Reservation",
        {"request": Event("asked_for"), "collection": Event("collected"), "supplied": YesNo(), "collected_by": Day()},
        event="request",
    ),
    thing("Party", {"name": Text()}),
    thing(
        "Fine", {"amount": Number("pence"), "payment": Event("paid"), "weeks_late": Number("weeks")}, event="payment"
    ),
    thing("Waiter", {"name": Text(), "asking": Event("asked")}, event="asking"),
    thing(
        "Room",
        {
            "name": Text(),
            "hours": Number("hours per term"),
            "hours_open": Number("hours per week"),
            "weeks": Number("weeks per term"),
            "seats": Number("seats"),
            "seats_taken": Number("seats"),
            "quiet": YesNo(),
            "use": Number("per cent"),
        },
    ),
)

PROVISIONS = (
    ("libact1990-s1", "enactment", "in force", ("must",)),
    ("libact1990-s2-1", "enactment", "in force", ("must", "must not", "may")),
    ("libact1990-s2-2-a", "enactment", "in force", ("must",)),
    ("libact1990-s2-2-b", "enactment", "in force", ("must",)),
    ("libact1990-s3", "enactment", "in force", ("must not",)),
    ("libact1990-s4", "enactment", "in force", ("may",)),
    ("libact1990-sch1-2", "enactment", "in force", ("must",)),
    ("librules2001-reg4-1", "enactment", "in force", ("must",)),
    ("libcode2005-3.1", "guidance", "guidance", ("should", "should normally")),
    ("libcode2005-3.2-shelves", "guidance", "guidance", ("should",)),
    ("libpaper2024-loans", "proposal", "proposed", ("must",)),
    ("libpaper2025-loans", "proposal", "", ("must",)),
    ("case-reader-v-library-2010", "case", "in force", ()),
)

VOCABULARY = Vocabulary(
    roots=tuple(
        field(name, type_)
        for name, type_ in {
            "member": Of("Member"),
            "loan": Of("Loan"),
            "loans": ListOf("Loan"),
            "reservations": ListOf("Reservation"),
            "claims": ListOf("Claim"),
            "closures": ListOf("Closure"),
            "joining": Event("joined"),
            "reader": Of("Party"),
            "branch": Of("Party"),
            "supplier": Of("Party"),
            "rooms": ListOf("Room"),
        }.items()
    ),
    things=THINGS,
    kinds=(Kind("loan", "loan", ("open", "closed")), Kind("reading room", "loan")),
    parties=(Named("lending library", "the lending library"), Named("branch", "the branch")),
    relations=(
        Relation("mends", ("Item",), ("Fault",), "mends"),
        Relation("is_near", ("Item",), ("Item", "Fault"), "is near"),
    ),
    word_lists=(Named("vague_phrases", "words that leave it open"),),
    dimensions=(Named("shelf", "on which shelf"), Named("copy", "which copy")),
    years=(Named("calendar_year", "the calendar year"), Named("library_year", "the library's year")),
    deciders=(Named("librarian", "the librarian"), Named("appeal board", "the appeal board")),
    instruments=(
        Instrument("libact1990", "Library Act 1990", "the 1990 Act"),
        Instrument("librules2001", "Library Rules 2001", "the Rules"),
        Instrument("libcode2005", "Library Code 2005", "the Code"),
    ),
    authorities=tuple(
        Authority(id_, f"citation of {id_}", kind, status, forces, date(1990, 1, 1))
        for id_, kind, status, forces in PROVISIONS
    ),
    birthday=("Member", "born"),
)
