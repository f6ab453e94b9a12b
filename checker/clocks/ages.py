"""Ages, compulsory school age and the years that hang on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from checker.clocks.periods import FRIDAY, LastDay, corr, last_weekday_in

_FEBRUARY_29: Final = (2, 29)
_STARTS: Final = ((3, 31), (8, 31), (12, 31))
_SCHOOL_STARTS_AT: Final = 5
_SCHOOL_ENDS_AT: Final = 16
_PLAN_ENDS_AT: Final = 25
_JUNE: Final = 6
_SEPTEMBER: Final = 9
_YEAR_9_AFTER: Final = 14


@dataclass(frozen=True)
class AgeOn:
    """An age in whole years, and the age on the other reading where one is open."""

    adopted: int
    other: int | None = None


def reaches_age(born: date, years: int) -> LastDay:
    """Return the day on which somebody born on ``born`` attains ``years``.

    An age is attained at the start of the birthday (Family Law Reform Act 1969 s 9(1)).
    For a birth on 29 February it is 1 March in a common year; ``other`` is 28 February.
    """
    day = corr(born, 12 * years)
    if (born.month, born.day) == _FEBRUARY_29 and day.day != born.day:
        return LastDay(day + timedelta(days=1), day)
    return LastDay(day)


def age_on(born: date, day: date) -> AgeOn:
    """Return the age in whole years on ``day``, and the age on the other reading if it differs."""
    years = day.year - born.year
    reached = reaches_age(born, years)
    adopted = years if day >= reached.adopted else years - 1
    other = years if day >= (reached.other or reached.adopted) else years - 1
    return AgeOn(adopted, other if other != adopted else None)


def compulsory_school_age_begins(born: date) -> date:
    """Return the first day of compulsory school age (Education Act 1996 s 8(2); SI 1998/1607).

    It is the fifth birthday if that is 31 March, 31 August or 31 December, otherwise the
    next of those days.
    """
    fifth = reaches_age(born, _SCHOOL_STARTS_AT).adopted
    return next(day for day in (date(fifth.year, month, number) for month, number in _STARTS) if day >= fifth)


def compulsory_school_age_ends(born: date, term_begins: date | None) -> date | None:
    """Return the last day of compulsory school age (Education Act 1996 s 8(3); SI 1997/1970).

    ``term_begins`` is the first day of the autumn term, at that school, of the year in
    which the sixteenth birthday falls. None is returned if it is not known and matters: a
    birthday from 1 August to 15 September.
    """
    sixteenth = reaches_age(born, _SCHOOL_ENDS_AT).adopted
    this_year = last_weekday_in(FRIDAY, _JUNE, "calendar_year", sixteenth)
    next_year = last_weekday_in(FRIDAY, _JUNE, "calendar_year", date(sixteenth.year + 1, 1, 1))
    if sixteenth < date(sixteenth.year, 8, 1):
        return this_year
    if sixteenth > date(sixteenth.year, 9, 15):
        return next_year
    if term_begins is None:
        return None
    return this_year if sixteenth < term_begins else next_year


def young_person_from(born: date, term_begins: date | None) -> date | None:
    """Return the first day after compulsory school age, or None if the term date is missing."""
    ends = compulsory_school_age_ends(born, term_begins)
    return ends + timedelta(days=1) if ends else None


def usual_year_9(born: date) -> date:
    """Return 1 September of the school year in which the usual cohort is in year 9.

    A prompt only: a pupil taught out of cohort follows the class (regulation 2(1)).
    """
    cohort = born.year if born.month >= _SEPTEMBER else born.year - 1
    return date(cohort + _YEAR_9_AFTER, _SEPTEMBER, 1)


def kept_to_in_further_education(born: date) -> date:
    """Return the last day a plan may be kept in the further education sector (regulation 46).

    The academic year to 31 July in which 25 is attained.
    """
    reached = reaches_age(born, _PLAN_ENDS_AT).adopted
    return date(reached.year + (reached > date(reached.year, 7, 31)), 7, 31)


def kept_to_with_a_course_end(born: date, course_ends: date) -> date:
    """Return the last day a plan may be kept elsewhere: the course's end, before the 26th birthday."""
    return min(course_ends, reaches_age(born, _PLAN_ENDS_AT + 1).adopted - timedelta(days=1))
