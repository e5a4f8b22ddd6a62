"""What somebody orders, asks for or wishes: none of it is told as done."""

from __future__ import annotations

from extract.claims.clauses import Clause
from extract.claims.context import Context
from extract.claims.lookup import lemma_in
from extract.claims.reach import head
from extract.claims.saying import infinitive, told
from extract.claims.triggers import Trigger
from extract.syntax import Tree


def asked_for(context: Context, trigger: Trigger) -> bool:
    """Whether it is what somebody wishes or asks for: "called on the court TO OVERTURN it"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "noun":
        return False
    at = head(tree, trigger)
    while tree.tokens[at].dep.startswith("conj"):
        at = tree.tokens[at].head
    above = tree.head(at)
    if _subjunctive(context, tree, at):
        return True
    # "hopes to be FREED" has its infinitive in the auxiliary; what is expected is a plan
    passive = tree.passive(at) and above is not None and not tree.passive(above)
    marked = (passive or "VerbForm=Inf" in tree.tokens[at].morph) and tree.has(at, "mark")
    marked = marked or "VerbForm=Ger" in tree.tokens[at].morph  # "recommended MOVING her"
    hoped = above is not None and context.listed(above, "status", "wishing")
    if hoped and tree.tokens[at].dep.startswith("ccomp") and any(tree.subjects(at)):
        return True  # "she HOPES he will be freed"
    return marked and hoped and tree.tokens[at].dep.startswith(("xcomp", "advcl", "ccomp", "acl"))


def _subjunctive(context: Context, tree: Tree, at: int) -> bool:
    """Whether a clause has a bare infinitive for its verb: "insisted that he BE transferred".

    What is decided so is done: "ordered that he BE held".
    """
    above = tree.head(at)
    if above is not None and context.listed(above, "dating", "deciding"):
        return False
    openers = context.language.words("clauses", "saying_openers")
    content = any(context.lower(i) in openers for i in tree.dependents(at, "mark"))
    verbs = [*tree.dependents(at, "aux")]
    bare = bool(verbs) and all("VerbForm=Inf" in tree.tokens[i].morph for i in verbs)
    return content and bare and tree.passive(at)


def requested(context: Context, trigger: Trigger) -> bool:
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


def ordered(context: Context, trigger: Trigger) -> bool:
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
    states = any("Mood=Ind" in token.morph for token in tokens[first:end])
    return at < end and (ensured or not states)


def wished(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether it is what somebody fears, hopes or tries: an infinitive that nobody tells."""
    if not infinitive(context, trigger) or told(context, trigger):
        return False
    return not lemma_in(context, clause, "status", "seeming")
