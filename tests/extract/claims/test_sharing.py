"""A verdict and its punishment share a court and a charge; two verdicts do not."""

from extract.pipeline import extract
from extract.readers import read

HEAD = b"London, 3 May 2022\n\nThis is a report by the editors on the country.\n\n"


def args_of(kind: str, text: str) -> list[dict[str, object]]:
    found = extract(read("t.txt", HEAD + text.encode() + b"\n")).claims
    return [dict(claim.args) for claim in found if claim.type == kind]


def test_a_sentence_goes_on_about_the_verdict_just_told():
    (found,) = args_of(
        "sentence",
        "The Minsk City Court found Anna Proefska guilty of libel on 3 May 2021. "
        "She was given five years in prison.",
    )
    assert (found["charge"], found["court"]) == ("libel", "Minsk City Court")


def test_a_sentence_of_another_day_has_no_part_in_the_verdict():
    (found,) = args_of(
        "sentence",
        "The Minsk City Court found Anna Proefska guilty of libel on 3 May 2021. "
        "On 7 June 2021 she was given five years in prison.",
    )
    assert "charge" not in found
