"""When: the date of a trigger, from the dates of its clause that are its own."""

from __future__ import annotations

from extract.claims.adjoining import entered, since_then
from extract.claims.charged import of_deed
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.framing import framed
from extract.claims.issued import issued
from extract.claims.mentioned import only_mentioned
from extract.claims.reach import all_triggers, head, reached
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.values import Source
from ontology import ontology


def date_of(context: Context, trigger: Trigger, cites: tuple[Source, ...]) -> str | None:
    """The trigger's date (EDTF) or None. A date that belongs to another noun is not taken.

    Of an open interval ("since 2019") a state has the whole, an event its known side; what goes
    on until a day did not happen on it. What a dated source reports happened by then: an event
    without a date of its own is dated ``../`` the first of its sources.
    """
    if "apposition" in trigger.frame.subject:
        return None
    if (lasting := since_then(context, trigger)) is not None:
        return lasting
    own = reached(context, trigger, context.dates)
    fits = [span for span in own if _says_when(span, trigger) and _belongs(context, span, trigger)]
    fits = [span for span in fits if not _cut_off(context, span, trigger)]
    fits = [span for span in fits if not of_deed(context, span, trigger)]
    if put_off := [span for span in fits if _put_off(context, span, trigger)]:
        return put_off[0].value.removeprefix("../")
    if not fits:
        if same_time(context, trigger):
            return None
        value = framed(context, trigger) or _since(context, trigger) or entered(context, trigger)
        value = value or (None if context.entry else issued(context, trigger))
        return value or _reported_by(context, trigger, cites)
    value = min(fits, key=lambda span: _distance(context, span, trigger)).value
    if trigger.type.nature != "state":
        return value.removesuffix("/..")
    return _from_decision(context, trigger, value) if value.startswith("../") else value


def _since(context: Context, trigger: Trigger) -> str | None:
    """From when, of what lasts since something dated: "in prison SINCE her arrest in May"."""
    tree = context.tree
    if tree is None or trigger.type.nature != "state":
        return None
    words = context.language.lexicon["dates"]["since"]
    for other in all_triggers(context):
        case = tree.case(head(tree, other)) if other.frame.pos == "noun" else None
        mine = tree.clause(head(tree, trigger)) in tree.above(head(tree, other))
        if case is None or not mine or context.lower(case) not in words:
            continue
        spans = [s for s in reached(context, other, context.dates) if _belongs(context, s, other)]
        if len(spans) == 1 and "/" not in spans[0].value:
            return f"{spans[0].value}/.."
    return None


def _from_decision(context: Context, trigger: Trigger, value: str) -> str:
    """Until when, with the day of the decision: "ruled on 3 May that she stays until 8 July"."""
    start = framed(context, trigger)
    return value if start is None or "/" in start else value.replace("..", start, 1)


def _distance(context: Context, span: ValueSpan, trigger: Trigger) -> tuple[bool, int, int, bool]:
    """How far a date is: what hangs on the verb itself is nearest, then over other triggers, then
    in words; what follows is nearer."""
    low, high = sorted((span.first, trigger.first))
    between = sum(low < other.first < high for other in all_triggers(context)
                  if other.frame.pos == "verb" and other.first != trigger.first)  # fmt: skip
    gap = span.first - trigger.end if span.first >= trigger.end else trigger.first - span.end
    return not _direct(context, span, trigger), between, gap, span.first < trigger.first


def _direct(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date depends on the trigger's verb, not on a noun beside it."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "noun":
        return True
    own = head(tree, trigger)
    heads = {tree.tokens[i].head for i in range(span.first, span.end)}  # of the day, of its month
    return bool({own, tree.clause(own)} & heads)


def _says_when(span: ValueSpan, trigger: Trigger) -> bool:
    """An event has no date that only says until when, but what is put off until then."""
    until = trigger.type.nature == "state" or dict(trigger.frame.args).get("outcome") == "postponed"
    return until or not span.value.startswith("../")


def _put_off(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date is the new one of what was put off: "adjourned UNTIL 3 May"."""
    if dict(trigger.frame.args).get("outcome") != "postponed":
        return False
    towards = context.language.words("tense", "towards")
    return span.value.startswith("../") or context.lower(span.first - 1) in towards


def _cut_off(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether a semicolon stands between: the date is that of another matter."""
    low, high = sorted((span.first, trigger.first))
    return any(context.lower(i) == ";" for i in range(low, high)) or _outside(
        context, span, trigger
    )


def _outside(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date stands before the clause that tells of a noun by the verb, and not in it.

    "On 3 May it awarded her damages for the months SHE HAD BEEN HELD".
    """
    tree = context.tree
    state = trigger.type.nature == "state" and trigger.frame.pos == "verb"
    if tree is None or not state or span.first > trigger.first:
        return False
    predicate = tree.clause(head(tree, trigger))
    above = [predicate, *tree.above(predicate)]
    told = next((i for i in above if tree.tokens[i].dep == "acl:relcl"), None)
    first = min(tree.below(told)) if told is not None else 0
    return told is not None and span.first < first and told not in tree.above(span.first)


def _reported_by(context: Context, trigger: Trigger, cites: tuple[Source, ...]) -> str | None:
    dates = sorted(source.date for source in cites if source.date)
    if trigger.type.nature != "event" or len(dates) != len(cites) or not dates:
        return None
    return f"../{dates[0]}"


def same_time(context: Context, trigger: Trigger, words_for: str = "then") -> bool:
    """Whether the clause says that it happened at the time just spoken of ("destijds").

    ``words_for`` is the list of the lexicon that has the words for it.
    """
    clause = clause_at(context.clauses, trigger.first)
    words = " ".join(context.lower(i) for i in range(clause.first, clause.end))
    same = context.language.words("dating", words_for)
    return any(f" {phrase} " in f" {words} " for phrase in same)


def _belongs(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    owner = _owner(context, span, trigger)
    if owner is not None:
        tree = context.tree
        verbal = tree is not None and trigger.frame.pos != "noun"
        at = head(tree, trigger) if tree is not None else owner
        mine = verbal and tree is not None and owner in (at, tree.clause(at))
        return mine or trigger.first <= owner < trigger.end
    if trigger.frame.pos != "verb" and _elapsed(context, trigger.first):
        return False  # "after two years of DETENTION she was freed on 3 May"
    if only_mentioned(context, span, trigger):
        return False
    if trigger.frame.pos == "noun" and _reported_on(context, span, trigger):
        return False
    if trigger.frame.pos == "noun" and _within_another(context, span, trigger):
        return False
    if trigger.frame.pos == "noun":
        return 0 <= span.first - trigger.end <= 12 or not _parted(context, span, trigger)
    return True


def _owner(context: Context, span: ValueSpan, trigger: Trigger) -> int | None:
    """The noun to which the date is bound: "the protests OF 14 July", "his release ON 19 May"."""
    before = span.first - 1
    word = context.lower(before)
    if context.lower(before - 1) in context.language.words("dating", "spells"):
        return None  # "in the night OF 3 May"
    if word in ("van", "of", "d.d."):
        return _noun_left(context, before)
    if context.lower(before - 1) in context.language.words("dating", "born"):
        return before - 1
    noun = _attributed(context, span)
    if noun is not None and not _of_it(context, noun, trigger):
        return noun
    nouns = {
        other.end - 1
        for other in all_triggers(context)
        if other.frame.pos == "noun"
        and other.type is not trigger.type
        and "apposition" not in other.frame.subject  # "by a doctor on 3 May"
        and (other.type.nature == "event" or other.type.custody != "none")  # "a hernia on 3 May"
    }
    binding = context.language.words("dating", "binding")
    if word in binding and before - 1 in nouns and not _elapsed(context, before - 1):
        return _governing(context, before - 1, trigger)
    return None


def _attributed(context: Context, span: ValueSpan) -> int | None:
    """The noun before which a year stands: "the 2016 CONVICTION of X"."""
    tokens = context.sentence.tokens
    articles = context.language.words("clauses", "determiners")
    articles |= context.language.words("pronouns", "possessive")
    if not context.language.lexicon["dating"]["attributive"]:
        return None
    if context.lower(span.first - 1) not in articles or not tokens[span.end - 1].text.isdecimal():
        return None
    end = span.end
    while end < len(tokens) and tokens[end].pos in ("NOUN", "ADJ", "PROPN"):
        end += 1
    return end - 1 if end > span.end else None


def _of_it(context: Context, noun: int, trigger: Trigger) -> bool:
    """Whether the trigger and the noun are one phrase: "part in the 2008 MARCH"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "verb":
        return False
    at = head(tree, trigger)
    return noun in tree.above(at) or at in tree.above(noun)


def _governing(context: Context, noun: int, trigger: Trigger) -> int | None:
    """The noun to which "on 3 May" is bound; None where the date is rather its verb's.

    What a verb of a claim does to the noun happens then ("upheld her SENTENCE in July"), but not
    what it says of it; and who is merely IN CUSTODY is there as long as may be.
    """
    tree = context.tree
    if tree is None:
        return noun
    case = tree.case(noun)
    where = context.language.words("places", "holding")
    where |= context.language.words("places", "towards")
    held = case is not None and context.lower(case) in where
    if held and case == noun - 1:
        return None
    if not tree.tokens[noun].dep.startswith("obj"):
        return noun
    verb = tree.tokens[noun].head
    acting = any(
        verb in (head(tree, other), tree.clause(head(tree, other)))
        and other.frame.pos != "noun"
        and not ontology().says(other.type.name, "spoken")
        and other.first != noun
        for other in all_triggers(context)
    )
    return verb if acting and verb < noun else noun


def _reported_on(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether it is the day of the report: "his death was ANNOUNCED on Monday"."""
    tree = context.tree
    if tree is None or trigger.type.nature != "event":
        return False
    noun = head(tree, trigger)
    verb = tree.head(noun)
    heads = {tree.tokens[i].head for i in range(span.first, span.end)}
    told = verb in heads and tree.tokens[noun].dep.startswith(("obj", "nsubj"))
    return told and verb is not None and context.listed(verb, "attribution", "reporting")


def _within_another(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date is that of a noun over it: "a HEARING on her detention is due on 3 May"."""
    tree = context.tree
    if tree is None or span.first < trigger.end:
        return False
    dated = {tree.clause(i) for i in range(span.first, span.end)}
    heads = {head(tree, t): t for t in all_triggers(context) if t.frame.pos == "noun"}
    for above in tree.above(head(tree, trigger)):
        if above in dated:
            return False
        over = heads.get(above)
        if over is not None and over.type.nature == "event" and over.type is not trigger.type:
            return tree.tokens[above].dep.startswith("nsubj") and tree.head(above) in dated
    return False


def _elapsed(context: Context, noun: int) -> bool:
    """Whether the noun is what lasted until then: "after two years in PRISON"."""
    if context.tree is None:
        return False
    above = (noun, *context.tree.above(noun))
    nouns = [i for i in above if context.tree.tokens[i].pos in ("NOUN", "PROPN")][:2]
    cases = {context.lower(case) for i in nouns if (case := context.tree.case(i)) is not None}
    lasting = any(span.first <= i < span.end for i in nouns for span in context.durations)
    return lasting and bool(cases & context.language.words("dating", "over"))


def _noun_left(context: Context, before: int) -> int:
    """The noun left of "of DATE", over a recipient between them ("pledge to X of 6 May")."""
    nouns = [
        other.first
        for other in all_triggers(context)
        if other.frame.pos == "noun"
        and "apposition" not in other.frame.subject
        and 0 <= before - other.end <= 7
    ]
    between = [i for i in nouns if not any(d.first > i and d.end < before for d in context.dates)]
    return max(between) if between else before - 1


def _parted(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether a verb or a comma stands between the date and the noun."""
    parting = context.language.words("clauses", "auxiliaries") | {","}
    low, high = sorted((span.first, trigger.first))
    return any(
        context.lower(i) in parting and context.sentence.tokens[i].pos not in ("PRON", "DET")
        for i in range(low, high)
    )
