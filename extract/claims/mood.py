"""What keeps a clause from saying that something is so: conditions, wishes, doubts, questions."""

from __future__ import annotations

from extract.claims.clauses import Clause, base, clause_at
from extract.claims.context import Context
from extract.claims.lookup import lemma_in, words
from extract.claims.reach import head
from extract.claims.saying import infinitive, told
from extract.claims.scope import bears, completes
from extract.claims.triggers import Trigger
from extract.languages.calendar import month_names
from ontology import ontology


def unstated(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger's clause does not say that what it speaks of is, or is not, so."""
    clause = clause_at(context.clauses, trigger.first)
    if ontology().says(trigger.type.name, "spoken"):  # a call is made, whether or not it is heard
        return _conditional(context, clause, trigger)
    return (
        _conditional(context, clause, trigger)
        or _deferred(context, trigger)
        or _ordered(context, trigger)
        or _doubted(context, clause)
        or _asked_for(context, trigger)
        or _requested(context, trigger)
        or _instead(context, trigger)
        or _opposed(context, trigger)
        or (
            (trigger.frame.pos == "verb" or bool(trigger.frame.requires))
            and (
                _possible(context, clause, trigger)
                or clause.opener in context.language.words("status", "whether")
                or _in_doubt(context, trigger)
                or _wished(context, clause, trigger)
            )
        )
    )


def _deferred(context: Context, trigger: Trigger) -> bool:
    """Whether what would begin or end custody is put off: "his release was postponed"."""
    custody = trigger.type.custody != "none" and trigger.frame.pos == "noun"
    return custody and completes(context, trigger, "status", "deferring") is not None


def _asked_for(context: Context, trigger: Trigger) -> bool:
    """Whether it is what somebody wishes or asks for: "called on the court TO OVERTURN it"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "noun":
        return False
    at = head(tree, trigger)
    while tree.tokens[at].dep.startswith("conj"):
        at = tree.tokens[at].head
    above = tree.head(at)
    # "hopes to be FREED" has its infinitive in the auxiliary; what is expected is a plan
    passive = tree.passive(at) and above is not None and not tree.passive(above)
    infinitive = passive or "VerbForm=Inf" in tree.tokens[at].morph
    infinitive = infinitive and tree.has(at, "mark")
    wished = above is not None and context.listed(above, "status", "wishing")
    if wished and tree.tokens[at].dep.startswith("ccomp") and any(tree.subjects(at)):
        return True  # "she HOPES he will be freed"
    return (
        infinitive and wished and tree.tokens[at].dep.startswith(("xcomp", "advcl", "ccomp", "acl"))
    )


def _requested(context: Context, trigger: Trigger) -> bool:
    """Whether somebody asks for custody: "asked for a detention order", "sought his arrest"."""
    tree = context.tree
    if tree is None or trigger.type.custody != "begins" or trigger.frame.pos == "verb":
        return False
    at = head(tree, trigger)
    at = tree.tokens[at].head if tree.tokens[at].dep == "compound" else at
    verb = tree.head(at)
    if verb is None or not context.listed(verb, "status", "seeking"):
        return False
    case = tree.case(at)
    marks = context.language.words("status", "sought")
    sought = case is not None and tree.tokens[case].lower in marks
    return sought or (case is None and tree.tokens[at].dep.startswith(("obj", "nsubj:pass")))


def _instead(context: Context, trigger: Trigger) -> bool:
    """Whether something else is done: "INSTEAD OF being released"."""
    near = " ".join(context.lower(i) for i in range(max(0, trigger.first - 6), trigger.first))
    near = f" {near.rpartition(',')[2].strip()} "
    return any(f" {phrase} " in near for phrase in context.phrases["status", "instead"])


def _opposed(context: Context, trigger: Trigger) -> bool:
    """Whether it is what somebody is against in general: "fought AGAINST torture"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "verb":
        return False
    noun = head(tree, trigger)
    case = tree.case(noun)
    against = case is not None and tree.tokens[case].lower in context.language.words(
        "status", "opposing"
    )
    owning = context.language.words("clauses", "case_of")
    links = (tree.case(i) for i in tree.dependents(noun, "nmod"))
    owned = any(case is not None and tree.tokens[case].lower in owning for case in links)
    return against and not owned and not tree.has(noun, "det", "nmod:poss")


def _conditional(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether the clause, or the sentence before its first comma, begins with "if"."""
    words = context.language.words("status", "conditionals")
    before = range(clause.first, trigger.first)
    past = context.language.words("status", "permitted")  # "Gisteren mocht hij naar huis"
    inner = (i for i in before if _subject_follows(context, i) and context.lower(i) not in past)
    opens = {0, clause.first, *inner}
    return any(context.lower(i) in words and not _begins_cause(context, i) for i in opens)


def _ordered(context: Context, trigger: Trigger) -> bool:
    """Whether the sentence is a cry: "Free X!" frees nobody."""
    if commanded(context, trigger.first):
        return True
    if not context.sentence.text.rstrip("”’\"'»").endswith("!") or context.tree is None:
        return False
    top = context.tree.clause(trigger.first)
    return top == 0 or not context.tree.subjects(top)


def commanded(context: Context, at: int) -> bool:
    """Whether token ``at`` is of what the sentence tells others to do: "Quash the CONVICTION of X".

    The command opens the sentence and goes on to the first clause that gives its ground.
    """
    language, tokens = context.language, context.sentence.tokens
    first = 0
    while first < at and (not tokens[first].word or tokens[first].pos in ("ADV", "INTJ")):
        first += 1
    if context.lower(first) not in language.words("status", "commanding"):
        return False
    verb = tokens[first].pos == "VERB"
    if not verb and context.lower(first + 1) in language.words("clauses", "prepositions") | {""}:
        return False  # "RELEASE of prisoners"
    grounds = language.words("status", "grounding")
    end = next(
        (i for i in range(first + 1, len(tokens)) if tokens[i].lower in grounds), len(tokens)
    )
    ensured = verb or context.listed(first, "status", "ensuring")
    told = any("Mood=Ind" in token.morph for token in tokens[first:end])
    return at < end and (ensured or not told)


def _subject_follows(context: Context, i: int) -> bool:
    """Whether a pronoun that can only be a subject follows: "als hij", not "als leider"."""
    return context.lower(i + 1) in context.language.words("pronouns", "subject")


def _begins_cause(context: Context, i: int) -> bool:
    """Whether a phrase of cause begins here: "als gevolg van" is no condition."""
    phrase = " ".join(context.lower(j) for j in range(i, i + 3))
    return phrase in context.language.words("clauses", "causes")


def _possible(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether a modal verb makes the trigger a mere possibility ("may be released").

    The modal governs the trigger where no other finite auxiliary stands between the two; in a
    Dutch subordinate clause it may follow ("die vrijgelaten kan worden").
    """
    if context.tree is not None:
        return _may_be(context, trigger)
    before = range(trigger.first - 1, clause.first - 1, -1)
    nearest = next((i for i in before if _modal(context, i) or _finite(context, i)), None)
    return (nearest is not None and _modal(context, nearest)) or _modal(context, trigger.end)


def _may_be(context: Context, trigger: Trigger) -> bool:
    """Whether a modal verb bears on the trigger, by the tree.

    One of past permission with nothing after it left open ("was allowed to leave", "mocht naar
    huis") says that it was done.
    """
    tree = context.tree
    assert tree is not None
    past = context.language.words("status", "permitted")
    able = context.language.words("status", "able")
    exerted = ontology().says(trigger.type.name, "exerted")
    return any(
        not trigger.first <= i < trigger.end
        and _modal(context, i)
        and context.lower(i) not in past
        and not _granted(context, trigger, i)
        and not _imposed(context, trigger, i)
        and not (exerted and context.lower(i) in able)
        and bears(context, trigger, i, shared=True)
        and (tree.tokens[i].pos == "AUX" or tree.has(i, "xcomp", "ccomp"))
        for i in context.forms["status", "modals"]
    )


def _granted(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether the modal tells what was, or is not, allowed: "heeft mogen gaan", "mag niet".

    What may not be is not so; what somebody has been allowed to do was done.
    """
    tree, language = context.tree, context.language
    if tree is None or context.lower(i) not in language.words("status", "permitting"):
        return False
    every = range(len(tree.tokens))
    perfect = language.words("clauses", "perfect_auxiliaries")
    denied = language.words("status", "negations")
    return any(
        (context.lower(j) in perfect or context.lower(j) in denied)
        and bears(context, trigger, j, shared=True)
        for j in every
    )


def _imposed(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether a judgment makes somebody do it: "MOET zes jaar UITZITTEN", no mere possibility."""
    sentenced = trigger.frame.subject[:1] == ("subject",)  # not who pays for a wrong done
    if not sentenced or not ontology().says(trigger.type.name, "judgment"):
        return False
    obliging = context.lower(i) in context.language.words("status", "obliging")
    done = range(trigger.first, trigger.end)
    return obliging and any(context.listed(at, "status", "imposed") for at in done)


def _modal(context: Context, i: int) -> bool:
    """Whether token ``i`` is a modal verb, and no month ("in May")."""
    months = month_names(context.language.tag, "wide")
    if context.lower(i) not in context.language.words("status", "modals"):
        return False
    month = context.sentence.tokens[i].text in months
    return not month or not (context.governor(i) or context.lower(i - 1).isdecimal())


def _finite(context: Context, i: int) -> bool:
    """Whether token ``i`` is an auxiliary in a finite form: "is", but not "worden"."""
    auxiliary = context.lower(i) in context.language.words("clauses", "auxiliaries")
    return auxiliary and len(context.sentence.tokens[i].lemmas) > 1


def _in_doubt(context: Context, trigger: Trigger) -> bool:
    """Whether it is the content of an open question: "it is unclear WHETHER he was freed"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "noun":
        return False
    at = tree.clause(head(tree, trigger))
    while tree.tokens[at].dep == "conj" and not tree.subjects(at):
        at = tree.clause(tree.tokens[at].head)
    whether = context.language.words("status", "whether")
    return any(context.lower(i) in whether for i in tree.dependents(at, "mark"))


def _wished(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether it is what somebody fears, hopes or tries: an infinitive that nobody tells."""
    if not infinitive(context, trigger) or told(context, trigger):
        return False
    return not lemma_in(context, clause, "status", "seeming")


def _doubted(context: Context, clause: Clause) -> bool:
    """Whether the clause over it leaves it open: "no signs that ...", "they demand that ..."."""
    over = doubting(context, clause)
    if over is not None:
        return not _of_truth(context, over)
    over_it = _content_of(context, clause)
    return any(lemma_in(context, c, "status", "wishing") or _obliged(context, c) for c in over_it)


def _obliged(context: Context, clause: Clause) -> bool:
    """Whether the clause says what somebody should bring about: "must ENSURE that X is freed"."""
    duties = context.forms["status", "duties"]
    return any(clause.holds(i) for i in duties) and lemma_in(context, clause, "status", "ensuring")


def _content_of(context: Context, clause: Clause) -> tuple[Clause, ...]:
    """The clause of which this one is the content, if it is any's."""
    own = base(context.clauses, clause)
    if own.opener not in context.language.words("clauses", "saying_openers"):
        return ()
    return tuple(c for c in context.clauses if c.end == own.first)


def refuted(context: Context, trigger: Trigger) -> bool:
    """Whether the clause over it says that it is not so: "it is not true that ..."."""
    clause = clause_at(context.clauses, trigger.first)
    over = doubting(context, clause)
    return over is not None and _of_truth(context, over)


def doubting(context: Context, clause: Clause) -> Clause | None:
    """The negated clause right over a content clause, or None."""
    negations = context.language.words("status", "negations")
    words_of = negations | context.language.words("status", "untrue")
    over = _content_of(context, clause)
    return next((c for c in over if words(context, c) & words_of), None)


def _of_truth(context: Context, clause: Clause) -> bool:
    lexicon = context.language
    truth = lexicon.words("status", "true") | lexicon.words("status", "untrue")
    return bool(words(context, clause) & truth)
