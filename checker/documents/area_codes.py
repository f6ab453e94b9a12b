"""The closed lists of a file about an area: those consulted, and the headings that provisions set out."""

from __future__ import annotations

from checker.documents.values import Coded


class Body(Coded):
    """Those the authority consults on its provision (s 27(3)) and on its local offer (reg 54)."""

    CHILDREN_WITH_NEEDS = "children_with_needs", "children and young people with special educational needs"
    PARENTS_NEEDS = "parents_of_children_with_needs", "parents of children with special educational needs"
    DISABLED_CHILDREN = "disabled_children", "children and young people with a disability"
    PARENTS_DISABLED = "parents_of_disabled_children", "parents of children with a disability"
    MAINTAINED = "maintained_schools", "governing bodies of maintained schools"
    NURSERY = "maintained_nursery_schools", "governing bodies of maintained nursery schools"
    ACADEMIES = "academies", "proprietors of Academies"
    POST_16 = "post_16_institutions", "post-16 institutions"
    NON_MAINTAINED = "non_maintained_special_schools", "governing bodies of non-maintained special schools"
    REFERRAL_UNITS = "pupil_referral_units", "management committees of pupil referral units"
    CENTRES = "childrens_centres", "advisory boards of children's centres"
    EARLY_YEARS = "early_years_providers", "providers of relevant early years education"
    OTHER_PROVIDERS = "other_providers", "others who make special educational provision, and those who advise them"
    ADULTHOOD = "adulthood_providers", "those who help to prepare for adulthood"
    EDUCATION_OFFICERS = "education_officers", "its officers for education and training"
    SOCIAL_OFFICERS = "social_services_officers", "its officers for social services"
    ADULTHOOD_OFFICERS = "adulthood_officers", "its other officers for preparation for adulthood"
    NHS_ENGLAND = "nhs_england", "NHS England"
    ICB = "integrated_care_boards", "integrated care boards"
    TRUSTS = "nhs_trusts", "NHS trusts and foundation trusts"
    HEALTH_BOARDS = "local_health_boards", "Local Health Boards"
    WELLBEING = "health_and_wellbeing_boards", "health and wellbeing boards"


class OtherBody(Coded):
    """Those whom the authority consults if it thinks so (s 27(3)(i) to (k), reg 54(1)(j) and (n) and (3))."""

    OTHER_SCHOOLS = "schools_elsewhere", "other schools and institutions its children are likely to attend"
    YOUTH_OFFENDING = "youth_offending_teams", "youth offending teams"
    BODIES_ELSEWHERE = "bodies_elsewhere", "bodies outside the area that its children are likely to attend or depend on"
    OTHERS = "others", "others it thinks right to consult"


class ConsultedOn(Coded):
    """What families are consulted about when the local offer is prepared and reviewed (reg 55)."""

    SERVICES = "services_required", "the services that are required"
    SETTING_OUT = "setting_out", "how the information is to be set out"
    OFFLINE = "without_internet", "how it is made available to people without the Internet"
    ACCESSIBLE = "accessibility", "how it is made accessible to those with needs or a disability"
    COMMENTING = "commenting", "how they can comment on it"


class ReviewedKind(Coded):
    """The provision kept under review (s 27(1)), by kind and by where it is made."""

    EDUCATION_IN = "education_in_area", "educational provision in the area"
    TRAINING_IN = "training_in_area", "training provision in the area"
    SOCIAL_CARE_IN = "social_care_in_area", "social care provision in the area"
    EDUCATION_OUT = "education_outside", "educational provision outside the area"
    TRAINING_OUT = "training_outside", "training provision outside the area"
    SOCIAL_CARE_OUT = "social_care_outside", "social care provision outside the area"


class JointTopic(Coded):
    """What joint commissioning arrangements deal with (s 26(3) and (4))."""

    PROVISION_REQUIRED = "provision_required", "the provision that is reasonably required"
    WHAT_IS_SECURED = "what_is_secured", "what provision is to be secured"
    WHO_SECURES = "who_secures", "by whom it is to be secured"
    ADVICE = "advice_and_information", "what advice and information is to be given"
    WHO_ADVISES = "who_advises", "by whom, to whom and how it is to be given"
    COMPLAINTS = "complaints", "how complaints may be made and are dealt with"
    DISPUTES = "disputes", "how disputes between the parties are resolved"
    ASSESSMENTS = "assessments", "securing assessments for plans"
    PLAN_PROVISION = "plan_provision", "securing the provision that plans specify"
    PERSONAL_BUDGETS = "personal_budgets", "agreeing personal budgets"


class Officers(Coded):
    """The officers between whom co-operation is arranged (s 28(3))."""

    EDUCATION = "education_officers", "officers for education or training"
    SOCIAL = "social_services_officers", "officers for social services"
    ADULTHOOD = "adulthood_officers", "officers for preparation for adulthood"


class Partner(Coded):
    """With whom co-operation broke down."""

    LOCAL_PARTNER = "local_partner", "a local partner"
    SETTING = "setting", "a school or post-16 institution"


class Told(Coded):
    """Those to whom a service or arrangements are made known (ss 32(3) and 57(8))."""

    PARENTS = "parents", "parents"
    CHILDREN = "children", "children"
    YOUNG_PEOPLE = "young_people", "young people"
    HEADS = "heads_and_principals", "the heads, governors, proprietors and principals of schools and institutions"


class BreaksTopic(Coded):
    """What a short breaks services statement sets out (reg 5(1) of the 2011 Regulations)."""

    RANGE = "range_of_services", "the range of services"
    CRITERIA = "eligibility_criteria", "the criteria by which they are given"
    HOW_IT_MEETS = "meeting_needs", "how the range meets the needs of carers"


class Sector(Coded):
    """Parts of the system that a partnership was to bring together (2022)."""

    EARLY_YEARS = "early_years", "early years"
    SCHOOLS = "schools", "schools"
    FURTHER_EDUCATION = "further_education", "further education"
    ALTERNATIVE = "alternative_provision", "alternative provision"
    SPECIALIST = "specialist_provision", "specialist provision"
    HEALTH = "health", "health"
    CARE = "care", "care"
    YOUTH_JUSTICE = "youth_justice", "youth justice"
    PARENTS = "parents", "parents and carers"
