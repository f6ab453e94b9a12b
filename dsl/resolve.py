"""Resolves blocks: syntax in, the typed tree out, with everything wrong said on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from dsl import conditions, paths, values
from dsl import syntax as s
from dsl import tree as t
from dsl.citations import Authorities
from dsl.diagnostics import Diagnostic
from dsl.names import Context, Mistake, suggestion
from dsl.vocabulary import Code, Type

R = TypeVar("R")

FORCES = {
    "must ensure that": "must",
    "should ensure that": "should",
    "should normally ensure that": "should normally",
    "must not do so if": "must not",
    "should not do so if": "should not",
    "may do so only if": "may only",
}


class Resolver:
    """Resolves the blocks of a rule book, gathering what is wrong.

    A block in which something is wrong is given up as a whole; the others are not.
    """

    def __init__(self, context: Context, authorities: Authorities) -> None:
        """Keep the names, and start with nothing wrong."""
        self.context = context
        self.authorities = authorities
        self.wrong: list[Diagnostic] = []

    # Helpers

    def attempt(self, make: Callable[[], R]) -> R | None:
        """Return what ``make`` makes, or None with its mistakes kept."""
        try:
            return make()
        except Mistake as mistake:
            self.wrong.extend(mistake.diagnostics)
            return None

    def report(self, code: str, span: t.Span, message: str, remedy: str = "") -> None:
        """Keep a mistake that does not stop the block from being resolved."""
        self.wrong.append(Diagnostic(code, span, message, remedy))

    def one(self, block: s.Block, kind: str) -> s.Clause | None:
        """Return the one clause of a kind; a second is a mistake."""
        found = [clause for clause in block.clauses if clause.kind == kind]
        for extra in found[1:]:
            self.report(
                "CLAUSE-TWICE",
                extra.span,
                f"`{CLAUSE_WORDS.get(kind, kind.replace('_', ' '))}` is said twice in this {block.kind}",
                "keep one of them",
            )
        return found[0] if found else None

    def need(self, block: s.Block, kind: str) -> s.Clause | None:
        """Return the one clause of a kind, which the block must have."""
        found = self.one(block, kind)
        if found is None:
            words = CLAUSE_WORDS.get(kind, kind.replace("_", " "))
            self.report(
                "CLAUSE-MISSING",
                block.name.span,
                f"this {block.kind} has no `{words}`",
                CLAUSE_HELP.get(kind, f"add `{words}`"),
            )
        return found

    def cite(self, word: s.Word) -> t.Citation | None:
        """Return a citation, or None with the mistake kept."""
        return self.attempt(lambda: self.authorities.cite(word))

    def source(self, block: s.Block, *, needed: bool) -> t.Citation | None:
        """Return what a block cites as its source."""
        clause = self.need(block, "source") if needed else self.one(block, "source")
        return self.cite(clause.citations[0]) if clause else None

    def condition(self, written: s.Condition | None, context: Context) -> t.Condition | None:
        """Return a condition, or None with its mistakes kept."""
        return None if written is None else self.attempt(lambda: conditions.condition(written, context))

    def known(self, kind: str, word: s.Word) -> bool:
        """Whether there is a block of this kind and name; if not, the mistake is kept."""
        names = self.context.names.blocks[kind]
        if word.text in names:
            return True
        self.report(
            f"{kind.upper()}-UNKNOWN", word.span, f"there is no {kind} `{word.text}`", suggestion(word.text, names)
        )
        return False

    def day(self, written: s.Date | None) -> date | None:
        """Return a date, or None."""
        return None if written is None else self.attempt(lambda: values.date_of(written))

    def root_of(self, block: s.Block) -> str:
        """Return the root of the kind of document a rule checks: the first kind if it does not say."""
        kinds = self.context.names.vocabulary.kinds
        clause = next((each for each in block.clauses if each.kind == "checks"), None)
        for kind in kinds:
            if clause is None or kind.name == clause.words[0].text:
                return kind.root
        return ""

    # Loops and scopes

    def loops(self, block: s.Block) -> tuple[tuple[t.Loop, ...], Context] | None:
        """Return the loops of a rule and the context inside them."""
        context = replace(self.context, root=self.root_of(block))
        loops: list[t.Loop] = []
        for clause in block.clauses:
            if clause.kind != "for_each":
                continue
            made = self.attempt(lambda clause=clause, context=context: self._loop(clause, context))  # type: ignore[misc]
            if made is None:
                return None
            loop, context = made
            loops.append(loop)
        return tuple(loops), context

    def quiet_loops(self, block: s.Block) -> Context | None:
        """Return the context inside a rule's loops without reporting what is wrong in them."""
        before = list(self.wrong)
        made = self.loops(block)
        self.wrong = before
        return made[1] if made else None

    def _loop(self, clause: s.Clause, context: Context) -> tuple[t.Loop, Context]:
        var = clause.words[0]
        over, item, checklist = items(clause.paths, context)
        inner = context.with_variable(var, item)
        where = conditions.condition(clause.condition, inner) if clause.condition is not None else None
        return t.Loop(var.text, over, checklist, where, clause.span), inner

    def scope(self, block: s.Block) -> tuple[str, tuple[t.Ref, ...], Context] | None:
        """Return what a judgement or a definition is of, and the context inside it."""
        scope = block.scope
        if scope is None:
            return None
        return self.attempt(lambda: scope_of(scope, self.context))

    # Blocks

    def rule(self, block: s.Block) -> t.Rule | None:
        """Return a rule."""
        before = len(self.wrong)
        source = self.source(block, needed=True)
        looped = self.loops(block)
        if looped is None:
            return None
        loops, context = looped
        clauses = {kind: self.one(block, kind) for kind in RULE_CLAUSES}
        duty = self.need(block, "duty")
        force = FORCES.get(duty.words[1].text, "") if duty else ""
        see = tuple(filter(None, (self.cite(word) for word in (clauses["see"].citations if clauses["see"] else ()))))
        kind, stage = self.checks(clauses["checks"])
        alongside = self.checks(clauses["alongside"])[0] if clauses["alongside"] else ""
        party = self._party(duty.words[0]) if duty else ""
        applies, law = clauses["applies_when"], clauses["law_as_at"]
        applies_when = self.condition(applies.condition, context) if applies else None
        held = self.condition(duty.condition, context) if duty else None
        in_force, reason = clauses["in_force"], clauses["reason"]
        law_value = law.value if law else None
        compares = tuple(
            filter(None, (self._compares(each, context) for each in block.clauses if each.kind == "compares"))
        )
        inside = clauses["shows_inside"]
        if inside:
            self.known("rule", inside.words[0])
        unless = clauses["unless"]
        made_reason = self.attempt(lambda: paths.ref(reason.paths[0], context)) if reason else None
        made_law = self.attempt(lambda: values.day(law_value, context)) if law_value is not None else None
        from_day = self.day(in_force.from_day) if in_force else None
        until_day = self.day(in_force.until_day) if in_force else None
        suggest = clauses["suggest"]
        if len(self.wrong) > before or source is None or held is None or duty is None:
            return None
        if force in ("must not", "should not"):
            held = t.Not(held, held.span)
        return t.Rule(
            id=block.name.text,
            title=block.title,
            topic=topic_of(block.span.file),
            source=source,
            see=see,
            in_force_from=from_day,
            in_force_until=until_day,
            kind=kind,
            stage=stage,
            alongside=alongside,
            loops=loops,
            applies_when=applies_when,
            party=party,
            force=force,
            status=self.authorities.of(source)[0].status,
            duty=held,
            unless=tuple(word.text for word in unless.words) if unless else (),
            reason_recorded=made_reason,
            suggest=suggest.words[0].text if suggest else "",
            compares=compares,
            shows_inside=inside.words[0].text if inside else "",
            law_as_at=made_law,
            by_analogy=clauses["by_analogy"] is not None,
            span=block.span,
        )

    def checks(self, clause: s.Clause | None) -> tuple[str, str]:
        """Return the kind of document a clause names, and the stage; the first kind if there is no clause."""
        kinds = {kind.name: kind for kind in self.context.names.vocabulary.kinds}
        if clause is None:
            return next(iter(kinds), ""), ""
        name = clause.words[0]
        if name.text not in kinds:
            self.report(
                "KIND-UNKNOWN",
                name.span,
                f"nothing is checked that is called `{name.text}`",
                suggestion(name.text, kinds),
            )
            return "", ""
        stage = clause.words[1] if len(clause.words) > 1 else None
        if stage is None:
            return name.text, ""
        stages = kinds[name.text].stages
        if stage.text not in stages:
            self.report(
                "STAGE-UNKNOWN",
                stage.span,
                f"{name.text} is never at the stage `{stage.text}`",
                suggestion(stage.text, stages),
            )
        return name.text, stage.text

    def _party(self, word: s.Word) -> str:
        parties = [party.name for party in self.context.names.vocabulary.parties]
        if word.text not in parties:
            self.report(
                "PARTY-UNKNOWN",
                word.span,
                f"nobody is called `the {word.text}`",
                suggestion(word.text, parties, "the "),
            )
        return word.text

    def _compares(self, clause: s.Clause, context: Context) -> t.ComparesWith | None:
        other, relation = clause.words
        if not self.known("rule", other):
            return None
        when = self.condition(clause.condition, context)
        return t.ComparesWith(other.text, relation.text, when, clause.span)


def items(written: tuple[s.Path, ...], context: Context) -> tuple[tuple[t.Ref, ...], Type, str]:
    """Return lists, the type of an item, and the name of the checklist if it is one."""
    first = written[0]
    if paths.is_bare(first):
        name = first.base
        checklists = context.names.code_types
        if name.text not in checklists:
            raise Mistake(
                name.span,
                "CHECKLIST-UNKNOWN",
                f"there is no checklist `{name.text}`",
                suggestion(name.text, checklists),
            )
        if len(written) > 1:
            raise Mistake(written[1].span, "TYPE-LISTS", "a checklist is gone through alone", "make two rules of it")
        return (), checklists[name.text], name.text
    over, item = paths.lists(written, context)
    return over, item, ""


def scope_of(scope: s.Scope, context: Context) -> tuple[str, tuple[t.Ref, ...], Context]:
    """Return the name, the lists and the context of what a judgement or a definition is of.

    A checklist stands among the lists as a reference to its name, of the type of its entries.
    ``recommendation in section K's recommendations`` is any recommendation of any item there.
    """
    if scope.var is None:
        found, _ = paths.thing_of(scope.lists[0], context)
        return "", (found,), context
    over, item, checklist = items(scope.lists, replace(context, each=True))
    if checklist and isinstance(item, Code):
        over = (t.Ref("", (checklist,), item, scope.span),)
    return scope.var.text, over, context.with_variable(scope.var, item)


def topic_of(file: str) -> str:
    """Return the topic of a rule file: its name without folder and ending."""
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


RULE_CLAUSES = (
    "see",
    "in_force",
    "checks",
    "alongside",
    "applies_when",
    "unless",
    "reason",
    "suggest",
    "shows_inside",
    "law_as_at",
    "by_analogy",
)
CLAUSE_WORDS = {
    "reason": "reason recorded in",
    "duty": "must ensure that",
    "lifts_duty": "lifts the duty",
    "settled": "settled by",
    "keys": "by",
    "out_of": "out of",
    "case_otherwise": "is … otherwise",
    "case_undecided": "is undecided otherwise",
}
CLAUSE_HELP = {
    "source": "add `source` and the provision it rests on",
    "duty": "say who must or should ensure what",
    "applies_when": "add `applies when` and the condition",
    "keys": "say `by`, and what its rows are told apart by",
    "counts": "say `counts`, what it counts, `in` and the list",
    "out_of": "a number alone measures nothing: say `out of`, and of what",
}
