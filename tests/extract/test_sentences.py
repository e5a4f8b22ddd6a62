"""Where a sentence ends, and where it only seems to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.languages import pack
from extract.sentences import sentences as cut_passage
from extract.values import Document, Passage, Piece


def texts(found):
    return [sentence.text for sentence in found]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dat is waar.", "Dat ook."],
        ["Hij kreeg straf op grond van artikel 281.2, WvS.", "De uitspraak volgde later."],
        ["Volgens dhr. Fictiev is dat zo.", "Mevr. Proefska zwijgt."],
        ["Dat was in december jl. Wat volgt, is onbekend."],
        ["Is dat zo?", "Ja.", "Nee!"],
        ["Hij zei: «Dat is zo.»", "Daarna ging hij."],
        ["De wet (artikel 3.1) geldt.", "De rest niet."],
        ["Het kost 3.500 euro per jaar.", "Dat is veel."],
        ["In 2021 waren er 12 zaken.", "3 ervan zijn gesloten."],
    ],
)
def test_dutch(cut, sentences):
    assert texts(cut(" ".join(sentences))) == sentences


def test_english(cut):
    sentences = ["Mr. Fictiev was held by the U.S. police.", "He was freed."]
    assert texts(cut(" ".join(sentences), "en")) == sentences


@pytest.mark.parametrize(
    ("language", "tokens"),
    [
        ("nl", ["artikel", "281.2", "(", "opruiing", ")", ",", "WvS."]),
        ("nl", ["artikel", "46", "lid", "4", "EVRM", "jo.", "art.", "3"]),
        ("nl", ["in", "december", "jl.", ",", "d.d.", "3", "mei"]),
        ("nl", ["o.a.", "generaal", "b.d.", "Fictief"]),
        ("nl", ["Gevangenis", "nr.", "2", "en", "blz.", "4"]),
        ("nl", ["zie", "https://krant.example/a?b=1", ",", "3"]),
        ("en", ["Prison", "No.", "14", "and", "Art.", "5", "§", "3"]),
        ("en", ["Mr", "A.B.", "Fictiev", "v.", "Azerbaijan"]),
    ],
)  # fmt: skip
def test_tokens_as_a_lawyer_cuts_them(cut, language, tokens):
    text = " ".join(tokens).replace(" ,", ",").replace("( ", "(").replace(" )", ")")
    found = cut(f"{text} x", language)[0]
    assert [token.text for token in found.tokens][:-1] == tokens


@pytest.mark.parametrize("text", ["", "   ", "* * *", "…", "—"])
def test_marks_without_words_are_no_sentence(cut, text):
    assert cut(text) == []


@given(st.text(max_size=60))
def test_sentences_stand_in_their_passage_in_order(cut, text):
    found = cut(text)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    ends = [0]
    for sentence in found:
        assert sentence.start >= ends[-1]
        assert sentence.text == text[sentence.start : sentence.end]
        ends.append(sentence.end)
    kept = "".join(sentence.text for sentence in found)
    words = [char for char in text if char.isalnum()]
    assert [char for char in kept if char.isalnum()] == words


def test_a_place_in_a_sentence_is_a_place_in_the_stored_text(made_up):
    text = "Hij is op 3 mei 2021 veroor-\ndeeld door een rechter van de stad.\n"
    document: Document = made_up(text)
    passage: Passage = document.passages[0]
    assert [type(piece) for piece in passage.pieces] == [Piece, Piece]
    sentence = next(cut_passage(passage, pack("nl")))
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == "veroordeeld")
    start, end = sentence.stored(token, token + 1)
    assert text[start:end] == "veroor-\ndeeld"
