"""The noun after the name: "X, a lawyer", "X (41), a former editor of Y"."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.functions.noun import REACH, names, plural
from extract.claims.triggers import Trigger

_INNER = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "X", "PART", "ADP", "DET"})


def after_name(context: Context, trigger: Trigger) -> Group:
    """The name before the noun's phrase and a comma: "X (41), a former editor of Y"."""
    bare = [ref for ref in names(context) if ref.end == trigger.first]
    if bare and context.lower(trigger.first) in (*_belonging(context), "("):
        return tuple(bare)
    if not _closed(context, trigger) or _listed_kin(context, trigger):
        return ()
    i, commas = trigger.first - 1, 0
    ends = {ref.end: ref for ref in names(context)}
    joined, joins = False, context.language.words("clauses", "conjunctions")
    while i >= 0 and trigger.first - i < 30:
        text = context.sentence.tokens[i].text
        if i + 1 in ends:
            return ()  # the name itself goes on into the noun: it is coordinated with it
        if text in (",", "(", "–", "—", "-", ":"):
            found = ends.get(i) or ends.get(_before_bracket(context, i))
            if found is not None:
                return () if plural(context, trigger) else (found,)
            commas += text == ","
            if commas > 3 or text in ":":
                return ()
        elif text == ")" or not _may_stand(context, i, trigger):
            return ()
        elif context.sentence.tokens[i].pos == "ADP" and not joined:
            return ()  # what a preposition governs is said of nobody: "X, charged with killing a N"
        joined = joined or bool(commas) or context.lower(i) in joins
        i -= 1
    return ()


def _listed_kin(context: Context, trigger: Trigger) -> bool:
    """Whether the relative is one of a list: "X, his wife AND two children left"."""
    joins = context.language.words("clauses", "conjunctions")
    kin = trigger.type.role("relation") is not None
    own = context.lower(trigger.first - 1) in context.language.words("pronouns", "possessive")
    return kin and own and context.lower(trigger.end) in joins


def _belonging(context: Context) -> frozenset[str]:
    return context.language.words("standing", "belonging")


def _before_bracket(context: Context, i: int) -> int:
    """Where the bracket before token ``i`` opens ("X (41), ..."); ``i`` without one."""
    if context.lower(i - 1) != ")":
        return i
    return next((j for j in range(i - 2, max(-1, i - 8), -1) if context.lower(j) == "("), i)


def _may_stand(context: Context, i: int, trigger: Trigger) -> bool:
    """Whether token ``i`` may stand between a name and a noun that is said of it."""
    token, language = context.sentence.tokens[i], context.language
    joins = language.words("clauses", "conjunctions")
    if token.lower in joins or token.lower in language.words("standing", "birth") or not token.word:
        return token.text not in ";!?"
    if token.lower in language.words("pronouns", "possessive"):
        another = context.lower(i - 1) in joins  # "X, AND her husband" are two
        kin = trigger.type.role("relation") is not None and i == trigger.first - 1
        return kin and not another
    if token.pos in ("VERB", "AUX"):
        return "VerbForm=Part" in token.morph and not token.lower.endswith("ing")
    return token.pos in ("", *_INNER, "ADV") and token.lower not in language.words(
        "clauses", "openers"
    )


def _closed(context: Context, trigger: Trigger) -> bool:
    """Whether the noun's phrase is not the subject of what follows: no verb before its comma."""
    openers = context.language.words("clauses", "openers")
    for i in range(trigger.end, min(trigger.end + REACH, len(context.sentence.tokens))):
        token = context.sentence.tokens[i]
        if (not token.word and token.text not in "-'’" + '"“”«»') or token.lower in openers:
            return True
        if token.pos == "AUX" or (token.pos == "VERB" and "VerbForm=Fin" in token.morph):
            return False
    return True
