"""How a sentence speaks of what a path leads to, looked up in the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dsl.vocabulary import Event, Field, ListOf, Of, Relation, Thing, Vocabulary


@dataclass(frozen=True, eq=False)
class Names:
    """The vocabulary by name. Compared by identity: there is one for each rule book."""

    things: Mapping[str, Thing]
    roots: Mapping[str, Field]
    relations: Mapping[str, Relation]
    word_lists: Mapping[str, str]
    dimensions: Mapping[str, str]

    def field(self, thing: str, steps: tuple[str, ...]) -> Field | None:
        """Return the field at the end of ``steps``, from ``thing`` or, if empty, from the case."""
        return _field(self, thing, steps)

    def said(self, thing: str, steps: tuple[str, ...]) -> str:
        """Return how a sentence speaks of what ``steps`` lead to, without its owner."""
        found = _field(self, thing, steps)
        if found:
            return found.said
        return self.things[thing].singular if thing in self.things else ""

    def owner(self, steps: tuple[str, ...]) -> str:
        """Return how a sentence speaks of what the last of ``steps`` belongs to, from the case."""
        if len(steps) < 2:  # noqa: PLR2004  (a root belongs to nothing)
            return ""
        return self.said("", steps[:-1])

    def thing_at(self, thing: str, steps: tuple[str, ...]) -> str:
        """Return the kind of thing ``steps`` lead to, or of the items of the list there; else empty."""
        if not steps:
            return thing
        found = _field(self, thing, steps)
        return found.type.thing if found and isinstance(found.type, Of | ListOf) else ""


def names_of(vocabulary: Vocabulary) -> Names:
    """Return the lookups for ``vocabulary``."""
    return Names(
        things={thing.name: thing for thing in vocabulary.things},
        roots={root.name: root for root in vocabulary.roots},
        relations={relation.name: relation for relation in vocabulary.relations},
        word_lists={each.name: each.title for each in vocabulary.word_lists},
        dimensions={each.name: each.title for each in vocabulary.dimensions},
    )


@lru_cache(maxsize=4096)
def _field(names: Names, thing: str, steps: tuple[str, ...]) -> Field | None:
    where = names.things.get(thing) if thing else None
    found: Field | None = None
    for index, step in enumerate(steps):
        found = (where.field(step) if where else None) if index or thing else names.roots.get(step)
        if found is None:
            return None
        if isinstance(found.type, Of | ListOf):
            where = names.things.get(found.type.thing)
        elif isinstance(found.type, Event):
            where = None
    return found
