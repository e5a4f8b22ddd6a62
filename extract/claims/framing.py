"""The date of a trigger that has none beside it, where the sentence frames it in time.

What stands before the first verb says when of all that the sentence joins after it ("In 2016 the
committee found ... and asked ..."); what happened at a dated event happened then ("Bij zijn
arrestatie op 3 mei", "Toen hij in 2019 vastzat, ..."); what a dated decision orders, it orders that
day; what is told to have come first was over by the date of what followed it. Nothing is taken
where two dates fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from extract.claims.adjoining import imposed, meanwhile, whence
from extract.claims.context import Context
from extract.claims.reach import all_triggers, head
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.syntax import Tree
from ontology import ontology
from ontology.dates import duration

_JOINED = ("conj", "xcomp")
_PARTICLES = ("advmod", "compound:prt")  # "was driven BACK on 3 May"


def framed(context: Context, trigger: Trigger) -> str | None:
    """The date (EDTF) in which the sentence frames the trigger; None where it does not."""
    tree = context.tree
    if tree is None or ontology().says(trigger.type.name, "standing"):
        return None
    at = head(tree, trigger)
    for rule in _RULES:
        if (value := rule(context, tree, trigger, at)) is not None:
            return value if trigger.type.nature == "state" else value.removesuffix("/..")
    return None


def _points(context: Context, spans: Iterable[ValueSpan]) -> str | None:
    """The one date among the spans that is a point or has a beginning; None where they are more."""
    values = {span.value for span in spans}
    value = next(iter(values)) if len(values) == 1 else None
    return None if value is None or value.startswith("../") else value


def _of(context: Context, tree: Tree, predicate: int) -> Iterator[ValueSpan]:
    """The dates that depend on the predicate by themselves: "ruled ON FRIDAY that ..."."""
    subjects = tree.subjects(predicate)
    for span in context.dates:
        inside = range(span.first, span.end)
        above = {tree.tokens[i].head for i in inside} - set(inside)
        above |= {tree.tokens[i].head for i in above if tree.tokens[i].dep in _PARTICLES}
        # a parser may hang the date on the subject before the verb: "a court on Friday ruled"
        strayed = any(i in subjects and i < span.first < predicate for i in above)
        if predicate in inside or predicate in above or strayed:
            yield span


def _acted(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of the verb that says of a noun that it was or ended: "HAD his hearing on ..."."""
    if trigger.frame.pos != "noun":
        return None
    for told in tree.dependents(at, "acl:relcl"):
        if context.listed(told, "dating", "unfolding"):  # "the trial, which BEGAN on Monday"
            return _points(context, _of(context, tree, told))
    verb = tree.head(at)
    if verb is None or not _says_that(context, tree, trigger, at, verb):
        return None
    return _points(context, _of(context, tree, verb)) or _before_verb(context, tree, verb)


def _says_that(context: Context, tree: Tree, trigger: Trigger, at: int, verb: int) -> bool:
    """Whether the verb says that the noun was: "HAD a hearing", "was brought WITH a wound"."""
    dep, case = tree.tokens[at].dep, tree.case(at)
    if dep.startswith(
        ("obj", "nsubj", "compound:prt")
    ):  # a parser takes a bare noun for a particle
        return context.listed(verb, "dating", "unfolding")
    state = trigger.type.nature == "state" and dep.startswith("obl")
    return (
        state
        and case is not None
        and context.lower(case) in context.language.words("dating", "with")
    )


def _bound(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of the noun of which the trigger tells: "the ruling of 3 MAY upholding ..."."""
    predicate = tree.clause(at)
    noun = tree.head(predicate)
    if noun is None or not tree.tokens[predicate].dep.startswith("acl"):
        return None
    if tree.tokens[noun].pos != "NOUN" or context.listed(noun, "names", "persons"):
        return None
    spans = [s for s in context.dates if noun < s.first < predicate and noun in tree.above(s.first)]
    spans = [s for s in spans if predicate not in tree.above(s.first)]
    first = min(tree.below(predicate), default=predicate)
    pronoun = _relative(context, first, predicate)
    sequel = pronoun is not None and _governed(context, pronoun)
    participle = pronoun is None and tree.tokens[predicate].dep == "acl"
    return _points(context, spans) if sequel or participle else None


def _relative(context: Context, first: int, predicate: int) -> int | None:
    words = context.language.words("pronouns", "relative")
    words |= context.language.words("dating", "at_which")
    return next((i for i in range(first, predicate) if context.lower(i) in words), None)


def _governed(context: Context, pronoun: int) -> bool:
    """Whether it says "at which": in one word, or after a preposition."""
    if context.lower(pronoun) in context.language.words("dating", "at_which"):
        return True
    governing = context.language.words("dating", "during")
    governing |= context.language.words("dating", "by_which")
    return context.lower(pronoun - 1) in governing


def _sequel(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of what a clause goes on from: "heard on 3 MAY by a court, WHICH ..."."""
    predicate = _first_joined(context, tree, tree.clause(at))
    noun = tree.head(predicate)
    if noun is None or tree.tokens[predicate].dep != "acl:relcl":
        return None
    pronoun = _relative(context, min(tree.below(predicate)), predicate)
    told = not tree.has(predicate, "aux") and "Tense=Past" in tree.tokens[predicate].morph
    if pronoun is None or context.lower(pronoun - 1) != "," or not told:
        return None
    over = tree.clause(noun)
    agent = tree.tokens[noun].dep == "obl:agent" or any(
        span.first <= noun < span.end for span in context.dates
    )
    if trigger.frame.pos == "noun" and tree.tokens[at].dep != "obj":
        return None
    return _points(context, _of(context, tree, over)) if agent else None


def _fronted(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date before the first verb of the sentence, or in its first clause ("when ...")."""
    return None if trigger.frame.pos == "noun" else _before_verb(context, tree, tree.clause(at))


def _before_verb(context: Context, tree: Tree, predicate: int) -> str | None:
    top = _first_joined(context, tree, predicate)
    spans = [span for span in context.dates if _frames(context, tree, span, top)]
    if top != predicate:  # "a court ON FRIDAY convicted her but freed him"
        spans = spans or [span for span in _of(context, tree, top) if span.end <= top]
    if not spans or any(s not in spans for s in _of(context, tree, predicate)):
        return None
    return _points(context, spans)


def _first_joined(context: Context, tree: Tree, predicate: int) -> int:
    """The predicate with which the coordination begins to which this one belongs."""
    at = joined = predicate
    while (above := tree.head(at)) is not None:
        dep = tree.tokens[at].dep
        joined = at if dep == "conj" else joined
        content = dep == "ccomp" and at != predicate
        if not dep.startswith(_JOINED) and not (content and _resumes(context, tree, joined, at)):
            break
        at = tree.clause(above)
    return at


def _resumes(context: Context, tree: Tree, predicate: int, content: int) -> bool:
    """Whether a verb joined to a content clause goes on with the verb over it.

    After a comma, finite by itself where the content clause has an auxiliary: "found that it HAD
    VIOLATED ..., and AWARDED him".
    """
    join = next(tree.dependents(predicate, "cc"), None)
    own = tree.has(predicate, "aux")
    over = tree.has(content, "aux")
    comma = join is not None and context.lower(join - 1) == ","
    return comma and over and not own


def _frames(context: Context, tree: Tree, span: ValueSpan, top: int) -> bool:
    path = [span.first, *tree.above(span.first)]
    if top not in path or span.first > top:
        return False
    path = path[: path.index(top)]
    if not path or any(tree.heads_clause(i) for i in path[:-1]):
        return False
    node = path[-1]
    if tree.tokens[node].dep.startswith("advcl"):
        mark = next(tree.dependents(node, "mark"), None)
        whens = context.language.words("dating", "when")
        return mark is not None and context.lower(mark) in whens and _begins(context, mark)
    case = tree.case(node)
    during = context.language.words("dating", "during")
    timed = case is None or context.lower(case) in during
    first = min(tree.below(node))
    before = any(
        tree.tokens[i].pos in ("VERB", "AUX") for i in range(_start(context, first), first)
    )
    return timed and tree.tokens[node].dep.startswith(("obl", "advmod", "nmod")) and not before


def _begins(context: Context, i: int) -> bool:
    return _start(context, i) == i


def _start(context: Context, i: int) -> int:
    """Where the sentence begins, or what stands in it after a semicolon or colon."""
    marks = [j for j in range(i) if context.lower(j) in (";", ":", "–", "—")]
    first = marks[-1] + 1 if marks else 0
    return first + (not context.sentence.tokens[first].word and first < i)


def _decided(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of the decision whose content the trigger is: "ruled on Friday that he STAYS"."""
    predicate = tree.clause(at)
    while tree.tokens[predicate].dep == "xcomp":  # "that he stays IN CUSTODY"
        predicate = tree.clause(tree.tokens[predicate].head)
    over = tree.head(predicate)
    dep = tree.tokens[predicate].dep
    # a parser may hang the content on the date before it: "ruled on 3 May THAT he stays"
    strayed = dep.startswith("acl") and tree.has(predicate, "mark")
    if over is None or not (strayed or dep.startswith(("ccomp", "xcomp", "advcl"))):
        return None
    over = tree.clause(over)
    asked = ontology().says(trigger.type.name, "spoken") and context.listed(
        over, "status", "wishing"
    )
    if not asked and not context.listed(over, "dating", "deciding"):
        return None
    return _points(context, _of(context, tree, over))


def _after(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """By the date of what came after it: "was moved in May, AFTER he had been arrested".

    With a length of time before the conjunction, that long before.
    """
    predicate = tree.clause(at)
    over = tree.head(predicate)
    if over is None or not tree.tokens[predicate].dep.startswith("advcl"):
        return None
    mark = next(tree.dependents(predicate, "mark"), None)
    if mark is None or context.lower(mark) not in context.language.words("dating", "following"):
        return None
    value = _points(context, _of(context, tree, tree.clause(over)))
    if value is None or "/" in value:
        return None
    apart = next((span.value for span in context.durations if span.end == mark), None)
    if apart is not None:
        return _before(value, apart)
    return f"../{value}" if trigger.type.nature == "event" else None


def _opened(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date with which the sentence opens, whatever the parser hangs it on: "On 3 May, ...".

    Of the first verb, or after a comma of a verb of its own clause.
    """
    if trigger.frame.pos == "noun":
        return None
    first = _start(context, at)
    opening = [s for s in context.dates if first <= s.first < at]
    if len(opening) != 1:
        return None
    span = opening[0]
    timed = context.lower(first) in context.language.words("dating", "during")
    if not timed and not (span.first <= first + 1 and context.lower(span.end) == ","):
        return None  # "that same evening, ..."
    verbs = [i for i in range(first, at) if tree.tokens[i].pos in ("VERB", "AUX")]
    own = set(tree.dependents(tree.clause(at), "aux", "cop")) | {at, tree.clause(at)}
    leads = not set(verbs) - own and not _named_between(context, span, at)
    apart = span.first <= first + 1 and context.lower(span.end) == ","
    main = tree.tokens[tree.clause(at)].dep.partition(":")[0] in ("ROOT", "root", "conj")
    subject = any(tree.subjects(tree.clause(at))) or any(tree.dependents(at, "nsubj:pass"))
    return _points(context, opening) if leads or (apart and main and subject) else None


def _named_between(context: Context, span: ValueSpan, at: int) -> bool:
    """Whether the date is bound by "of" to what stands before it."""
    return context.lower(span.first - 1) in context.language.words("names", "genitives")


def _joint(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of the judgment told before in the sentence: "convicted both; X got four years"."""
    if not _of_guilt(trigger) or trigger.frame.pos == "noun":
        return None
    before = [t for t in all_triggers(context) if t.frame.pos == "verb" and t.first < trigger.first]
    verbs = {tree.clause(head(tree, other)) for other in before if _of_guilt(other)}
    return _points(context, [span for verb in verbs for span in _of(context, tree, verb)])


def _of_guilt(trigger: Trigger) -> bool:
    """Whether it is a judgment on a charge: guilt or punishment."""
    kind = trigger.type
    judged = ontology().says(kind.name, "judgment") and ontology().says(kind.name, "told_again")
    return judged and kind.role("charge") is not None


def _before(value: str, apart: str) -> str | None:
    """The day that lies that many days before the date; None where either is less precise."""
    try:
        passed, day = duration(apart), date.fromisoformat(value)
    except ValueError:
        return None
    if passed.months or passed.hours:
        return None
    return (day - timedelta(days=passed.days)).isoformat()


_RULES = (
    _acted, _bound, imposed, whence, _sequel, _fronted, _decided, _after, _opened, _joint,
    meanwhile,
)  # fmt: skip
