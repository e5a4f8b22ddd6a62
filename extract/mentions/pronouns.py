"""Pronouns for one person: whom they stand for, and why nobody where two fit equally."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions.grammar import actors, clause_start, governed, lower, says
from extract.mentions.kinship import relative
from extract.mentions.people import Memory, Mention, Person, each
from extract.mentions.plurals import group_before
from extract.mentions.reference import Form
from extract.mentions.words import Word, listed, words
from extract.sentences import Sentence

_TOLD = 2  # sentences that speak of somebody before they are the one of whom it tells


def form_of(sentence: Sentence, i: int, word: Word, language: Pack) -> Form | None:
    """Whether the pronoun is a subject, an object or a possessive here."""
    if word.kind == "subject":
        return "subject"
    if not word.possessive:
        return "object"
    if word.kind == "possessive":
        return "possessive" if _noun_follows(sentence, i) else None
    return "possessive" if _owns(sentence, i, language) else "object"


def _noun_follows(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].word


def _owns(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether a form that may be an object or a possessive ("her") is a possessive here."""
    token = sentence.tokens[i]
    if _before_time(sentence, i, language):
        return False
    if token.pos and "Poss=Yes" in token.morph:
        return True
    if not _noun_follows(sentence, i):
        return False
    after = sentence.tokens[i + 1]
    if after.pos:
        return token.dep.startswith(("nmod", "det"))
    paths = (("clauses", "determiners"), ("clauses", "prepositions"), ("clauses", "openers"),
             ("clauses", "conjunctions"), ("clauses", "auxiliaries"), ("status", "negations"),
             ("pronouns", "relative"))  # fmt: skip
    return not any(after.lower in language.words(*path) for path in paths)


def _before_time(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether words for a time follow: "sprak haar VORIGE WEEK" tells of no week of hers."""
    if not listed(language, lower(sentence, i + 1), "pronouns", "when"):
        return False
    noun = next((j for j in range(i + 1, min(i + 4, len(sentence.tokens)))
                 if sentence.tokens[j].pos == "NOUN"), None)  # fmt: skip
    return noun is None or listed(language, lower(sentence, noun), "pronouns", "times")


def generic(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether it stands for anyone: "he who", "his or her"."""
    if listed(language, lower(sentence, i + 1), "people", "relatives"):
        return True
    pairs = ((i + 1, i + 2), (i - 1, i - 2))
    return any(
        listed(language, lower(sentence, joint), "people", "or")
        and lower(sentence, other) != lower(sentence, i)
        and any(lower(sentence, other) in language.words("pronouns", name)
                for name in ("subject", "object", "possessive"))
        for joint, other in pairs
    )  # fmt: skip


def meant(
    sentence: Sentence, i: int, word: Word, form: str, memory: Memory, language: Pack
) -> tuple[Person | None, str]:
    """The one person whom the pronoun at ``i`` fits, and why nobody where it is None."""
    topical = topic([p for p in memory.recent if p.may_be(word.gender)], memory)
    if topical is None and _body_meant(sentence, i, word, form, memory, language):
        return None, "it may stand for a body"
    barred = _barred(sentence, i, form, memory, language)
    mentions = [
        m for m in memory.before(i) if m.person.may_be(word.gender) and id(m.person) not in barred
    ]
    near = list(each(m.person for m in mentions))
    recent = _recent(word, memory, barred)
    pool = near or recent
    if near and _leaves_open(sentence, i, form, mentions, language):
        pool = list(each((*near, *(p for p in recent if any(p is r for r in memory.recent)))))
    pool = _likelier(word, pool)
    if len(pool) > 1 and listed(language, lower(sentence, i), "pronouns", "distal"):
        return chosen(_last_named(pool, memory))
    if len(pool) > 1 and (person := topic(pool, memory)) is not None:
        return person, ""
    if len(pool) > 1:
        pool = _foremost(sentence, i, form, pool, near, memory, language)
    return chosen(pool)


def _last_named(pool: list[Person], memory: Memory) -> list[Person]:
    """The last of them of whom the text spoke, no official: "X and his friend Y; DIENS wife"."""
    spoken = [*memory.recent, *(m.person for m in memory.here)]
    found = [p for p in spoken if p.key and any(p is other for other in pool)]
    return found[-1:] or pool


def _foremost(
    sentence: Sentence,
    i: int,
    form: str,
    pool: list[Person],
    near: list[Person],
    memory: Memory,
    language: Pack,
) -> list[Person]:
    """Who of the pool comes first in what is told, where one does; else the pool.

    Whose brother says it comes before the brother, and all before a judge without a name; the
    subject of the last sentence before those who only own what stood in it.
    """
    noun = lower(sentence, i + 1)
    if form == "possessive" and (word := words(language.tag)[noun]) and word.kind == "noun":
        owners = [p for p in pool if relative(p, noun, memory, language)]
        if len(owners) == 1 and owners[0].key:
            return owners
    told = form != "possessive" or _personal(sentence, i, language)
    if not told:
        return pool
    if form == "subject" and _taken_up(sentence, near, memory, language):
        return near  # "HE said that he ..."
    minor = _minor(sentence, i, form, pool, near, memory, language)
    chief = [p for p in pool if not any(p is other for other in minor)]
    if len(chief) == 1 and chief[0].key:
        return chief
    led = memory.led
    leads = form != "object" and not i and led is not None and led.key and not led.aside
    if leads and not any(p is not led and any(p is o for o in memory.own) for p in pool):
        return [p for p in pool if p is led] or pool
    return pool


def _taken_up(sentence: Sentence, near: list[Person], memory: Memory, language: Pack) -> bool:
    """Whether the one person of the sentence so far is its subject by a pronoun."""
    bare = [m for m in memory.here if m.bare and any(m.person is p for p in near)]
    subjects = language.words("pronouns", "subject")
    first = lower(sentence, bare[0].first) if bare else ""
    return len(near) == 1 and bool(near[0].key) and first in subjects


def _minor(
    sentence: Sentence,
    i: int,
    form: str,
    pool: list[Person],
    near: list[Person],
    memory: Memory,
    language: Pack,
) -> list[Person]:
    """Who of the pool stands beside another: relatives told of alone, officials without a name."""
    group = group_before(sentence, i, memory, language)
    kin = [p for other in pool for p, _ in other.relatives]
    kin = [p for p in kin if not any(p is other for other in group)]
    saying = [m.person for m in memory.here if m.bare and says(sentence, m.end, i, language)]
    kin = [p for p in kin if p.key or any(p is other for other in saying)]
    leads = memory.bare[:1] if form == "subject" and not near else ()
    acted_on = form == "object" and governed(sentence, i, language) is None
    aside = [p for p in pool if p.aside and (not p.key or acted_on)]
    return [*kin, *(p for p in aside if not any(p is other for other in leads))]


def topic(pool: list[Person], memory: Memory) -> Person | None:
    """Of whom the section goes on to tell, if all others of the pool come in only in passing."""
    told = [p for p in pool if p.key and (p.told >= _TOLD or _leads(p, memory))]
    most = [p for p in told if all(p is other or _passing(other, p, memory) for other in pool)]
    return most[0] if len(most) == 1 else None


def _leads(person: Person, memory: Memory) -> bool:
    """Whether the last sentence was of them alone, and this one speaks of nobody yet."""
    return person is memory.led and not (person.aside or memory.here or person in memory.group)


def _passing(other: Person, person: Person, memory: Memory) -> bool:
    """Whether somebody stands beside the person: unnamed, an official, spoken of but once."""
    if other.unknown or (other.aside and not (person.aside and other.key)):
        return True
    return other is not memory.led and (other.key is None or 2 * other.told <= person.told)


def _recent(word: Word, memory: Memory, barred: frozenset[int]) -> list[Person]:
    """Who fits of the last sentence that names any, else of one before it by their gender."""
    fits = [p for p in memory.recent if p.may_be(word.gender) and id(p) not in barred]
    if not memory.recent:
        return [p for p in memory.known if p.may_be(word.gender) and id(p) not in barred]
    if fits:
        return fits
    for people in memory.older:
        if fits := [p for p in people if p.may_be(word.gender) and id(p) not in barred]:
            return fits
    return []


def _likelier(word: Word, pool: list[Person]) -> list[Person]:
    """The pool without officials of whom nothing says that they are women, if one is a woman."""
    women = [person for person in pool if person.gender == "feminine"]
    if (
        word.gender != "feminine"
        or len(women) != 1
        or not all(p.aside for p in pool if not p.gender)
    ):
        return pool
    return women


def chosen(pool: list[Person]) -> tuple[Person | None, str]:
    """The one of the pool, or None and why."""
    if len(pool) == 1 and not pool[0].unknown:
        return pool[0], "" if pool[0].key else "nobody is named"
    return None, f"{len(pool)} fit equally" if len(pool) > 1 else "nobody fits"


def _barred(
    sentence: Sentence, i: int, form: str, memory: Memory, language: Pack
) -> frozenset[int]:
    """Whom it cannot stand for: who speaks; of an object, the subject of its own clause."""
    own = frozenset({id(memory.speaker)} if memory.quoting and memory.speaker else ())
    if form != "object" or _reaches_back(sentence, i, language):
        return own
    acting = actors(sentence, i)
    if acting is not None:
        return own | frozenset(
            id(m.person)
            for m in memory.here
            if not m.person.unknown and any(m.first <= at < m.end for at in acting)
        )
    first = clause_start(sentence, i, language)
    return own | frozenset(
        id(m.person)
        for m in memory.here
        if first <= m.first < i and m.bare and not m.person.unknown
        if not _acted_on_before(sentence, m, i)
    )


def _acted_on_before(sentence: Sentence, mention: Mention, i: int) -> bool:
    """Whether they are the object of an earlier verb: "police arrested X and charged HIM"."""
    own = sentence.tokens[mention.first : mention.end]
    between = sentence.tokens[mention.end : i]
    acted_on = any(token.dep.startswith(("obj", "iobj")) for token in own)
    return acted_on and any(token.pos == "VERB" for token in between)


def _reaches_back(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether an object may be the subject of its clause: "denies the charges AGAINST HIM"."""
    before = lower(sentence, i - 1)
    return listed(language, before, "people", "reaching")


def _leaves_open(
    sentence: Sentence, i: int, form: str, near: list[Mention], language: Pack
) -> bool:
    """Whether the pronoun may reach past the people of its sentence to the one before.

    It may where they only speak of somebody, or act on somebody, as officials do.
    """
    if all(m.person.aside for m in near):
        return True
    if len(near) > 1:
        return False  # taken up again already: the sentence is about them
    sayers = [m for m in near if m.bare or _according(sentence, m, language)]
    return form != "possessive" and bool(sayers) and says(sentence, sayers[0].end, i, language)


def _according(sentence: Sentence, mention: Mention, language: Pack) -> bool:
    at = governed(sentence, mention.first, language)
    return at is not None and lower(sentence, at) in language.words("attribution", "according")


def _personal(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether a person alone has what the possessive at ``i`` owns: kin, a lawyer, a body."""
    owned = sentence.tokens[i + 1 : i + 3]
    lists = (("people", "personal"), ("people", "kin"), ("people", "deputies"),
             ("standing", "body_parts"))  # fmt: skip
    return any(language.is_any(token.lemmas, *path) for token in owned for path in lists)


def _body_meant(
    sentence: Sentence, i: int, word: Word, form: str, memory: Memory, language: Pack
) -> bool:
    """Whether a country or an institution before it may own or do it ("haar", "zijn", "zij")."""
    if form == "object" or (not word.plural and not word.possessive):
        return False
    if not listed(language, "zij", "people", "plurals"):
        return False
    if form == "possessive" and _personal(sentence, i, language):
        return False
    before = [at for at in memory.bodies if at < i]
    people = [m.first for m in memory.before(i) if m.bare]
    if before:
        return not people or before[-1] > people[-1]
    return form == "subject" and word.plural and memory.ruled and not memory.before(i)
