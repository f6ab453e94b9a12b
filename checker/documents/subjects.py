"""The roots of a subject that is no child's case: the parts of a file about an area, and of a school record."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from checker.documents.area import (
    AdviceService,
    Area,
    Cooperation,
    DisagreementService,
    Identification,
    Integration,
    JointCommissioning,
    LocalOffer,
    ProvisionReview,
    ShortBreaks,
)
from checker.documents.area_plan import AreaPlan
from checker.documents.engagement import Engagement
from checker.documents.said import Said
from checker.documents.school import (
    Adjustment,
    Coordinator,
    InclusionStrategy,
    InformationReport,
    Leaver,
    Pupil,
    School,
    TreatmentComplaint,
    Withdrawal,
)
from checker.documents.values import Model


class AreaParts(Model):
    """The parts of a file about an area. Each field is a root: ``the local_offer``."""

    area: Annotated[Area | None, Said("Area", "the area")] = None
    area_plan: Annotated[AreaPlan | None, Said("Plan of the area", "the area's plan")] = None
    engagement: Annotated[Engagement | None, Said("Work with families", "the work with families")] = None
    identification: Annotated[
        Identification | None, Said("Identifying children", "the work of identifying children")
    ] = None
    provision_review: Annotated[ProvisionReview | None, Said("Review of provision", "the review of provision")] = None
    joint_commissioning: Annotated[
        JointCommissioning | None, Said("Joint commissioning", "the joint commissioning agreement")
    ] = None
    cooperation: Annotated[Cooperation | None, Said("Co-operation", "the co-operation")] = None
    integration: Annotated[Integration | None, Said("Integration", "the integration of services")] = None
    local_offer: Annotated[LocalOffer | None, Said("Local offer", "the local offer")] = None
    advice_service: Annotated[AdviceService | None, Said("Advice service", "the advice service")] = None
    disagreement_service: Annotated[
        DisagreementService | None, Said("Disagreements", "the arrangements for disagreements")
    ] = None
    short_breaks: Annotated[ShortBreaks | None, Said("Short breaks", "the short breaks statement")] = None


class SchoolParts(Model):
    """The parts of a school record. Each field is a root: ``the senco``."""

    school: Annotated[School | None, Said("School", "the school")] = None
    information_report: Annotated[InformationReport | None, Said("Information report", "the information report")] = None
    senco: Annotated[Coordinator | None, Said("SENCO", "the SENCO")] = None
    pupils: Annotated[list[Pupil] | None, Said("Pupils", "the pupils on the register")] = None
    adjustments: Annotated[list[Adjustment] | None, Said("Adjustments", "the adjustments asked for")] = None
    treatment_complaints: Annotated[
        list[TreatmentComplaint] | None, Said("Complaints of discrimination", "the complaints of discrimination")
    ] = None
    withdrawals: Annotated[
        list[Withdrawal] | None, Said("Withdrawals", "the times children are taught or kept apart")
    ] = None
    leavers: Annotated[list[Leaver] | None, Said("Leavers", "the pupils who left the roll")] = None
    inclusion_strategy: Annotated[InclusionStrategy | None, Said("Inclusion strategy", "the inclusion strategy")] = None


class AreaFile(AreaParts):
    """A file about an area. ``complete`` names the parts it gives whole: what is absent there is not stated."""

    complete: list[Annotated[str, Field(json_schema_extra={"enum": list(AreaParts.model_fields)})]] | None = None


class SchoolFile(SchoolParts):
    """A school record. ``complete`` names the parts it gives whole: what is absent there is not stated."""

    complete: list[Annotated[str, Field(json_schema_extra={"enum": list(SchoolParts.model_fields)})]] | None = None
