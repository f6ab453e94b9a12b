"""Things with figures in them, for conformance data on tables, sums and working time: in no file the program reads."""

from __future__ import annotations

from dataclasses import replace

from dsl.vocabulary import Code, Event, Field, ListOf, Number, Of, Text, Thing, Type, Vocabulary, YesNo


def _field(name: str, type_: Type) -> Field:
    words = name.replace("_", " ")
    return Field(name, words.capitalize(), f"the {words}", type_)


def _thing(name: str, singular: str, event: str = "", /, **fields: Type) -> Thing:
    return Thing(name, name, singular, tuple(_field(*each) for each in fields.items()), event)


_KIND = Code(
    "OrderKind",
    (("amend", "to amend"), ("reconsider", "to reconsider"), ("dismiss", "to dismiss"), ("keep", "to keep")),
)
_GROUP = Code("Group", (("mainstream", "a mainstream school"), ("special", "a special school")))
_PAYER = Code("Payer", (("school", "the school"), ("authority", "the authority")))
_DENOMINATOR = Code("Denominator", (("plans_issued", "plans issued"), ("decisions", "decisions")))

_THINGS = (
    _thing(
        "Order", "the order", kind=_KIND, amends=YesNo(), making=Event("made"), compliance=Event("done"),
        notice=Event("sent"), meeting=Event("held"), invited=ListOf("Person"), reply=Event("sent", ("family",)),
    ),
    _thing("Person", "the person", name=Text(), asking=Event("asked")),
    _thing(
        "Ledger", "the ledger", start=Event("opened"), lines=ListOf("Line"), places=ListOf("Place"), group=_GROUP,
        band=Number(), price=Number("pence"), denominator=_DENOMINATOR, count=Number(), out_of=Number(),
        value=Number("per cent"), demand=Number("places"), capacity=Number("places"), gap=Number("places"),
        hours=Number("hours per term"), weeks=Number("weeks per term"), hours_needed=Number("hours per week"),
    ),
    _thing("Line", "the line", cost=Number("pence"), payer=_PAYER),
    _thing("Place", "the place", name=Text(), known_as=Text()),
)  # fmt: skip
_STAY = Thing(
    "Stay", "Stay", "the stay", (_field("start", Event("begun")), _field("end", Event("ended"))), span=("start", "end")
)
_ROOTS = (
    _field("stay", Of("Stay")),
    _field("order", Of("Order")),
    _field("ledger", Of("Ledger")),
)


def with_ledger(vocabulary: Vocabulary) -> Vocabulary:
    """Return a vocabulary with an order and a ledger added to it."""
    return replace(vocabulary, roots=(*vocabulary.roots, *_ROOTS), things=(*vocabulary.things, *_THINGS, _STAY))
