"""What the family said of a draft or of proposed amendments, and what the authority made of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.sections import SectionName
from checker.documents.values import Coded, Model, WrittenDay


class Upon(Coded):
    """The document a meeting was asked for about."""

    DRAFT = "draft", "the draft"
    AMENDMENT = "amendment", "a notice of amendments"


class Answer(Coded):
    """What the authority did with a representation."""

    ACCEPTED = "accepted", "accepted"
    IN_PART = "accepted_in_part", "accepted in part"
    REFUSED = "refused", "refused"


class Representation(Model):
    """A representation made about a draft."""

    receipt: Annotated[WrittenDay | None, Happens("Received", "receipt of the representation", "received")] = None
    section: Annotated[SectionName | None, Said("Section", "the section it is about")] = None
    item: Annotated[str | None, Said("Item", "the item it is about")] = None
    words: Annotated[str | None, Said("In what words", "the words used")] = None
    answer: Annotated[Answer | None, Said("Answer", "what the authority did with the representation")] = None
    reason: Annotated[str | None, Said("Reason", "the reason for the answer")] = None

    event: ClassVar[str] = "receipt"
    singular: ClassVar[str] = "the representation"


class MeetingAskedFor(Model):
    """A meeting with an officer that the family required or asked for."""

    upon: Annotated[Upon | None, Said("About", "the document it was asked for about")] = None
    request: Annotated[WrittenDay | None, Happens("Asked for", "the request for a meeting", "made")] = None
    last_day: Annotated[WrittenDay | None, Said("Last day to ask", "the last day on which it could be asked for")] = (
        None
    )
    offer: Annotated[WrittenDay | None, Happens("Offered", "the offer of a day for the meeting", "made")] = None
    finalising: Annotated[
        WrittenDay | None, Happens("Plan finalised", "the end of what it was asked for about", "finalised")
    ] = None
    meeting: Annotated[WrittenDay | None, Happens("Held", "the meeting with an officer", "held")] = None

    event: ClassVar[str] = "request"
    singular: ClassVar[str] = "the meeting asked for"


class WordsChanged(Model):
    """An item whose words in the final plan are not those of the last draft, Sections I and J left out."""

    section: Annotated[SectionName | None, Said("Section", "the section it stands in")] = None
    item: Annotated[str | None, Said("Item", "the item")] = None
    draft_words: Annotated[str | None, Said("In the draft", "the words of the draft")] = None
    final_words: Annotated[str | None, Said("In the final plan", "the words of the final plan")] = None

    singular: ClassVar[str] = "the change of words"
