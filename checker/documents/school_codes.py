"""The closed lists of a school record: kinds of school, and the headings of an information report."""

from __future__ import annotations

from checker.documents.values import Coded


class SchoolKind(Coded):
    """Kinds of school and institution, as the duties in Part 3 of the 2014 Act divide them."""

    MAINTAINED = "mainstream_maintained_school", "a mainstream maintained school"
    ACADEMY = "mainstream_academy_school", "a mainstream Academy school"
    NURSERY = "maintained_nursery_school", "a maintained nursery school"
    MAINTAINED_SPECIAL = "maintained_special_school", "a maintained special school"
    SPECIAL_ACADEMY = "special_academy_school", "a special Academy school"
    HOSPITAL = "hospital_special_school", "a maintained or Academy special school established in a hospital"
    ALTERNATIVE_ACADEMY = "alternative_provision_academy", "an alternative provision Academy"
    REFERRAL_UNIT = "pupil_referral_unit", "a pupil referral unit"
    SIXTEEN_ACADEMY = "sixteen_to_nineteen_academy", "a 16 to 19 Academy"
    COLLEGE = "mainstream_post_16_institution", "another mainstream post-16 institution"
    SPECIAL_POST_16 = "special_post_16_institution", "a special post-16 institution"
    NON_MAINTAINED = "non_maintained_special_school", "a non-maintained special school"
    INDEPENDENT = "independent_school", "an independent school"


class ReportTopic(Coded):
    """A heading of an information report (Schedule 1 to the SEND Regulations, and s 69(3)(b))."""

    KINDS = "kinds_of_need", "the kinds of special educational needs provided for"
    IDENTIFYING = "identifying_needs", "policies for identifying and assessing needs"
    EVALUATING = "evaluating_provision", "how the effectiveness of provision is evaluated"
    PROGRESS = "progress", "how progress is assessed and reviewed"
    TEACHING = "approach_to_teaching", "the approach to teaching"
    ADAPTING = "adapting", "how the curriculum and surroundings are adapted"
    SUPPORT = "additional_support", "the additional support for learning"
    ACTIVITIES = "activities", "how pupils take part in activities together"
    EMOTIONAL = "emotional_development", "support for emotional, mental and social development"
    COORDINATOR = "coordinator", "the name and contact details of the SEN co-ordinator"
    STAFF = "staff_expertise", "the expertise and training of staff"
    EQUIPMENT = "equipment", "how equipment and facilities are secured"
    PARENTS = "consulting_parents", "arrangements for consulting parents"
    YOUNG_PEOPLE = "consulting_young_people", "arrangements for consulting young people"
    COMPLAINTS = "complaints", "arrangements for complaints from parents"
    OTHER_BODIES = "other_bodies", "how other bodies are involved"
    SUPPORT_SERVICES = "support_services", "contact details of support services for parents"
    MOVING_ON = "moving_on", "support when pupils move between phases and prepare for adulthood"
    LOCAL_OFFER = "local_offer", "where the local offer is published"
    ADMISSION = "admission_of_disabled_pupils", "arrangements for admitting disabled pupils"
    EQUAL_TREATMENT = "equal_treatment", "steps against less favourable treatment of disabled pupils"
    ACCESS = "facilities_for_access", "facilities that help disabled pupils to use the school"
    ACCESSIBILITY_PLAN = "accessibility_plan", "the accessibility plan"


class Adjusted(Coded):
    """What an adjustment would change."""

    PRACTICE = "practice", "a provision, criterion or practice"
    AID = "auxiliary_aid", "an auxiliary aid or service"
    PHYSICAL = "physical_feature", "a physical feature"


class Qualification(Coded):
    """A qualification for SEN co-ordinators."""

    NASENCO = "national_award", "the National Award for SEN Co-ordination"
    NPQ = "national_professional_qualification", "the National Professional Qualification for SEN Co-ordinators"
    NEITHER = "neither", "neither"
