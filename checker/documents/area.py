"""An authority's area: the duties owed to everyone in it, and what its own papers say of them.

Nobody has to keep one document that says all this: a file about an area is what a person
found in the area's papers. Silence in it is never a breach.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.area_codes import (
    Body,
    BreaksTopic,
    ConsultedOn,
    JointTopic,
    Officers,
    OtherBody,
    Partner,
    ReviewedKind,
    Told,
)
from checker.documents.offer_codes import OfferTopic
from checker.documents.said import Happens, Said
from checker.documents.values import Model, WrittenDay


class Area(Model):
    """The authority and its area."""

    name: Annotated[str | None, Said("Authority", "the name of the authority")] = None
    code: Annotated[str | None, Said("Code", "the code of the authority")] = None

    singular: ClassVar[str] = "the area"


class Identification(Model):
    """How the authority sets out to identify those with needs or a disability (s 22)."""

    needs_assessment: Annotated[
        WrittenDay | None, Happens("Needs assessment", "the joint needs assessment", "published")
    ] = None
    counts_needs: Annotated[
        bool | None, Said("Counts needs", "whether it counts children with special educational needs")
    ] = None
    counts_disability: Annotated[bool | None, Said("Counts disability", "whether it counts disabled children")] = None
    known_gap: Annotated[
        str | None, Said("Known gap", "a group of children whom the papers say are not being identified")
    ] = None

    singular: ClassVar[str] = "the work of identifying children"


class Consultee(Model):
    """A kind of person or body that is to be consulted, and whether it was."""

    body: Annotated[Body | None, Said("Who", "who")] = None
    consulted: Annotated[bool | None, Said("Consulted", "whether they were consulted")] = None
    day: Annotated[WrittenDay | None, Said("On", "the day they were consulted")] = None
    how: Annotated[str | None, Said("How", "how they were consulted")] = None

    singular: ClassVar[str] = "the entry"


class OtherConsultee(Model):
    """Somebody whom the authority consults if it thinks so, and whether it did."""

    body: Annotated[OtherBody | None, Said("Who", "who")] = None
    consulted: Annotated[bool | None, Said("Consulted", "whether they were consulted")] = None
    reason: Annotated[str | None, Said("Reason", "why they were not consulted")] = None

    singular: ClassVar[str] = "the entry"


class ReviewedProvision(Model):
    """A kind of provision kept under review (s 27(1)), and whether its sufficiency was considered (s 27(2))."""

    kind: Annotated[ReviewedKind | None, Said("Kind", "the kind of provision")] = None
    reviewed: Annotated[bool | None, Said("Under review", "whether it is kept under review")] = None
    sufficiency: Annotated[
        bool | None, Said("Sufficiency considered", "whether it was considered how far it is sufficient")
    ] = None
    day: Annotated[WrittenDay | None, Said("Last reviewed", "the day it was last reviewed")] = None

    singular: ClassVar[str] = "the entry"


class ProvisionReview(Model):
    """The review of education, training and social care provision (s 27)."""

    provision: Annotated[list[ReviewedProvision] | None, Said("Provision", "the kinds of provision reviewed")] = None
    consulted: Annotated[list[Consultee] | None, Said("Consulted", "those consulted on provision")] = None
    others: Annotated[
        list[OtherConsultee] | None, Said("Others", "the others the authority may think it right to consult")
    ] = None

    singular: ClassVar[str] = "the review of provision"


class JointEntry(Model):
    """A matter that joint commissioning arrangements deal with, or do not."""

    about: Annotated[JointTopic | None, Said("About", "what it is about")] = None
    set_out: Annotated[bool | None, Said("Set out", "whether it is set out")] = None
    where: Annotated[str | None, Said("Where", "where it is written")] = None

    singular: ClassVar[str] = "the entry"


class JointCommissioning(Model):
    """Joint commissioning arrangements of the authority and its partner commissioning bodies (s 26)."""

    making: Annotated[WrittenDay | None, Happens("Made", "the making of the joint commissioning agreement", "made")] = (
        None
    )
    entries: Annotated[
        list[JointEntry] | None, Said("Matters", "the matters the joint commissioning agreement deals with")
    ] = None
    review: Annotated[
        WrittenDay | None, Happens("Reviewed", "the last review of the joint commissioning agreement", "reviewed")
    ] = None
    decision_apart: Annotated[
        str | None, Said("Decision taken apart", "a decision recorded as taken apart from the agreement")
    ] = None

    singular: ClassVar[str] = "the joint commissioning agreement"


class OfficersEntry(Model):
    """Officers between whom co-operation is arranged, or is not."""

    officers: Annotated[Officers | None, Said("Officers", "the officers")] = None
    included: Annotated[bool | None, Said("Included", "whether they are included in the arrangements")] = None

    singular: ClassVar[str] = "the entry"


class Breakdown(Model):
    """A time when co-operation is said to have broken down."""

    partner: Annotated[Partner | None, Said("With", "with whom")] = None
    name: Annotated[str | None, Said("Name", "the partner's name")] = None
    wording: Annotated[str | None, Said("What is said", "what is said to have happened")] = None

    singular: ClassVar[str] = "the breakdown"


class Cooperation(Model):
    """Co-operation within the authority, and with local partners and settings (ss 28 and 29)."""

    officers: Annotated[
        list[OfficersEntry] | None, Said("Between officers", "the arrangements for co-operation between officers")
    ] = None
    breakdowns: Annotated[
        list[Breakdown] | None, Said("Breakdowns", "the times when co-operation is said to have broken down")
    ] = None

    singular: ClassVar[str] = "the co-operation"


class Integration(Model):
    """Integration of education and training with health and social care (s 25)."""

    thought_to_help: Annotated[
        bool | None,
        Said("Thought to help", "whether the authority thinks that integration would promote well-being or quality"),
    ] = None
    work: Annotated[str | None, Said("Work done", "what the papers show was done to integrate services")] = None

    singular: ClassVar[str] = "the integration of services"


class OfferEntry(Model):
    """A heading of the local offer, and whether it is there."""

    about: Annotated[OfferTopic | None, Said("About", "what it is about")] = None
    set_out: Annotated[bool | None, Said("Set out", "whether it is set out")] = None
    where: Annotated[str | None, Said("Where", "where it is published")] = None

    singular: ClassVar[str] = "the entry"


class OfferComplaint(Model):
    """A comment that an entry of the local offer does not tell what it should."""

    about: Annotated[OfferTopic | None, Said("About", "what it is about")] = None
    wording: Annotated[str | None, Said("What is said", "what is said of the entry")] = None

    singular: ClassVar[str] = "the complaint"


class FamiliesAsked(Model):
    """A matter that families were to be consulted about, and whether they were (reg 55)."""

    about: Annotated[ConsultedOn | None, Said("About", "what they were asked about")] = None
    consulted: Annotated[bool | None, Said("Consulted", "whether they were consulted about it")] = None

    singular: ClassVar[str] = "the entry"


class CommentsPublished(Model):
    """A publication of comments on the local offer with the authority's response (s 30(6), reg 56)."""

    day: Annotated[WrittenDay | None, Happens("Published", "the publication of comments", "published")] = None
    response: Annotated[bool | None, Said("Response", "whether it was made with the authority's response")] = None
    action: Annotated[bool | None, Said("Action", "whether it was made with the action that the authority intends")] = (
        None
    )
    with_the_offer: Annotated[
        bool | None, Said("With the local offer", "whether it was made on the website with the local offer")
    ] = None
    identifies: Annotated[bool | None, Said("Identifies", "whether an individual can be identified")] = None
    next_day: Annotated[
        WrittenDay | None, Happens("Next published", "the next publication of comments", "published")
    ] = None

    event: ClassVar[str] = "day"
    singular: ClassVar[str] = "the publication of comments"


class LocalOffer(Model):
    """The SEN and disability local offer (s 30 and regs 53 to 57)."""

    publication: Annotated[
        WrittenDay | None, Happens("Published", "the publication of the local offer", "published")
    ] = None
    entries: Annotated[list[OfferEntry] | None, Said("Contents", "the contents of the local offer")] = None
    complaints: Annotated[
        list[OfferComplaint] | None, Said("Complaints", "the comments that an entry does not tell what it should")
    ] = None
    review: Annotated[WrittenDay | None, Happens("Reviewed", "the last review of the local offer", "reviewed")] = None
    consulted: Annotated[list[Consultee] | None, Said("Consulted", "those consulted on the local offer")] = None
    others: Annotated[
        list[OtherConsultee] | None, Said("Others", "the others the authority may think it right to consult")
    ] = None
    families_asked: Annotated[
        list[FamiliesAsked] | None, Said("Families asked about", "the matters families were consulted about")
    ] = None
    comments_sought: Annotated[bool | None, Said("Comments sought", "whether comments are sought from families")] = None
    comments: Annotated[list[CommentsPublished] | None, Said("Comments published", "the publications of comments")] = (
        None
    )
    on_website: Annotated[bool | None, Said("On the website", "whether it is on the authority's website")] = None
    offline_copy: Annotated[
        bool | None,
        Said("Copies", "whether it is published how people without the Internet can get a copy"),
    ] = None
    how_to_comment: Annotated[
        bool | None, Said("How to comment", "whether it is published how those people can comment")
    ] = None

    singular: ClassVar[str] = "the local offer"


class Announcement(Model):
    """Those to whom something is made known, or is not."""

    told: Annotated[Told | None, Said("To whom", "to whom")] = None
    made_known: Annotated[bool | None, Said("Made known", "whether it is made known to them")] = None

    singular: ClassVar[str] = "the entry"


class AdviceService(Model):
    """The service of advice and information (s 32)."""

    for_needs: Annotated[
        bool | None,
        Said("On special educational needs", "whether it is arranged for special educational needs"),
    ] = None
    parents_needs: Annotated[bool | None, Said("Parents, on needs", "whether it is open to parents on those needs")] = (
        None
    )
    for_disability: Annotated[bool | None, Said("On disability", "whether it is arranged for disability")] = None
    parents_disability: Annotated[
        bool | None, Said("Parents, on disability", "whether it is open to parents on disability")
    ] = None
    made_known: Annotated[
        list[Announcement] | None, Said("Made known to", "those to whom the service is made known")
    ] = None

    singular: ClassVar[str] = "the advice service"


class DisagreementService(Model):
    """Arrangements to avoid or resolve disagreements (s 57)."""

    with_the_authority: Annotated[
        bool | None,
        Said("With the authority or health", "whether they are made for disagreements with public bodies"),
    ] = None
    with_settings: Annotated[
        bool | None, Said("With settings", "whether they are made for disagreements with settings")
    ] = None
    independent_persons: Annotated[
        bool | None, Said("Independent persons", "whether they provide for independent persons to be appointed")
    ] = None
    employed_by_a_public_body: Annotated[
        bool | None,
        Said("Employed by a public body", "whether such a person is employed by an authority or a health body"),
    ] = None
    made_known: Annotated[
        list[Announcement] | None, Said("Made known to", "those to whom the arrangements are made known")
    ] = None

    singular: ClassVar[str] = "the arrangements for disagreements"


class BreaksEntry(Model):
    """A matter that a short breaks services statement sets out, or does not."""

    about: Annotated[BreaksTopic | None, Said("About", "what it is about")] = None
    set_out: Annotated[bool | None, Said("Set out", "whether it is set out")] = None

    singular: ClassVar[str] = "the entry"


class ShortBreaks(Model):
    """The short breaks services statement (Breaks for Carers of Disabled Children Regulations 2011)."""

    entries: Annotated[list[BreaksEntry] | None, Said("Contents", "the contents of the short breaks statement")] = None
    publication: Annotated[
        WrittenDay | None, Happens("Published", "the publication of the short breaks statement", "published")
    ] = None
    on_website: Annotated[bool | None, Said("On the website", "whether it is on the authority's website")] = None
    review: Annotated[
        WrittenDay | None, Happens("Reviewed", "the last review of the short breaks statement", "reviewed")
    ] = None

    singular: ClassVar[str] = "the short breaks statement"
