"""Title, byline, dateline, items of a list: each a passage, also where no line between is empty."""

from extract.pipeline import extract
from extract.readers import read

LINE = (
    "Made-up Person was taken from her flat by the police in the morning, her lawyer said, and "
    "she is held in a cell there without a bed."
)


def kinds(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in read(name, text.encode()).passages]


def test_consecutive_lines_of_an_unwrapped_text():
    text = f"Poet is held\nBy Jane Sample | 3 May 2020\nShe is well, they say\n{LINE}\n{LINE}\n"
    assert kinds(text) == [
        ("heading", "Poet is held"),
        ("front", "By Jane Sample | 3 May 2020"),
        ("heading", "She is well, they say"),
        ("body", LINE),
        ("body", LINE),
    ]


def test_a_wrapped_paragraph_stays_one():
    text = (
        "Prison conditions in Examplestan\n\nThe writer died in a prison, five days after\n"
        "Made-up Town, where she was born, had refused\nto let her go. She was ill.\n"
    )
    assert kinds(text)[1] == (
        "body",
        "The writer died in a prison, five days after Made-up Town, where she was born, had "
        "refused to let her go. She was ill.",
    )


def test_a_wrapped_text_under_a_title_and_a_dateline():
    text = (
        "Poet is held\nMINSK, 3 May 2020 (MW) – Made-up Person was\n"
        "taken from her flat by the police in the early\nmorning, her lawyer said.\n"
    )
    assert kinds(text) == [
        ("heading", "Poet is held"),
        ("front", "MINSK, 3 May 2020 (MW)"),
        (
            "body",
            "Made-up Person was taken from her flat by the police in the early morning, her "
            "lawyer said.",
        ),
    ]


def test_each_item_of_a_list_is_a_passage():
    items = [f"* Voorbeeldland – {LINE}", "* Proefland – Bram Proef zit vast."]
    found = kinds("Korte berichten\n\n" + "\n".join(items))
    assert [text for kind, text in found if kind == "body"] == items
    wrapped = kinds("Cases\n\n• Made-up Person was taken\nfrom her flat.\n• Bob Sample is free.\n")
    assert [text for _, text in wrapped[1:]] == [
        "• Made-up Person was taken from her flat.",
        "• Bob Sample is free.",
    ]


def test_a_place_alone_before_the_first_words():
    assert kinds(f"Poet is held\n\nMINSK – {LINE}")[1:] == [("front", "MINSK"), ("body", LINE)]
    assert kinds(f"EXAMPLESTAN – LIST OF CASES\n\n{LINE}")[0][0] == "heading"


def test_a_header_field_is_no_byline():
    text = f"Date: 3 May 2020\nSubject: A case\n\n{LINE}"
    document = read("a.txt", text.encode())
    assert (document.metadata.date, document.metadata.title) == ("2020-05-03", "A case")


def test_a_dateline_gives_a_claim_neither_date_nor_place():
    text = "Dichter vrij\n\nMINSK, 5 juli 2022. Anna Voorbeeld is vrijgelaten, zegt haar moeder.\n"
    (claim,) = [c for c in extract(read("a.txt", text.encode())).claims if c.type == "release"]
    assert (claim.date, claim.arg("place")) == (None, None)
    assert claim.quote.text.startswith("Anna")


def test_the_date_after_a_title_is_no_part_of_it():
    assert kinds(f"Poet is held – 3 May 2020\n\n{LINE}")[:2] == [
        ("heading", "Poet is held"),
        ("front", "3 May 2020"),
    ]
    assert kinds(f"List of cases (updated 3 May 2020)\n\n{LINE}")[:2] == [
        ("heading", "List of cases"),
        ("front", "(updated 3 May 2020)"),
    ]
    asked = "Vragen van het lid Proef (AB) over de detentie van Anna Voorbeeld in haar eigen stad"
    assert [text for _, text in kinds(f"{asked} (ingezonden 3 mei 2020).\n\n{LINE}")][:2] == [
        asked,
        "(ingezonden 3 mei 2020).",
    ]


def test_a_date_in_brackets_at_the_end_of_a_sentence_stays_there():
    told = f"{LINE[:-1]}, says a paper (3 May 2020)."
    assert kinds(f"Poet is held\n\n{told}")[1:] == [("body", told)]
