"""What the rule files need not use or prove themselves: readings the clocks ask for, and a rule only a case can try."""

from __future__ import annotations

from checker.evaluation.days import LEAP_BIRTHDAY, MONTH_END
from checker.evaluation.lasting import WHOLE_DAYS_AWAY
from checker.evaluation.windows import CLEAR_NOTICE

READINGS = (MONTH_END, CLEAR_NOTICE, LEAP_BIRTHDAY, WHOLE_DAYS_AWAY)
"""The open readings of the clocks (``clocks``): whether they are declared is for the rule book."""
PROVED_BY_CASES = ("OTHER-SECTIONS-ACCOUNTED-FOR",)
"""Rules that come out *not met* only by an answer about an entry of a checklist, which an example cannot give."""
