"""Trees that Universal Dependencies rule out, as parsers give them, and what is made of them."""

from extract.repairs import mend
from extract.sentences import Sentence, Token
from extract.syntax import tree
from extract.values import Passage, Piece


def tokens(text):
    """Tokens of "word/pos/label>head" with, for verb forms, "+Fin" or "+Part" after the head."""
    return [token(*item.split("/")) for item in text.split()]


def token(word, pos, link):
    label, _, place = link.partition(">")
    head, _, form = place.partition("+")
    morph = {"Fin": "VerbForm=Fin", "Part": "Tense=Past|VerbForm=Part"}.get(form, "")
    return Token(word, word.lower(), frozenset({word.lower()}), 0, 0, pos, label, int(head), morph)


def sentence(given):
    passage = Passage(kind="body", section="body", pieces=(Piece(start=0, end=1),), text="X")
    return Sentence(index=0, passage=passage, language="en", tokens=tuple(given))


def shape(mended):
    return [f"{t.text}/{t.dep}>{t.head}" for t in mended]


def test_a_preposition_takes_no_past_participle():
    given = tokens(
        "She/PRON/nsubj:pass>2 was/AUX/aux:pass>2 dragged/VERB/root>2+Part by/ADP/mark>4 "
        "masked/VERB/advcl>2+Part men/NOUN/obj>4 on/ADP/case>7 Monday/PROPN/obl>4"
    )
    assert shape(mend(given))[3:] == [
        "by/case>5", "masked/amod>5", "men/obl:agent>2", "on/case>7", "Monday/obl>2",
    ]  # fmt: skip


def test_a_clause_of_its_own_after_a_conjunction_stays():
    given = tokens(
        "He/PRON/nsubj>1 won/VERB/root>1+Fin by/ADP/mark>3 beating/VERB/advcl>1 men/NOUN/obj>3"
    )
    assert mend(list(given)) == given


def test_a_capital_before_a_finite_verb_is_its_subject():
    given = tokens("Memorial/ADJ/amod>1 considers/VERB/root>1+Fin him/PRON/obj>1")
    assert shape(mend(given))[0] == "Memorial/nsubj>1"
    nominal = tokens("Open/ADJ/amod>1 arms/NOUN/root>1 help/NOUN/dep>1")
    assert mend(list(nominal)) == nominal


def test_a_number_is_of_the_noun_before_it():
    given = tokens(
        "held/VERB/root>0+Part in/ADP/case>2 Colony/NOUN/obl>0 No./PROPN/nsubj>7 2/NUM/flat>3 "
        "since/ADP/case>6 May/PROPN/nmod>3 ill/ADJ/conj>0"
    )
    assert shape(mend(given))[3:7] == ["No./flat>2", "2/flat>3", "since/case>6", "May/obl>0"]


def test_a_phrase_unbroken_after_a_relative_clause_is_of_the_clause():
    text = (
        "Anna/PROPN/root>0 who/PRON/nsubj:pass>2 held/VERB/acl:relcl>0+Part{} "
        "since/ADP/case>{} May/PROPN/nmod>0"
    )
    assert shape(mend(tokens(text.format("", 4))))[4] == "May/obl>2"
    broken = tokens(text.format(" ,/PUNCT/punct>2", 5))
    assert mend(list(broken)) == broken


def test_a_name_right_after_its_verb_is_its_object():
    given = tokens(
        "Memorial/PROPN/nsubj>1 considers/VERB/root>1+Fin Anna/PROPN/compound>3 "
        "Proefska/PROPN/parataxis>1 a/DET/det>5 prisoner/NOUN/obj>3"
    )
    made = tree(sentence(given), [(2, 2, 4)])
    assert shape(made.tokens)[2:] == [
        "Anna/flat>3",
        "Proefska/obj>1",
        "a/det>5",
        "prisoner/xcomp>1",
    ]


def test_a_name_after_a_preposition_stays_where_the_preposition_puts_it():
    given = tokens(
        "ban/NOUN/nsubj:pass>5 on/ADP/case>2 Anna/PROPN/nmod>0 Proefska/PROPN/nsubj:pass>5 "
        "was/AUX/aux:pass>5 lifted/VERB/root>5+Part"
    )
    made = tree(sentence(given), [(2, 2, 4)])
    assert shape(made.tokens)[2:4] == ["Anna/nmod>0", "Proefska/flat>2"]


def test_what_has_a_subject_is_no_attribute():
    given = tokens("Anna/PROPN/nsubj>1 accused/VERB/amod>2+Part Jan/PROPN/root>2 ./PUNCT/punct>2")
    assert shape(mend(given))[:3] == ["Anna/nsubj>1", "accused/root>1", "Jan/obj>1"]
    attribute = tokens("accused/VERB/amod>1+Part Jan/PROPN/root>1")
    assert mend(list(attribute)) == attribute


def test_nobody_is_a_which():
    text = (
        "trial/NOUN/root>0 of/ADP/case>2 Anna/PROPN/nmod>0 {}/PRON/nsubj>4 opened/VERB/acl:relcl>2"
    )
    heads = [
        tree(sentence(tokens(text.format(word))), [(2, 2, 3)]).tokens[4].head
        for word in ("which", "who")
    ]
    assert heads == [0, 2]


def test_a_finite_clause_without_a_subordinator_is_what_is_said():
    text = (
        "{}He/PRON/nsubj>{} left/VERB/advcl>{}+Fin ,/PUNCT/punct>{} she/PRON/nsubj>{} "
        "told/VERB/root>{}+Fin us/PRON/iobj>{}"
    )
    said = tokens(text.format("", 1, 4, 1, 4, 4, 4))
    assert shape(mend(said))[1] == "left/ccomp>4"
    when = tokens(text.format("When/SCONJ/mark>2 ", 2, 5, 2, 5, 5, 5))
    assert mend(list(when)) == when


def test_a_saying_between_commas_is_beside():
    text = (
        "ill/ADJ/root>0 ,/PUNCT/punct>4 the/DET/det>3 group/NOUN/nsubj>4 says/VERB/conj>0+Fin "
        "{} and/CCONJ/cc>7 left/VERB/conj>4"
    )
    assert shape(mend(tokens(text.format(",/PUNCT/punct>7"))))[4] == "says/parataxis>0"
    going_on = tokens(text.format("so/ADV/advmod>4"))
    assert mend(list(going_on)) == going_on


def test_a_name_is_no_compound_of_the_verb_before_it():
    given = tokens(
        "court/NOUN/nsubj>1 sentenced/VERB/root>1+Fin Anna/PROPN/amod>3 Proefska/PROPN/compound>1"
    )
    made = tree(sentence(given), [(2, 2, 4)])
    assert shape(made.tokens)[2:] == ["Anna/flat>3", "Proefska/obj>1"]


def test_no_token_depends_on_itself_by_way_of_others():
    given = tokens("X/PROPN/nsubj>1 saw/VERB/ccomp>2 said/VERB/obj>1 Y/PROPN/nsubj>2")
    parsed = tree(sentence(given))
    assert parsed is not None
    assert all(sorted(parsed.below(i)) for i in range(len(given)))
    assert all(tuple(parsed.above(i)) is not None for i in range(len(given)))


def test_a_sentence_has_a_verb():
    given = tokens(
        "The/DET/det>1 court/NOUN/compound>4 sentenced/VERB/amod>3+Part blogger/NOUN/nmod:desc>4 "
        "Anna/PROPN/root>4 to/ADP/case>7 nine/NUM/nummod>7 years/NOUN/obl>4"
    )
    assert shape(mend(given)) == [
        "The/det>1", "court/nsubj>2", "sentenced/ROOT>2", "blogger/nmod:desc>4", "Anna/obj>2",
        "to/case>7", "nine/nummod>7", "years/obl>2",
    ]  # fmt: skip


def test_a_participle_has_no_object():
    given = tokens(
        "Police/NOUN/root>0 detained/VERB/acl>0+Part Anna/PROPN/obj>1 on/ADP/case>4 "
        "Monday/PROPN/nmod>0"
    )
    assert shape(mend(given)) == [
        "Police/nsubj>1", "detained/ROOT>1", "Anna/obj>1", "on/case>4", "Monday/nmod>1",
    ]  # fmt: skip


def test_a_participle_after_its_noun_stays():
    given = tokens("People/NOUN/root>0 detained/VERB/acl>0+Part on/ADP/case>3 Monday/PROPN/obl>1")
    assert mend(list(given)) == given
