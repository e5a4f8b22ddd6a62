"""What reference asks of a sentence's grammar: of its parse where it has one, else of its words."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions.words import listed
from extract.sentences import Sentence, Token

_BREAKS = frozenset(";:")


def lower(sentence: Sentence, i: int) -> str:
    """Token ``i`` in lower case, "" outside the sentence."""
    return sentence.tokens[i].lower if 0 <= i < len(sentence.tokens) else ""


def governed(sentence: Sentence, first: int, language: Pack) -> int | None:
    """The preposition over the phrase that begins at ``first``, past an article and adjectives."""
    prepositions = language.words("clauses", "prepositions")
    for i in range(first - 1, max(-1, first - 5), -1):
        token = sentence.tokens[i]
        if token.lower in prepositions:
            return i
        if not token.word or _verb(token, language):
            return None
    return None


def _verb(token: Token, language: Pack) -> bool:
    if token.pos:
        return token.pos in ("VERB", "AUX")
    return token.lower in language.words("clauses", "auxiliaries")


def clause_start(sentence: Sentence, i: int, language: Pack) -> int:
    """Where the clause of token ``i`` begins: after a conjunction, a relative, a semicolon."""
    openers = language.words("clauses", "openers")
    for at in range(i - 1, -1, -1):
        token = sentence.tokens[at]
        if token.lower in openers or token.text in _BREAKS or _joins_verbs(sentence, at):
            return at + 1
    return 0


def actors(sentence: Sentence, i: int) -> list[int] | None:
    """The subjects of the verb on which token ``i`` depends; None where no parse says.

    Of a verb that shares its subject with the one over it, those; of a relative pronoun, also
    whom it stands for.
    """
    tokens = sentence.tokens
    if not tokens[i].dep:
        return None
    at = tokens[i].head
    for _ in range(len(tokens)):
        token = tokens[at]
        if token.pos in ("VERB", "AUX") or token.head == at:
            found = [j for j, t in enumerate(tokens) if t.head == at and t.dep.startswith("nsubj")]
            if found:
                relative = token.dep.startswith("acl") and token.head != at
                return [*found, token.head] if relative else found
            if token.head == at or token.dep.startswith(("ccomp", "acl", "parataxis")):
                return None
            asked = [
                j for j, t in enumerate(tokens) if t.head == token.head and t.dep in ("obj", "iobj")
            ]
            if token.dep == "xcomp" and asked:
                return asked  # "asked the king to pardon HIM"
        at = token.head
    return None


def _joins_verbs(sentence: Sentence, i: int) -> bool:
    """Whether a conjunction opens a clause of its own by the parse: "arrested X AND freed her"."""
    token = sentence.tokens[i]
    joined = sentence.tokens[token.head]
    return token.dep == "cc" and joined.dep == "conj" and joined.pos in ("VERB", "AUX")


def predicate(sentence: Sentence, first: int, language: Pack) -> bool:
    """Whether the phrase at ``first`` says what somebody is: "as a nurse", "was a nurse"."""
    before = lower(sentence, first - 1)
    copulas = language.words("clauses", "passive_auxiliaries")
    return before in language.words("clauses", "as") or before in copulas


def begins_clause(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether the phrase at ``i`` stands where a subject does: first, or right after a verb."""
    if i - clause_start(sentence, i, language) <= 2:
        return True
    return lower(sentence, i - 1) in language.words("clauses", "auxiliaries")


def says(sentence: Sentence, first: int, end: int, language: Pack) -> bool:
    """Whether a verb of saying stands in tokens ``[first, end)``."""
    return any(
        language.is_any(token.lemmas, "attribution", "reporting")
        or language.is_any(token.lemmas, "attribution", "alleging")
        or language.is_any(token.lemmas, "status", "deniers")
        or token.lower in language.words("attribution", "according")
        for token in sentence.tokens[first:end]
    )


def is_verb(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether a possessive form is the verb that is written alike (Dutch "zijn")."""
    token = sentence.tokens[i]
    if token.lower not in language.words("clauses", "auxiliaries"):
        return False
    if token.pos:
        return token.pos in ("AUX", "VERB")
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    before = lower(sentence, i - 1)
    if after is None or not after.word or _begins_phrase(after, language):
        return True
    if before in language.words("clauses", "prepositions") or before in language.words(
        "clauses", "conjunctions"
    ):
        return False
    return _participle(after, language) or _plural_before(sentence, i, language)


def _begins_phrase(token: Token, language: Pack) -> bool:
    """Whether a word that no noun phrase goes on with after a possessive."""
    names = ("determiners", "prepositions", "openers", "conjunctions", "auxiliaries")
    paths = [("status", "negations"), *(("clauses", name) for name in names)]
    return any(token.lower in language.words(*path) for path in paths)


def _participle(token: Token, language: Pack) -> bool:
    prefixes = tuple(language.words("verbs", "participle_prefixes"))
    endings = tuple(language.words("verbs", "infinitive_endings"))
    return (
        token.lower.startswith(prefixes)
        and token.lower.endswith(("d", "t", "en"))
        and any(lemma.endswith(endings) for lemma in token.lemmas - {token.lower})
    )


def _plural_before(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether the word before is a noun in the plural, or a word that a plural verb follows."""
    if not i:
        return False
    token = sentence.tokens[i - 1]
    if any(listed(language, token.lower, "people", name) for name in ("plurals", "expletives")):
        return True
    bases = token.lemmas - {token.lower}
    plural = token.lower.endswith(("en", "s")) and not token.capital
    return plural and bool(bases) and not any(base.endswith("en") for base in bases)


def plural_subject(sentence: Sentence, i: int, language: Pack) -> bool | None:
    """Whether the verb of a pronoun at ``i`` is plural; None where nothing says so."""
    token = sentence.tokens[i]
    if token.dep.startswith("nsubj"):
        found = _number(sentence, token.head)
        if found is not None:
            return found
    for at in (i + 1, i - 1):
        number = _number_of(lower(sentence, at), sentence, at, language)
        if number is not None:
            return number
    for at in range(i + 2, min(len(sentence.tokens), i + 25)):
        form = lower(sentence, at)
        if form in (".", ";", ","):
            break
        if (number := _listed_number(form, language)) is not None:
            return number
    return None


def _number(sentence: Sentence, head: int) -> bool | None:
    verbs = [sentence.tokens[head]]
    verbs += [t for t in sentence.tokens if t.head == head and t.dep.startswith(("aux", "cop"))]
    for verb in verbs:
        if "Number=" in verb.morph and "VerbForm=Fin" in verb.morph:
            return "Number=Plur" in verb.morph
    return None


def _listed_number(form: str, language: Pack) -> bool | None:
    """Whether the verb is listed as a plural, or as no plural; None where it is in neither list."""
    if listed(language, form, "people", "singular_verbs"):
        return False
    return True if listed(language, form, "people", "plural_verbs") else None


def _number_of(form: str, sentence: Sentence, at: int, language: Pack) -> bool | None:
    number = _listed_number(form, language)
    if number is not None or not 0 <= at < len(sentence.tokens):
        return number
    token = sentence.tokens[at]
    endings = tuple(language.words("verbs", "infinitive_endings"))
    bases = token.lemmas - {token.lower}
    verb = token.text.islower() and any(base.endswith("n") for base in bases)
    if not endings or not verb:
        return None
    return token.lower.endswith(endings)
