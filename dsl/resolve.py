"""Resolves blocks: syntax in, the typed tree out, with everything wrong said on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

    def report(self, code: str, span: t.Span, message: str, help: str = "") -> None:  # noqa: A002
        """Keep a mistake that does not stop the block from being resolved."""
        self.wrong.append(Diagnostic(code, span, message, help))

    def one(self, block: s.Block, kind: str) -> s.Clause | None:
        """Return the one clause of a kind; a second is a mistake."""
        found = [clause for clause in block.clauses if clause.kind == kind]
        for extra in found[1:]:
            self.report(
                "CLAUSE-TWICE", extra.span, f"`{CLAUSE_WORDS.get(kind, kind.replace('_', ' '))}` is said twice in this {block.kind}",
                "keep one of them",
            )  # fmt: skip
        return found[0] if found else None

    def need(self, block: s.Block, kind: str) -> s.Clause | None:
        """Return the one clause of a kind, which the block must have."""
        found = self.one(block, kind)
        if found is None:
            words = CLAUSE_WORDS.get(kind, kind.replace("_", " "))
            self.report("CLAUSE-MISSING", block.name.span, f"this {block.kind} has no `{words}`", CLAUSE_HELP.get(kind, f"add `{words}`"))
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
        self.report(f"{kind.upper()}-UNKNOWN", word.span, f"there is no {kind} `{word.text}`", suggestion(word.text, names))
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
        kind, stage = self._checks(block, clauses["checks"])
        party = self._party(duty.words[0]) if duty else ""
        applies, law = clauses["applies_when"], clauses["law_as_at"]
        applies_when = self.condition(applies.condition, context) if applies else None
        held = self.condition(duty.condition, context) if duty else None
        in_force, reason = clauses["in_force"], clauses["reason"]
        law_value = law.value if law else None
        compares = tuple(filter(None, (self._compares(each, context) for each in block.clauses if each.kind == "compares")))
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

    def _checks(self, block: s.Block, clause: s.Clause | None) -> tuple[str, str]:
        kinds = {kind.name: kind for kind in self.context.names.vocabulary.kinds}
        if clause is None:
            return next(iter(kinds), ""), ""
        name = clause.words[0]
        if name.text not in kinds:
            self.report("KIND-UNKNOWN", name.span, f"nothing is checked that is called `{name.text}`", suggestion(name.text, kinds))
            return "", ""
        stage = clause.words[1] if len(clause.words) > 1 else None
        if stage is None:
            return name.text, ""
        stages = kinds[name.text].stages
        if stage.text not in stages:
            self.report("STAGE-UNKNOWN", stage.span, f"{name.text} is never at the stage `{stage.text}`", suggestion(stage.text, stages))
        del block
        return name.text, stage.text

    def _party(self, word: s.Word) -> str:
        parties = [party.name for party in self.context.names.vocabulary.parties]
        if word.text not in parties:
            self.report("PARTY-UNKNOWN", word.span, f"nobody is called `the {word.text}`", suggestion(word.text, parties, "the "))
        return word.text

    def _compares(self, clause: s.Clause, context: Context) -> t.ComparesWith | None:
        other, relation = clause.words
        if not self.known("rule", other):
            return None
        when = self.condition(clause.condition, context)
        return t.ComparesWith(other.text, relation.text, when, clause.span)

    def exception(self, block: s.Block) -> t.Exception_ | None:
        """Return an exception. Its conditions must make sense in each rule it is an exception to."""
        before = len(self.wrong)
        lines = tuple(filter(None, (self._to(clause) for clause in block.clauses if clause.kind == "to_rule")))
        applies = self.need(block, "applies_when")
        effects = [clause for clause in block.clauses if clause.kind in EFFECTS]
        if len(effects) != 1:
            self.report(
                "EFFECT", effects[1].span if effects else block.name.span,
                "an exception does one thing" if effects else "this exception does not say what it does",
                "say one of `lifts the time limit`, `lifts the duty` and `sets the time limit to …`",
            )  # fmt: skip
        self.one(block, "must_be_shown")
        made: list[tuple[t.Condition, t.DayExpr | None]] = []
        for rule in dict.fromkeys(line.rule for line in lines):
            context = self._inside(rule)
            if context is None:
                continue
            found = self._in_rule(rule, lambda context=context: self._exception_parts(applies, effects, context))  # type: ignore[misc]
            if found is None:
                return None
            made.append(found)
        if len(self.wrong) > before or not made or applies is None:
            return None
        self._same_everywhere(block, [bare(each[0]) for each in made], applies.span)
        return t.Exception_(
            id=block.name.text,
            title=block.title,
            to=lines,
            effect=EFFECTS[effects[0].kind],
            new_limit=made[0][1],
            must_be_shown=any(clause.kind == "must_be_shown" for clause in block.clauses),
            applies_when=made[0][0],
            span=block.span,
        )

    def _inside(self, rule: str) -> Context | None:
        context = self.quiet_loops(self.context.names.blocks["rule"][rule])
        return replace(context, time_limit=True) if context else None

    def _in_rule(self, rule: str, make: Callable[[], R]) -> R | None:
        """Return what is made inside the loops of a rule; a mistake says which rule that was."""
        try:
            return make()
        except Mistake as mistake:
            for each in mistake.diagnostics:
                self.wrong.append(replace(each, message=f"{each.message}, in the rule `{rule}`"))
            return None

    def _exception_parts(
        self, applies: s.Clause | None, effects: list[s.Clause], context: Context
    ) -> tuple[t.Condition, t.DayExpr | None]:
        new = effects[0].value if effects else None
        limit = values.day(new, context) if new is not None else None
        if applies is None or applies.condition is None:
            return t.Always(t.Span("", 1, 1, 1, 1)), limit
        return conditions.condition(applies.condition, context), limit

    def _same_everywhere(self, block: s.Block, made: list[str], span: t.Span) -> None:
        if len(set(made)) > 1:
            self.report(
                "EXCEPTION-DIFFERS", span, f"this means one thing in one rule and another in the next that `{block.name.text}` is to",
                "make two exceptions of it",
            )  # fmt: skip

    def _to(self, clause: s.Clause) -> t.ExceptionTo | None:
        rule, *reading = clause.words
        known = self.known("rule", rule)
        if reading:
            known = self.known("reading", reading[0]) and known
        citations = [self.cite(word) for word in clause.citations]
        if not known or None in citations:
            return None
        return t.ExceptionTo(rule.text, tuple(filter(None, citations)), reading[0].text if reading else "")

    def guard(self, block: s.Block) -> t.Guard | None:
        """Return a guard, with the rules it keeps written out."""
        before = len(self.wrong)
        source = self.source(block, needed=True)
        applies = self.need(block, "applies_when")
        asks, lifts = self.one(block, "asks"), self.one(block, "lifts_duty")
        if (asks is None) == (lifts is None):
            self.report(
                "EFFECT", asks.span if asks else block.name.span, "a guard either lifts the duty or asks a question",
                "say one of `lifts the duty` and `asks \"…\"`",
            )  # fmt: skip
        rules = tuple(self._guarded(block))
        context = replace(self.context, time_limit=True)
        when = self.condition(applies.condition, context) if applies else None
        if len(self.wrong) > before or source is None or when is None:
            return None
        return t.Guard(block.name.text, block.title, rules, source, when, asks.words[0].text if asks else "", block.span)

    def _guarded(self, block: s.Block) -> Iterator[str]:
        clause = next(each for each in block.clauses if each.kind in ("to_rules", "to_kind"))
        if clause.kind == "to_rules":
            yield from (word.text for word in clause.words if self.known("rule", word))
            return
        kind, *excepted = clause.words
        self._checks(block, replace(clause, words=(kind,)))
        out = {word.text for word in excepted if self.known("rule", word)}
        first = self.context.names.vocabulary.kinds[0].name if self.context.names.vocabulary.kinds else ""
        for name, rule in self.context.names.blocks["rule"].items():
            checks = next((each.words[0].text for each in rule.clauses if each.kind == "checks"), first)
            if checks == kind.text and name not in out:
                yield name


def items(written: tuple[s.Path, ...], context: Context) -> tuple[tuple[t.Ref, ...], Type, str]:
    """Return lists, the type of an item, and the name of the checklist if it is one."""
    first = written[0]
    if paths.is_bare(first):
        name = first.base
        checklists = context.names.code_types
        if name.text not in checklists:
            raise Mistake("CHECKLIST-UNKNOWN", name.span, f"there is no checklist `{name.text}`", suggestion(name.text, checklists))
        if len(written) > 1:
            raise Mistake("TYPE-LISTS", written[1].span, "a checklist is gone through alone", "make two rules of it")
        return (), checklists[name.text], name.text
    over, item = paths.lists(written, context)
    return over, item, ""


def scope_of(scope: s.Scope, context: Context) -> tuple[str, tuple[t.Ref, ...], Context]:
    """Return the name, the lists and the context of what a judgement or a definition is of.

    A checklist stands among the lists as a reference to its name, of the type of its entries.
    """
    if scope.var is None:
        found, _ = paths.thing_of(scope.lists[0], context)
        return "", (found,), context
    over, item, checklist = items(scope.lists, context)
    if checklist and isinstance(item, Code):
        over = (t.Ref("", (checklist,), item, scope.span),)
    return scope.var.text, over, context.with_variable(scope.var, item)


def topic_of(file: str) -> str:
    """Return the topic of a rule file: its name without folder and ending."""
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def bare(condition: t.Condition) -> str:
    """Return a condition as text, without the types in it that differ from rule to rule."""
    return repr(condition)


EFFECTS = {
    "lifts_limit": "lifts the time limit",
    "lifts_duty": "lifts the duty",
    "sets_limit": "sets the time limit",
}
RULE_CLAUSES = (
    "see", "in_force", "checks", "applies_when", "unless", "reason", "suggest", "shows_inside", "law_as_at", "by_analogy",
)  # fmt: skip
CLAUSE_WORDS = {
    "reason": "reason recorded in",
    "duty": "must ensure that",
    "lifts_duty": "lifts the duty",
    "settled": "settled by",
    "case_otherwise": "is … otherwise",
    "case_undecided": "is undecided otherwise",
}
CLAUSE_HELP = {
    "source": "add `source` and the provision it rests on",
    "duty": "say who must or should ensure what",
    "applies_when": "add `applies when` and the condition",
}
