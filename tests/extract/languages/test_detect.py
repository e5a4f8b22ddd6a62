"""The language of a document's parts: what is read, and what is reported as not read."""

import pytest

from extract.languages.detect import language_of_part
from extract.pipeline import extract
from extract.readers import read

DUTCH = (
    "De minister is op de hoogte van het bericht dat activist Rasim Verzonnov is vrijgelaten. "
    "Hij zegt dat er nog geen antwoord is van de autoriteiten in het land."
)
ENGLISH = "He was told that the court had not ruled on the appeal, and that it would do so soon."
RUSSIAN = "Суд приговорил её к семи годам лишения свободы за участие в мирном собрании."
AZERBAIJANI = "Məhkəmə onu yeddi il müddətinə azadlıqdan məhrum etdi və qərar qüvvədə qaldı."
TURKISH = "Mahkeme onu yedi yıl hapis cezasına çarptırdı ve karar bir yıl sonra onaylandı."


@pytest.mark.parametrize(
    ("text", "default", "tag"),
    [
        (DUTCH, "en", "nl"),
        (ENGLISH, "nl", "en"),
        (RUSSIAN, "nl", ""),
        (AZERBAIJANI, "nl", ""),
        (TURKISH, "en", ""),
        ("Verzonnov, Voorbeeld en Fictief", "nl", "nl"),
        ("28 januari 2022", "nl", "nl"),
        ("", "en", "en"),
    ],
)
def test_a_part_is_in_its_own_language(text: str, default: str, tag: str) -> None:
    assert language_of_part(text, default) == tag


@pytest.mark.parametrize("foreign", [RUSSIAN, AZERBAIJANI, TURKISH])
def test_a_passage_in_a_language_without_a_pack_is_reported(foreign: str) -> None:
    document = read("made-up.txt", f"{DUTCH}\n\n{foreign}\n\n{DUTCH}\n".encode())
    rejections = [r for r in extract(document).rejections if r.stage == "annotate"]
    assert [document.text[r.start : r.end] for r in rejections] == [foreign]


def test_an_english_passage_of_a_dutch_document_is_read_as_english() -> None:
    english = "Rasim Verzonnov was sentenced to three years in prison, and he was not told why."
    text = f"{DUTCH}\n\n{english}\n\n{DUTCH}\n"
    claims = extract(read("made-up.txt", text.encode())).claims
    assert ("en", "sentence") in {(claim.language, claim.type) for claim in claims}
