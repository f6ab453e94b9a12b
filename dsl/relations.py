"""Resolves what joins one thing to another, and what is looked for in words."""

from __future__ import annotations

from dsl import paths, values
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake, suggestion
from dsl.vocabulary import Text


def words(subject: s.Path, predicate: s.Shows | s.Uses, span: t.Span, context: Context) -> t.Condition:
    """Return what is looked for in words, which only a judgement may point to."""
    if not context.texts:
        raise Mistake(
            predicate.span,
            "TEXT-TEST",
            "a word is a prompt, never a verdict: words are looked through only where a judgement points",
            "put it in a `points to yes when` or a `points to no when`",
        )
    vocabulary = context.names.vocabulary
    found = paths.text_ref(subject, context)
    if isinstance(predicate, s.Uses):
        lists = [each.name for each in vocabulary.word_lists]
        if predicate.word_list.text not in lists:
            raise Mistake(
                predicate.word_list.span,
                "WORDS-UNKNOWN",
                f"there is no list of words `{predicate.word_list.text}`",
                suggestion(predicate.word_list.text, lists),
            )
        return t.Uses(found, predicate.word_list.text, span)
    known = [each.name for each in vocabulary.dimensions]
    for word in predicate.dimensions:
        if word.text not in known:
            raise Mistake(
                word.span,
                "WORDS-UNKNOWN",
                f"`{word.text}` is not something that words show",
                suggestion(word.text, known),
            )
    return t.Shows(found, tuple(word.text for word in predicate.dimensions), span)


def related(subject: s.Path, predicate: s.Related, span: t.Span, context: Context) -> t.Condition:
    """Return ``X RELATION Y``, ``X covers D`` or ``X matches Y``."""
    name = predicate.relation.text
    if name == "matches" and (matched := _matches(subject, predicate, span, context)) is not None:
        return matched
    left, thing = paths.thing_of(subject, context)
    if name == "covers" and thing.span is not None:
        return t.Covers(left, values.day(predicate.value, context), span)
    relations = {each.name: each for each in context.names.vocabulary.relations}
    if name not in relations:
        words = [
            "is",
            "happens",
            "includes",
            "overlaps",
            "covers",
            "satisfies",
            "applies",
            "where",
            "and",
            "or",
            "when",
            *relations,
        ]
        raise Mistake(
            predicate.relation.span, "RELATION-UNKNOWN", f"nothing is meant by `{name}` here", suggestion(name, words)
        )
    relation = relations[name]
    if not isinstance(predicate.value, s.Path):
        raise Mistake(predicate.value.span, "RELATION-SIDES", f"`{name}` joins two things", "name a thing after it")
    right, right_thing = paths.thing_of(predicate.value, context)
    for side, allowed, path in ((thing, relation.left, subject), (right_thing, relation.right, predicate.value)):
        if side.name not in allowed:
            raise Mistake(path.span, "RELATION-SIDES", f"`{name}` is not said of {side.singular} on this side", "")
    return t.Related(name, left, right, span)


def _matches(subject: s.Path, predicate: s.Related, span: t.Span, context: Context) -> t.Matches | None:
    """Return ``X matches Y`` of two texts; None if X is a thing, of which it may be a relation."""
    left = paths.ref(subject, context)
    if not isinstance(left.type, Text):
        return None
    if not isinstance(predicate.value, s.Path):
        raise Mistake(predicate.value.span, "MATCHES", "words match words", "name the words that they are to match")
    return t.Matches(left, paths.text_ref(predicate.value, context), span)
