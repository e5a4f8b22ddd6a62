"""Laws: a planted fact is found, its mood is kept, what follows changes nothing."""

from itertools import combinations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from extract.languages import pack
from extract.languages.calendar import month_names
from extract.pipeline import extract

from .turning import clauses

SYLLABLES = ["ra", "le", "mi", "zo", "ka", "du", "ni", "ve", "sha", "gu", "be", "tor", "lan"]
ENDINGS = ["zov", "dova", "shvili", "yan", "enko", "bekov", "nskaya", "oglyev"]
syllable = st.sampled_from(SYLLABLES)
given_name = st.lists(syllable, min_size=2, max_size=3).map(lambda parts: "".join(parts).title())
surname = st.builds(
    lambda parts, ending: "".join(parts).title() + ending,
    st.lists(syllable, min_size=1, max_size=2),
    st.sampled_from(ENDINGS),
)
full_name = st.builds("{} {}".format, given_name, surname)
NUMBERS = {word: n for word, n in pack("nl").numbers.items() if 1 < n < 30}
years = st.sampled_from(sorted(NUMBERS)) | st.integers(2, 25).map(str)
MONTHS = list(month_names("nl", "wide"))
days = st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2021))

# The same names each time: a trained parser meets made-up names, and the gate has to be repeatable.
quick = settings(max_examples=40, deadline=None, derandomize=True)


def day(date):
    return f"{date[0]} {MONTHS[date[1] - 1]} {date[2]}"


def edtf(date):
    return f"{date[2]}-{date[1]:02}-{date[0]:02}"


def length(amount):
    return f"P{NUMBERS.get(amount) or amount}Y"


def sentences(claims):
    return [claim for claim in claims if claim["type"] == "sentence"]


def moods(claims):
    return [(claim["status"], claim["attributed_to"]) for claim in sentences(claims)]


@quick
@given(full_name, years, days)
def test_a_planted_sentence_is_found(said, name, amount, date):
    text = f"Op {day(date)} veroordeelde een rechtbank {name} tot {amount} jaar gevangenisstraf."
    (claim,) = sentences(said(text))
    assert claim["subject"] == name
    assert (claim["date"], claim["duration"]) == (edtf(date), length(amount))
    assert (claim["status"], claim["court"]) == ("asserted", "rechtbank")


PLANTED = [
    "{name} werd op {day} tot {amount} jaar cel veroordeeld.",
    "Op {day} is {name} veroordeeld tot {amount} jaar gevangenisstraf.",
    "De activist {name} is op {day} door een rechtbank veroordeeld tot {amount} jaar strafkolonie.",
    "{name}, die op {day} tot {amount} jaar gevangenisstraf werd veroordeeld, zwijgt.",
]


@pytest.mark.parametrize("shape", PLANTED)
@settings(max_examples=10, deadline=None, derandomize=True)
@given(name=full_name, amount=years, date=days)
def test_in_other_shapes(said, shape, name, amount, date):
    text = shape.format(name=name, amount=amount, day=day(date))
    (claim,) = sentences(said(text))
    assert claim["subject"] == name
    assert (claim["date"], claim["duration"]) == (edtf(date), length(amount))
    assert claim["status"] == "asserted"


DENIALS = [
    "{name} is niet veroordeeld tot {amount} jaar gevangenisstraf.",
    "{name} is op {day} niet tot {amount} jaar cel veroordeeld.",
    "Op {day} veroordeelde een rechtbank {name} niet tot {amount} jaar gevangenisstraf.",
    "{name} werd nooit tot {amount} jaar gevangenisstraf veroordeeld.",
    "De regering ontkent dat {name} tot {amount} jaar gevangenisstraf is veroordeeld.",
    "Als {name} tot {amount} jaar gevangenisstraf wordt veroordeeld, volgt protest.",
    "{name} zou tot {amount} jaar gevangenisstraf zijn veroordeeld.",
    "{name} moet tot {amount} jaar gevangenisstraf worden veroordeeld.",
    "De aanklager wil dat {name} tot {amount} jaar gevangenisstraf wordt veroordeeld.",
    "{name} zal tot {amount} jaar gevangenisstraf worden veroordeeld.",
    "{name} kan tot {amount} jaar gevangenisstraf worden veroordeeld.",
    "De krant meldt dat {name} tot {amount} jaar gevangenisstraf is veroordeeld.",
    "Er zijn geen aanwijzingen dat {name} tot {amount} jaar gevangenisstraf is veroordeeld.",
    "Het is niet bekend of {name} tot {amount} jaar gevangenisstraf is veroordeeld.",
    "{name} vreest tot {amount} jaar gevangenisstraf te worden veroordeeld.",
    "{name} zegt op {day} tot {amount} jaar gevangenisstraf te zijn veroordeeld.",
    "De bewering dat {name} tot {amount} jaar cel is veroordeeld, is onderzocht.",
    "{name} is volgens de familie tot {amount} jaar gevangenisstraf veroordeeld.",
]


@pytest.mark.parametrize("shape", DENIALS)
@settings(max_examples=10, deadline=None, derandomize=True)
@given(name=full_name, amount=years, date=days)
def test_what_is_not_the_writer_s_own_word_is_never_asserted(said, shape, name, amount, date):
    found = moods(said(shape.format(name=name, amount=amount, day=day(date))))
    assert "asserted" not in [status for status, _ in found]


@quick
@given(full_name, years)
def test_negating_turns_it_over(said, name, amount):
    (found,) = moods(said(f"{name} is niet tot {amount} jaar gevangenisstraf veroordeeld."))
    assert found == ("negated", ())


@quick
@given(full_name, full_name, years)
def test_according_to_someone_it_is_theirs(said, name, speaker, amount):
    # names of one person may be a letter apart: a slip of the pen
    assume(DamerauLevenshtein.distance(speaker, name) > 1)
    assume(speaker.split()[-1][:3] != name.split()[-1][:3])
    text = f"Volgens {speaker} is {name} tot {amount} jaar gevangenisstraf veroordeeld."
    (claim,) = sentences(said(text))
    assert (claim["subject"], claim["status"]) == (name, "reported")
    assert claim["attributed_to"] == (speaker,)


@quick
@given(full_name, years)
def test_zou_makes_it_an_allegation(said, name, amount):
    (found,) = moods(said(f"{name} zou tot {amount} jaar gevangenisstraf zijn veroordeeld."))
    assert found == ("alleged", ())


SAYINGS = [
    "{a} is op 3 mei 2021 opgepakt.",
    "Volgens {b} is {a} in mei 2021 vrijgelaten.",
    "{a} en {b} werden elk tot 4 jaar gevangenisstraf veroordeeld.",
    "Hij lijdt aan astma.",
    "De regering ontkent dat {b} is gemarteld.",
    "De politie liet {a} vrij.",
    "Georgië is partij bij het verdrag.",
    "Zijn proces was volgens de krant oneerlijk.",
    "Dat is\nniet be-\nkend.",
]
texts = st.builds(
    lambda shapes, a, b: " ".join(shape.format(a=a, b=b) for shape in shapes),
    st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=5),
    full_name,
    full_name,
)


def letters(text):
    return "".join(char for char in text if char.isalnum())


@quick
@given(texts)
def test_every_claim_quotes_its_document(made_up, text):
    document = made_up(text)
    for claim in extract(document).claims:
        quote = claim.quote
        assert letters(quote.text) == letters(text[quote.start : quote.end])
        assert text[claim.subject.start : claim.subject.end] == claim.subject.text
        assert quote.start <= claim.subject.start < claim.subject.end <= quote.end


@quick
@given(texts)
def test_the_same_document_gives_the_same_claims(made_up, text):
    assert extract(made_up(text)) == extract(made_up(text))


UNRELATED = [
    "De oogst was goed dat jaar.",
    "Het regent en de weg is nat.",
    "Wat volgt, is onbekend.",
]


@quick
@given(texts, st.sampled_from(UNRELATED))
def test_what_follows_changes_nothing_before_it(said, text, more):
    assert said(f"{text}\n\n{more}") == said(text)
    assert said(f"{text} {more}") == said(text)


@quick
@given(st.lists(full_name, min_size=2, max_size=4, unique=True), years)
def test_a_group_sentence_is_one_claim_a_person(said, names, amount):
    assume(len({name.split()[-1][:3] for name in names}) == len(names))
    assume(all(DamerauLevenshtein.distance(a, b) > 1 for a, b in combinations(names, 2)))
    listed = f"{', '.join(names[:-1])} en {names[-1]}"
    text = f"{listed} werden elk veroordeeld tot {amount} jaar gevangenisstraf."
    found = sentences(said(text))
    assert [claim["subject"] for claim in found] == names
    assert {claim["duration"] for claim in found} == {length(amount)}


@quick
@given(st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("\n \t"), max_size=200))
@example(text="A0(")
@example(text="A-")
def test_any_text_at_all_is_read(made_up, text):
    assume(any(char.isalnum() for char in text))
    extract(made_up(text))


TURNED = [
    pytest.param(clause, id=f"{clause.kind}-{clause.language}-{number}")
    for language in ("nl", "en")
    for number, clause in enumerate(clauses(language), start=1)
]
LAWS = {
    "text": ("asserted", False), "negated": ("negated", False), "reported": ("reported", True),
    "alleged": ("alleged", False), "active": ("asserted", False),
}  # fmt: skip
TURNS = tuple(LAWS)[1:]
KEPT = 0.9
"""The share of the turned sentences, a language and law, that keep their claim.

A parser takes some of them apart wrongly; what it may not do is make one the writer's own word.
"""

names = st.tuples(full_name, full_name).filter(
    lambda pair: all(a[:3] != b[:3] for a, b in zip(*map(str.split, pair), strict=True))
)


def turned(said, clause, turn, name, speaker):
    """The claims of the clause's type about the person, and how each is made."""
    text = getattr(clause, turn).replace("{name}", name).replace("{speaker}", speaker)
    made = said(text, language=clause.language)
    own = [claim for claim in made if (claim["type"], claim["subject"]) == (clause.kind, name)]
    return [(claim, (claim["status"], claim["attributed_to"])) for claim in own]


@pytest.mark.parametrize("clause", TURNED)
@settings(max_examples=1, deadline=None, derandomize=True)
@given(names)
def test_no_example_turned_over_is_the_writer_s_own_word(said, clause, pair):
    for turn in ("negated", "reported", "alleged"):
        for claim, (status, _) in turned(said, clause, turn, *pair):
            less = not clause.args <= set(claim)  # "the hearing was not adjourned": there was one
            assert status != "asserted" or less, getattr(clause, turn)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("turn", TURNS)
def test_an_example_turned_over_keeps_its_claim(said, language, turn):
    pair = ("Miradu Kalezov", "Venilan Torbekov")
    status, voiced = LAWS[turn]
    own = [clause for clause in clauses(language) if turn != "active" or clause.undergone]
    wanted = (status, (pair[1],) if voiced else ())
    lost = [
        clause
        for clause in own
        if wanted not in [stance for _, stance in turned(said, clause, turn, *pair)]
    ]
    assert len(own) >= 8
    assert len(lost) <= (1 - KEPT) * len(own), [getattr(clause, turn) for clause in lost]
