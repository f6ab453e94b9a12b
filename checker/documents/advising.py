"""How advice was asked for and used: the requests, earlier advice, and bodies asked under section 31."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.process import Giver
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class AdviceMatter(Coded):
    """What advice is sought on (regulation 6(1))."""

    NEEDS = "needs", "needs"
    PROVISION = "provision", "provision"
    OUTCOMES = "outcomes", "outcomes"
    ADULTHOOD = "adulthood", "preparing for adulthood and independent living"


class DecliningGround(Coded):
    """The ground on which a body declines to co-operate (section 31(2))."""

    DUTIES = "incompatible_with_duties", "incompatible with its duties"
    FUNCTIONS = "adverse_effect", "an adverse effect on the exercise of its functions"
    OTHER = "other", "another ground"


class AdviceDetail(Model):
    """How a piece of advice was asked for, and what was made of it."""

    giver: Annotated[Giver | None, Said("Asked of", "who was asked")] = None
    author: Annotated[str | None, Said("Author", "the author")] = None
    asked_about: Annotated[list[AdviceMatter] | None, Said("Asked about", "what the request for the advice covers")] = (
        None
    )
    representations_enclosed: Annotated[
        bool | None,
        Said("Given the family's papers", "whether copies of the family's representations and evidence were provided"),
    ] = None
    silent_on: Annotated[list[AdviceMatter] | None, Said("Silent on", "what the advice does not speak to")] = None
    in_decision_record: Annotated[
        bool | None, Said("In the record of the decision", "whether the record of the decision mentions the advice")
    ] = None
    qualified_for_impairment: Annotated[
        bool | None, Said("Qualified", "whether the adviser is a teacher qualified for the impairment")
    ] = None
    qualified_teacher: Annotated[
        WrittenDay | None,
        Happens("Qualified teacher consulted", "the consultation of a qualified teacher", "consulted"),
    ] = None

    singular: ClassVar[str] = "the advice"


class EarlierAdvice(Model):
    """Advice given before, for any purpose, and whether it was used or sought again."""

    giver: Annotated[Giver | None, Said("From", "who gave it")] = None
    author: Annotated[str | None, Said("Author", "the author")] = None
    dated: Annotated[WrittenDay | None, Said("Dated", "the date it bears")] = None
    used: Annotated[bool | None, Said("Used again", "whether it was used in place of new advice")] = None
    author_satisfied: Annotated[
        bool | None, Said("Author satisfied", "whether its author is satisfied that it is sufficient")
    ] = None
    authority_satisfied: Annotated[
        bool | None, Said("Authority satisfied", "whether the authority is satisfied that it is sufficient")
    ] = None
    family_satisfied: Annotated[
        bool | None, Said("Family satisfied", "whether the family is satisfied that it is sufficient")
    ] = None
    sought_again: Annotated[
        WrittenDay | None, Happens("Sought again", "the request for the same advice again", "made")
    ] = None

    singular: ClassVar[str] = "the earlier advice"


class CooperationRequest(Model):
    """A request under section 31 to a body named in section 31(1) to help in an assessment."""

    body: Annotated[str | None, Said("Body", "the body asked")] = None
    receipt: Annotated[
        WrittenDay | None, Happens("Request reached the body", "the body's receipt of the request", "received")
    ] = None
    compliance: Annotated[
        WrittenDay | None, Happens("Body complied", "the body's compliance with the request", "given")
    ] = None
    declining: Annotated[WrittenDay | None, Happens("Body declined", "the body's refusal", "given")] = None
    ground: Annotated[DecliningGround | None, Said("Ground", "the ground of the body's refusal")] = None
    reasons: Annotated[str | None, Said("Written reasons", "the body's written reasons for refusing")] = None
    missed_appointment: Annotated[
        WrittenDay | None,
        Happens("Appointment missed", "the appointment with the body that was not kept", "missed"),
    ] = None

    event: ClassVar[str] = "receipt"
    singular: ClassVar[str] = "the request to the body"
