"""``sendcheck rules``: the rules, by topic."""

from __future__ import annotations

from itertools import groupby

import click

from sendcheck.command import READ, RULES
from sendcheck.commands.rules_loaded import rules


@click.command(name="rules", epilog="Example: sendcheck rules --topic transition")
@click.option("--topic", default="", metavar="TOPIC", help="Only the rules on this topic.")
def command(topic: str) -> int:
    """List the rules by topic: id, force and status, title, and what each rests on."""
    library = rules()
    if library is None:
        return RULES
    ordered = sorted(library.book.rules.values(), key=lambda rule: (rule.topic, rule.id))
    if topic and topic not in {rule.topic for rule in ordered}:
        msg = f"there is no topic `{topic}`; there are {', '.join(sorted({rule.topic for rule in ordered}))}"
        raise click.UsageError(msg)
    for name, group in groupby(ordered, key=lambda rule: rule.topic):
        if topic and name != topic:
            continue
        click.echo(f"\n{name.replace('-', ' ').capitalize()}")
        for rule in group:
            authority = library.authorities.get(rule.source.authorities[0])
            citation = authority.citation if authority else rule.source.text
            click.echo(f"  {rule.id}\n      {rule.title}\n      {rule.force}, {rule.status}: {citation}")
    return READ
