"""What the words of an item raise: prompts to look, found by the scan of the words. None is a verdict.

The scan lists what it looks for: an item in which it found nothing raises nothing, and says
nothing of whether the item is good. Which words raise which prompt is data
(``standards/lexicon``, ``raises``).
"""

from __future__ import annotations

from checker.documents.values import Coded


class NeedPrompt(Coded):
    """What the words of a need raise."""

    PROVISION = "provision", "words of provision"
    DIAGNOSIS_ALONE = "diagnosis_alone", "a diagnosis and no effect of it"
    UNRELATED = "unrelated", "words that it is past, or bears on no special educational need"


class EntryPrompt(Coded):
    """What the words of an entry of Section A raise."""

    FIRST_PERSON = "first_person", "words in the first person"
    OUTCOME = "outcome", "words of an outcome"


class OutcomePrompt(Coded):
    """What the words of an outcome raise."""

    DIRECTION = "direction", "a direction with no measure in it"
    BEYOND_MEASURE = "beyond_measure", "words that nobody could see to be reached"
    FORM_WORDS = "form_words", "words left over from a form"
    RECEIVED = "received", "something received"
    OTHERS_ACT = "others_act", "what somebody else does"
    HOPE = "hope", "a hope for later life"
    ADULT_LIFE = "adult_life", "adult life"


class ProvisionPrompt(Coded):
    """What the words of an item of provision raise."""

    OPEN_WORDS = "open_words", "words that leave something open"
    NO_AMOUNT = "no_amount", "no amount that our reader found"
    LEFT_TO_OTHERS = "left_to_others", "a decision left to somebody else"
    AWAITS_ASSESSMENT = "awaits_assessment", "an assessment"
    MAY_CHANGE = "may_change", "a change of the amount"
    END = "end_date", "a time when it ends"
    MONEY = "money", "a sum or a band"
    ORDINARY = "ordinary", "what every pupil has"
    TRANSPORT = "transport", "transport"
    THERAPY = "therapy", "a therapy"
    ASSISTANT = "assistant", "an assistant"
    SIGNPOSTING = "signposting", "being pointed to help that is there for everyone"
    ADULT_LIFE = "adult_life", "adult life"


class OutcomeKind(Coded):
    """What an outcome is marked as."""

    EDUCATION = "education_or_training", "education or training"
    HEALTH = "health", "health"
    CARE = "social_care", "social care"
    WIDER = "wider", "a wider outcome"


class Purpose(Coded):
    """What an item of health or social care provision is stated to be for."""

    SPEECH_AND_LANGUAGE = "speech_and_language", "an impairment of speech or language"
    SWALLOWING = "swallowing", "eating, drinking and swallowing"
    OTHER = "other", "something else"
