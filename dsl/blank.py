"""A rule to start from: it loads as it stands, and its examples show every edge a reader will ask about."""

from __future__ import annotations

_RULE = """\
# The row of the requirement this carries, and why it is read so: which event starts the clock, does that day count.
rule {id}  "What has to be so, in one sentence"
  source    {source}
  in force  from 2014-09-01
  checks    ehc plan
  for each  review in the reviews
  the local authority must ensure that review's decision is notified to the family within 4 weeks of review's meeting

# Write what the law gives before you run `sendcheck test`.
example "on the last day" for {id}  as at 2026-09-01
  given   a review R1 in the reviews with (meeting is 2026-01-31)
  given   R1's decision's notification to the family is 2026-02-28
  expect  requirement met

example "the day after the last" for {id}  as at 2026-09-01
  given   a review R1 in the reviews with (meeting is 2026-01-31)
  given   R1's decision's notification to the family is 2026-03-01
  expect  not met "1 day late"

example "over a leap day" for {id}  as at 2024-09-01
  given   a review R1 in the reviews with (meeting is 2024-02-01)
  given   R1's decision's notification to the family is 2024-02-29
  expect  requirement met

example "not done, and the last day has not come" for {id}  as at 2026-02-01
  given   a review R1 in the reviews with (meeting is 2026-01-31)
  given   R1's decision's notification has not happened
  expect  not yet due

example "nobody says whether it was done" for {id}  as at 2026-09-01
  given   a review R1 in the reviews with (meeting is 2026-01-31)
  given   R1's decision's notification to the family is not stated
  expect  not in these files

example "the day before it came into force" for {id}  as at 2026-09-01
  given   a review R1 in the reviews with (meeting is 2014-08-31)
  given   R1's decision's notification to the family is 2014-12-01
  expect  does not apply
"""


def blank_rule(id_: str, source: str) -> str:
    """Return a rule called ``id_`` that rests on ``source``, with its examples, formatted."""
    return _RULE.replace("{id}", id_).replace("{source}", source)
