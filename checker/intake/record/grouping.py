"""Events of a record put where they belong: the review or the amendment each is part of.

An event goes to the review its row names, else to the latest that began on or before its
day. An amendment begins with its notice, and belongs to the review before it; what is
known of the one is then known of the other. The order of rows changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checker.documents.events import EVENTS
from checker.facts import Days, Fact, Place, State, absent, items, merged
from checker.intake.dates import read_day
from checker.intake.limits import Problem, Refused, shown
from checker.intake.record.fields import key_of
from checker.intake.record.reading import EventRow

_ORDER = {kind.name: number for number, kind in enumerate(EVENTS)}
_SHARED = (("notice", "notice"), ("final_plan", "amended_plan"), ("refusal", "refusal"))
"""The parts of an amendment, and what the review they belong to calls each."""
_RECIPIENTS = ("family", "named_setting", "commissioning_body", "setting_attended")
_WAYS = tuple(f"{act}/{to}" for act in ("sending", "notification") for to in _RECIPIENTS)
_AFTER_A_NOTICE = ("amendment_notice_served", "final_amended_sent")
"""What cannot happen without a notice of amendments: the amendment is begun though its notice is not in the record."""


def day_of(fact: Fact | None) -> date | None:
    """Return the first day a fact about a day allows, or None if it gives none."""
    if fact is None or not fact.versions or not isinstance(fact.value, Days):
        return None
    return fact.value.first


def group_events(facts: Mapping[str, Fact], events: Iterable[EventRow]) -> dict[str, Fact]:
    """Return ``facts`` with the facts of ``events`` added.

    Raises :class:`checker.intake.limits.Refused` if a row names a review or an amendment
    that is not in the record.
    """
    return _Grouping(facts, sorted(events, key=_when)).facts


def _when(row: EventRow) -> tuple[object, ...]:
    return (day_of(row.on) or date.max, _ORDER[row.kind.name], row.to, row.review, row.place.file, row.place.line)


class _Grouping:
    def __init__(self, facts: Mapping[str, Fact], events: Sequence[EventRow]) -> None:
        self.facts = dict(facts)
        self._review_of: dict[str, str] = {}
        self._reviews = self._begun("/reviews", "meeting")
        self._amendments = self._begun("/amendments", "notice/sending/family")
        for row in events:
            if row.kind.name == "meeting":
                self._meeting(row)
        for row in events:
            if row.kind.name == "amendment_notice_sent":
                self._notice(row)
        self._notices_of_reviews()
        for row in events:
            if row.kind.name not in ("meeting", "amendment_notice_sent"):
                self._other(row)
        self._reviews_of_amendments()
        self._share()
        self._list("/reviews", self._reviews)
        self._list("/amendments", self._amendments)

    def _begun(self, pointer: str, event: str) -> dict[str, date | None]:
        held = self.facts.get(pointer)
        keys = held.value if held and held.versions and isinstance(held.value, tuple) else ()
        return {key: day_of(self.facts.get(f"{pointer}/{key}/{event}")) or day_of_key(key) for key in keys}

    def _put(self, pointer: str, fact: Fact) -> None:
        held = self.facts.get(pointer)
        self.facts[pointer] = merged(held, fact) if held else fact

    def _put_event(self, row: EventRow, pointer: str) -> None:
        for to in row.to if row.kind.recipients else ("",):
            self._put(f"{pointer}/{to}" if to else pointer, row.on)

    def _meeting(self, row: EventRow) -> None:
        day = day_of(row.on)
        key = self._named(row.review, self._reviews, row.place, "review", day) if row.review else ""
        if not key and day is None:
            # Said not to have been held, with no review named: it is the review still to come.
            self._put("/reviews/next/meeting", row.on)
            return
        if not key:
            key = _on(self._reviews, day)
        if not key and isinstance(row.on.value, Days):
            key = key_of(row.on.value)
        self._reviews[key] = self._reviews.get(key) or day
        self._put_event(row, f"/reviews/{key}/meeting")

    def _notice(self, row: EventRow) -> None:
        day = day_of(row.on)
        key = self._named(row.amendment, self._amendments, row.place, "amendment", day) if row.amendment else ""
        if not key and day is None:
            self._to_review_alone(row)
            return
        if not key:
            key = _on(self._amendments, day)
        if not key and isinstance(row.on.value, Days):
            key = key_of(row.on.value)
        self._amendments[key] = self._amendments.get(key) or day
        self._belongs(row, key)
        self._put_event(row, f"/amendments/{key}/notice/sending")

    def _other(self, row: EventRow) -> None:
        (pointer, *_) = row.kind.pointers
        if "{amendment}" in pointer:
            key = self._amendment_for(row)
            if key:
                self._belongs(row, key)
                self._put_event(row, pointer.format(amendment=key))
            else:
                self._to_review_alone(row)
        elif "{review}" in pointer:
            key = self._review_for(row, begin=True)
            if key:
                self._put_event(row, pointer.format(review=key))
        else:
            self._put_event(row, pointer)

    def _belongs(self, row: EventRow, amendment: str) -> None:
        if row.review:
            self._review_of[amendment] = self._named(row.review, self._reviews, row.place, "review", None)

    def _to_review_alone(self, row: EventRow) -> None:
        """Put an event of an amendment that is not known to the review, if a review has such an event."""
        of_review = row.kind.pointers[1:]
        key = self._review_for(row, begin=False) if of_review else ""
        for pointer in of_review if key else ():
            self._put_event(row, pointer.format(review=key))

    def _review_for(self, row: EventRow, *, begin: bool) -> str:
        if row.review:
            return self._named(row.review, self._reviews, row.place, "review", None)
        day = day_of(row.on)
        key = _latest(self._reviews, day)
        if not key and day and begin:
            key = f"before-{day.isoformat()}"
            self._reviews[key] = day
            self._put(f"/reviews/{key}/meeting", absent(State.NOT_STATED, row.place))
        return key

    def _amendment_for(self, row: EventRow) -> str:
        if row.amendment:
            return self._named(row.amendment, self._amendments, row.place, "amendment", None)
        day = day_of(row.on)
        key = _latest(self._amendments, day)
        if not key and day and row.kind.name in _AFTER_A_NOTICE:
            key = f"before-{day.isoformat()}"
            self._amendments[key] = day
            self._put(f"/amendments/{key}/notice/sending/family", absent(State.NOT_STATED, row.place))
        return key

    def _named(self, name: str, keys: Mapping[str, date | None], place: Place, what: str, begins: date | None) -> str:
        if name in keys:
            return name
        days = read_day(name)
        key = key_of(days) if days else name
        if key in keys:
            return key
        same_day = _on(keys, days.known_day) if days else ""
        if same_day:
            return same_day
        if begins is not None and "/" not in key:
            return key
        start = "`meeting`" if what == "review" else "`amendment_notice_sent`"
        message = f"no {what} `{shown(name, 40)}` is in the record: give its {start}"
        raise Refused(place.file, [Problem(message, place.line)])

    def _notices_of_reviews(self) -> None:
        for review in sorted(self._reviews):
            day = day_of(self.facts.get(f"/reviews/{review}/notice/sending/family"))
            if day is None or review in self._review_of.values():
                continue
            key = _on(self._amendments, day) or day.isoformat()
            self._amendments.setdefault(key, day)
            self._review_of[key] = review

    def _reviews_of_amendments(self) -> None:
        taken = set(self._review_of.values())
        for amendment in sorted(self._amendments, key=lambda key: (self._amendments[key] or date.max, key)):
            if amendment not in self._review_of:
                review = _latest(self._reviews, self._amendments[amendment])
                if review and review not in taken:
                    self._review_of[amendment] = review
                    taken.add(review)

    def _share(self) -> None:
        for amendment, review in sorted(self._review_of.items()):
            for ours, theirs in _SHARED:
                one, other = f"/amendments/{amendment}/{ours}", f"/reviews/{review}/{theirs}"
                for way in _WAYS:
                    here, there = self.facts.get(f"{one}/{way}"), self.facts.get(f"{other}/{way}")
                    if here:
                        self._put(f"{other}/{way}", here)
                    if there:
                        self._put(f"{one}/{way}", there)

    def _list(self, pointer: str, keys: Mapping[str, date | None]) -> None:
        if not keys:
            return
        held = self.facts.get(pointer)
        at = held.where if held and held.where else None
        inside = [fact.where for at_, fact in self.facts.items() if at_.startswith(f"{pointer}/") and fact.where]
        place = at or min(inside, key=lambda place: (place.file, place.line))
        self.facts[pointer] = items(
            tuple(sorted(keys, key=lambda key: (keys[key] or date.max, key))), place, complete=False
        )


def day_of_key(key: str) -> date | None:
    """Return the day a key stands for, if it is a date."""
    days = read_day(key)
    return days.first if days else None


def _on(began: Mapping[str, date | None], day: date | None) -> str:
    """Return the key of the one that began on ``day``, or empty."""
    return min((key for key, start in began.items() if day and start == day), default="")


def _latest(began: Mapping[str, date | None], day: date | None) -> str:
    """Return the key of the latest that began on or before ``day`` (of all, if the day is not known)."""
    before = [(start, key) for key, start in began.items() if start and (day is None or start <= day)]
    return max(before)[1] if before else ""
