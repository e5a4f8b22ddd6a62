"""What a word may be in a name, each word looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from extract.languages import Pack, pack
from extract.languages.calendar import month_names, weekday_names
from extract.languages.dictionary import is_known
from extract.mentions.recognition import demonyms, looks
from extract.names.folding import rules
from extract.names.gender import gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The signs of one word.

    ``ordinary``: a dictionary has it in small letters, ``native`` if this language's; ``proper``:
    only with a capital. ``given``: a given name, or it ends as a region's surnames do. ``body``:
    the noun of an institution, which a ``link`` or ``genitive`` may follow; ``organisation``: any
    word that organisations alone bear, bodies among them. ``several``: it says what several
    persons are. ``national``: the adjective of a country. ``joint``: "and".
    """

    capital: bool = False
    shout: bool = False
    mixed: bool = False
    ordinary: bool = False
    native: bool = False
    compound: bool = False
    proper: bool = False
    given: bool = False
    function: bool = False
    title: bool = False
    person: bool = False
    several: bool = False
    body: bool = False
    organisation: bool = False
    facility: bool = False
    document: bool = False
    demonym: bool = False
    national: bool = False
    particle: bool = False
    patronymic: bool = False
    genitive: bool = False
    link: bool = False
    article: bool = False
    joint: bool = False
    dated: bool = False
    barred: bool = False

    @property
    def nameless(self) -> bool:
        """Whether a name seldom begins with it."""
        return self.function or self.dated or self.barred or self.title


NOTHING = Word()
_MARKS = ("organisations", "marks")
_BESIDE = {
    "title": "titles", "particle": "particles", "genitive": "genitives", "link": "links",
    "article": "articles",
}  # fmt: skip
_ENDING = 5  # letters with which an ending alone makes a noun for a person of a strange word


@lru_cache(maxsize=1 << 17)
def listed(lower: str, tag: str, table: str, name: str) -> bool:
    """Whether the word in small letters or a base form of it is in that list of the lexicon."""
    language = pack(tag)
    return language.is_any(language.lemmas(lower), table, name)


@lru_cache(maxsize=1 << 16)
def word(text: str, tag: str) -> Word:
    """The signs of a printed word in the language."""
    lower, language = text.lower(), pack(tag)
    capital = _capital(text, lower, language)
    if not capital and not _may_matter(text, lower, language):
        return NOTHING
    looking = _looks(text, lower, capital, language)
    strange = capital and not (looking["ordinary"] or looking["compound"])
    meaning = _meanings(text, lower, capital, strange, language)
    return Word(capital=capital, **looking, **meaning, **_functions_of(lower, language))


def _looks(text: str, lower: str, capital: bool, language: Pack) -> dict[str, bool]:
    """What the letters and the dictionaries tell of the word."""
    tag, common = language.tag, looks.common(lower, language.tag)
    native = common and is_known(lower, tag)
    demonym = capital and demonyms.demonym(lower, common, tag)
    return {
        "shout": looks.shout(text),
        "mixed": looks.mixed(text),
        "ordinary": common,
        "native": native,
        "compound": capital and not common and looks.compound(lower, tag),
        "proper": capital and not common and looks.known(text, tag),
        "given": capital and _given(text, lower, native, language),
        "demonym": demonym,
        "national": demonym and demonyms.of_country(lower, tag),
    }


def _meanings(
    text: str, lower: str, capital: bool, strange: bool, language: Pack
) -> dict[str, bool]:
    """What kind of thing the lexicon says that the word stands for."""
    lemmas, last = language.lemmas(text), language.lemmas(lower.rpartition("-")[2])
    generic = lower in language.words("names", "generic")
    # a name ("Ngo"), not the body that is written in capitals
    short = generic and capital and len(text) <= 3 and text[1:].islower()
    body = not short and language.is_any(lemmas, "names", "bodies")
    marked = capital and any(_listed(text, lemmas, language, name) for name in _MARKS)
    return {
        "person": _person(lower, last, strange, language),
        "several": lower in language.words("names", "several") or _plural(lower, lemmas, language),
        "body": body,
        "organisation": body or (marked and not short),
        "facility": language.is_any(lemmas, "places", "named") or _named(lower, last, language),
        "document": language.is_any(lemmas, "names", "documents"),
        "barred": generic and not short,
    }


def _functions_of(lower: str, language: Pack) -> dict[str, bool]:
    """What the word does beside or within a name."""
    signs = {sign: lower in language.words("names", name) for sign, name in _BESIDE.items()}
    return signs | {
        "function": language.stop(lower) or lower in _functions(language.tag),
        "patronymic": lower in rules().patronymic_words,
        "joint": lower in language.words("clauses", "conjunctions"),
        "dated": lower in _dates(language.tag),
    }


def _kin(lower: str, language: Pack) -> bool:
    """Whether it says whose relative a person is; a pack need not have the list."""
    return lower in language.lexicon.get("people", {}).get("kin", ())


def _person(lower: str, last: frozenset[str], strange: bool, language: Pack) -> bool:
    """Whether it says what a person is; a ``strange`` word only by a long ending ("Osman")."""
    if strange and "-" not in lower:
        persons = language.words("names", "persons")
        endings = tuple(noun[1:] for noun in persons if noun[0] == "*" and len(noun) > _ENDING)
        return lower in persons or lower.endswith(endings)
    if _kin(lower, language):
        return True
    return language.is_any(last, "names", "persons")


def _named(lower: str, last: frozenset[str], language: Pack) -> bool:
    """Whether its last part is the noun of a place ("Lam-inrichting")."""
    return "-" in lower and language.is_any(last, "places", "named")


def _given(text: str, lower: str, native: bool, language: Pack) -> bool:
    """Whether it is a given name; one that is a word of the language too only where listed."""
    return lower in language.words("names", "given") or (not native and bool(gender(text)))


def _capital(text: str, lower: str, language: Pack) -> bool:
    """Whether it begins with a capital, or with a particle and one ("al-Beheiry")."""
    before, hyphen, after = text.partition("-")
    particle = bool(hyphen) and before in language.words("names", "particles")
    return text[:1].isupper() or (particle and after[:1].isupper())


def _may_matter(text: str, lower: str, language: Pack) -> bool:
    """Whether a word without a capital can have a part in a name."""
    if _kin(lower, language):
        return True
    return lower in _small(language.tag) or language.is_any(
        language.lemmas(text), "names", "persons"
    )


@cache
def _small(tag: str) -> frozenset[str]:
    names = ("particles", "titles", "generic", "genitives", "links", "articles")
    lists = (pack(tag).words("names", name) for name in names)
    closing = pack(tag).words("places", "closing")
    return frozenset().union(*lists, closing, rules().patronymic_words, _functions(tag))


def _listed(text: str, lemmas: frozenset[str], language: Pack, name: str) -> bool:
    """Whether the word or a part between hyphens is in that list of names."""
    words = language.words("names", name)
    return language.is_any(lemmas, "names", name) or any(
        part in words for part in text.lower().split("-")
    )


def _plural(lower: str, lemmas: frozenset[str], language: Pack) -> bool:
    """Whether it says of several what they are ("Defenders", "Advocaten")."""
    return language.is_any(lemmas, "names", "persons") and not language.is_any(
        frozenset({lower}), "names", "persons"
    )


@cache
def _functions(tag: str) -> frozenset[str]:
    language = pack(tag)
    paths = (
        ("status", "negations"), ("clauses", "prepositions"), ("clauses", "openers"),
        ("clauses", "determiners"), ("clauses", "conjunctions"), ("clauses", "auxiliaries"),
        ("pronouns", "subject"), ("pronouns", "object"), ("pronouns", "possessive"),
    )  # fmt: skip
    return frozenset().union(*(language.words(*path) for path in paths))


@cache
def _dates(tag: str) -> frozenset[str]:
    named = (month_names(tag, "wide"), weekday_names(tag, "wide"))
    return frozenset(name.lower() for names in named for name in names)
