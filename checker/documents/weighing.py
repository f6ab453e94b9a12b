"""What a record sets beside the plan: amounts in the advice, and recommendations of the Tribunal on health and care."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class AdviceCompared(Model):
    """An amount that advice gives, beside the amount of an item of Section F, in one unit over one period."""

    item: Annotated[str | None, Said("Item", "the item of Section F")] = None
    wording: Annotated[str | None, Said("Words of the advice", "the words of the advice")] = None
    advice: Annotated[str | None, Said("Advice", "the advice it is set beside")] = None
    period: Annotated[str | None, Said("Over", "the period both amounts are for")] = None
    advised: Annotated[int | None, Said("Amount advised", "the amount the advice gives", "minutes")] = None
    planned: Annotated[int | None, Said("Amount in the plan", "the amount the plan gives", "minutes")] = None
    one_to_one: Annotated[bool | None, Said("One-to-one advised", "whether the advice speaks of one-to-one work")] = (
        None
    )
    reason: Annotated[str | None, Said("Reason for the difference", "the reason recorded for the difference")] = None
    other_evidence: Annotated[
        str | None, Said("Other evidence", "the order, decision or other evidence the amount comes from")
    ] = None
    overtaken: Annotated[
        bool | None, Said("Overtaken", "whether later advice or an order of the Tribunal has overtaken it")
    ] = None
    advice_differs: Annotated[bool | None, Said("Advice differs", "whether another piece of advice differs")] = None

    singular: ClassVar[str] = "the amount compared"


class RecommendationKind(Coded):
    """What a recommendation of the Tribunal is about."""

    HEALTH = "health", "health"
    CARE = "social_care", "social care"


class Recommendation(Model):
    """A recommendation of the First-tier Tribunal on the health or social care part of a plan."""

    kind: Annotated[RecommendationKind | None, Said("About", "what the recommendation is about")] = None
    date: Annotated[WrittenDay | None, Happens("Recommendation", "the recommendation of the Tribunal", "made")] = None
    response: Annotated[
        WrittenDay | None, Happens("Response", "the response to the recommendation", "sent", ("family", "authority"))
    ] = None
    receipt: Annotated[
        WrittenDay | None,
        Happens("Response received by the authority", "the receipt of the response by the authority", "received"),
    ] = None
    forwarding: Annotated[
        WrittenDay | None,
        Happens("Copy to the Secretary of State", "the sending of a copy to the Secretary of State", "sent"),
    ] = None
    directed: Annotated[
        WrittenDay | None, Said("Day directed", "the last day for the response that the Tribunal directed")
    ] = None
    all_followed: Annotated[
        bool | None, Said("Followed whole", "whether the whole of the recommendation is followed")
    ] = None
    wording: Annotated[str | None, Said("Words of the response", "the words of the response")] = None

    event: ClassVar[str] = "date"
    singular: ClassVar[str] = "the recommendation"
