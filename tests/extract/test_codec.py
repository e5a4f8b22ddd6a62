"""The codec: what is written is read back, and nothing else is."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from extract.codec import CodecError, decode, encode
from extract.readers import read
from extract.values import Claim, Extraction, Mention, Quote, Referent, Rejection, Source

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(0, 10**6)
maybe = st.none() | words
places = st.none() | numbers
sources = st.builds(Source, marker=words, publisher=maybe, title=maybe, date=maybe, page=maybe,
                    url=maybe, title_start=places, title_end=places)  # fmt: skip
values = words | st.integers() | st.booleans() | st.lists(words, max_size=3).map(tuple)
claims = st.builds(
    Claim,
    document=words, language=words, type=words, status=st.sampled_from(["asserted", "alleged"]),
    subject=st.builds(Mention, text=words, start=numbers, end=numbers, referent=words),
    quote=st.builds(Quote, text=words, start=numbers, end=numbers, page=st.none() | numbers),
    section=words, date=maybe, attributed_to=st.lists(words, max_size=3).map(tuple),
    cites=st.lists(sources, max_size=2).map(tuple),
    args=st.lists(st.tuples(words, values), max_size=3).map(tuple),
    confidence=st.floats(0, 1), extractor=words,
)  # fmt: skip
referents = st.builds(Referent, key=words, kind=st.sampled_from(["person", "place"]),
                      names=st.lists(words, max_size=2).map(tuple))  # fmt: skip
rejections = st.builds(Rejection, document=words, stage=st.just("claims"), reason=words,
                       start=st.none() | numbers)  # fmt: skip

DOCUMENT = read("a.txt", "Dat is waar.1\n\n1 Krant, «Waar», 2020\n".encode())
EMPTY = Extraction(document=DOCUMENT, referents=(), claims=())


@settings(max_examples=60)
@given(
    st.lists(claims, max_size=2).map(tuple),
    st.lists(referents, max_size=2).map(tuple),
    st.lists(rejections, max_size=2).map(tuple),
)
def test_round_trip(said, who, refused):
    extraction = Extraction(document=DOCUMENT, referents=who, claims=said, rejections=refused)
    line = encode(extraction)
    assert decode(line) == extraction
    assert encode(decode(line)) == line
    assert len(line.splitlines()) == 1


def test_round_trip_of_the_samples():
    for path in sorted((Path(kg.__file__).parent / "samples").iterdir()):
        if path.suffix in (".txt", ".md"):
            document = read(path.name, path.read_bytes())
            extraction = Extraction(document=document, referents=(), claims=())
            assert decode(encode(extraction)) == extraction


def test_an_argument_keeps_its_type():
    claim = Claim(
        document="a", language="nl", type="x", section="body", status="asserted",
        subject=Mention(text="a", start=0, end=1, referent="a"),
        quote=Quote(text="a", start=0, end=1, page=None),
        args=(("a", True), ("b", 1), ("c", "1"), ("d", ("1",))),
    )  # fmt: skip
    extraction = Extraction(document=DOCUMENT, referents=(), claims=(claim,))
    (again,) = decode(encode(extraction)).claims
    assert [type(value) for _, value in again.args] == [bool, int, str, tuple]


@pytest.mark.parametrize("line", ["", "{", "[]", "3", "{}", '{"document": 3}', "null"])
def test_what_is_no_extraction_is_refused(line):
    with pytest.raises(CodecError):
        decode(line)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("document", "text"), 3, "text"),
        (("document", "extra"), 1, "extra"),
        (("document", "passages", 0, "pieces", 0, "start"), "0", "passages[0].pieces[0].start"),
        (("document", "passages", 0, "kind"), "chorus", "passages[0].kind"),
        (("document", "page_starts"), [True], "page_starts[0]"),
    ],
)
def test_the_error_says_where(path, value, message):
    plain = json.loads(encode(EMPTY))
    node = plain
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    with pytest.raises(CodecError) as caught:
        decode(json.dumps(plain))
    assert message in str(caught.value)


def test_a_missing_field_is_refused():
    for field in fields(Extraction):
        plain = json.loads(encode(EMPTY))
        del plain[field.name]
        if field.name == "rejections":  # it has a default
            assert decode(json.dumps(plain)) == EMPTY
        else:
            with pytest.raises(CodecError, match=field.name):
                decode(json.dumps(plain))
