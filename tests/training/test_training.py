import zipfile
from dataclasses import replace

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from training.conllu import paragraphs, sentences, text
from training.corpora import current, document, spacing, treebank
from training.evaluate import compare, read_docs, read_gold
from training.pack import archive, favour, shorten
from training.tokenizer import fit

BANK = """# newpar id = 1
1-2\tdoesn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tdoes\tdo\tAUX\tVBZ\t_\t0\troot\t_\t_
2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar id = 2
1\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\tziet\tzien\tVERB\tVBZ\t_\t0\troot\t_\t_
3\tBakoe\tBakoe\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.conllu"
    path.write_text(BANK, encoding="utf-8")
    return path


def test_text_keeps_the_spacing_of_multiword_tokens(bank):
    assert [text(p) for p in paragraphs(sentences(bank))] == ["doesn't.", "Anna ziet Bakoe."]


def test_a_line_that_is_not_conllu_is_named(tmp_path):
    path = tmp_path / "bad.conllu"
    path.write_text("1\tAnna\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.conllu:1: 2 columns"):
        list(sentences(path))


def test_documents_give_back_what_the_treebank_says(bank):
    docs = list(treebank(bank, spacy.blank("nl").vocab))
    assert "".join(doc.text for doc in docs).replace(" ", "") == "doesn't.AnnazietBakoe."
    assert [t.dep_ for d in docs for t in d if t.head.i == t.i] == ["ROOT", "ROOT"]
    assert sum(len(list(d.sents)) for d in docs) == 2


def test_gold_against_itself_is_perfect_and_a_wrong_head_costs(bank):
    told = list(sentences(bank))
    gold = read_gold(told)
    assert set(compare(gold, gold).values()) == {100.0}
    doc = document(told, spacy.blank("nl").vocab)
    assert set(compare(gold, read_docs([doc])).values()) == {100.0}
    doc[3].head = doc[5]
    scores = compare(gold, read_docs([doc]))
    assert scores["uas"] == pytest.approx(600 / 7)
    assert scores["upos"] == 100.0


def test_a_wrong_split_costs_on_both_sides(bank):
    gold = read_gold(sentences(bank))
    whole = Doc(spacy.blank("nl").vocab, ["doesn't", ".", "Anna", "ziet", "Bakoe", "."])
    for token in whole:
        token.is_sent_start = token.i in {0, 2}
    assert compare(gold, read_docs([whole]))["tokens"] == pytest.approx(200 * 5 / 13)


def test_foreign_words_are_tagged_as_in_the_release_tested_on(bank):
    first = next(sentences(bank))
    old = replace(first.words[0], upos="SYM", xpos="SPEC|vreemd", feats="_")
    new = current(replace(first, words=(old,))).words[0]
    assert (new.upos, new.feats) == ("X", "Foreign=Yes")


def test_spacing_guess_keeps_every_token():
    assert spacing(["(", "Anna", ")"]) == [False, False, True]


def test_shortened_weights_stay_within_the_rounding():
    values = np.random.default_rng(1).normal(size=1000).astype(np.float32)
    assert np.abs(shorten(values) - values).max() <= np.abs(values).max() * 2**-8


def test_archive_has_the_same_bytes_each_time(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / name).write_text(name, encoding="utf-8")
    sizes = {archive(folder, tmp_path / f"{i}.zip") for i in range(2)}
    assert len(sizes) == 1
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "0.zip").namelist() == ["a", "b"]


def test_words_of_the_list_are_taken_apart():
    rules = {"prefixes": [], "suffixes": [], "infixes": [], "whole": ["Nos."], "split": []}
    nlp = fit(**rules, match="", parts=["wan na"])(spacy.blank("en"))
    assert [t.text for t in nlp("I wanna see Nos. 4 and 5")][1:5] == ["wan", "na", "see", "Nos."]


def test_a_favoured_part_of_speech_scores_higher_and_no_other_does():
    nlp = spacy.blank("en")
    morphologizer = nlp.add_pipe("morphologizer")
    for label in ("POS=PROPN|Number=Sing", "POS=NOUN|Number=Sing"):
        morphologizer.add_label(label)
    nlp.initialize()
    scores = next(n for n in morphologizer.model.walk() if n.name == "softmax")
    before = scores.get_param("b").copy()
    favour(nlp, "PROPN", 0.5)
    gained = dict(zip(morphologizer.labels, scores.get_param("b") - before, strict=True))
    assert {label: gain for label, gain in gained.items() if gain} == {"Number=Sing|POS=PROPN": 0.5}
