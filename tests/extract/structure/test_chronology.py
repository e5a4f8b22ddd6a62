"""Entries of a chronology under lines with their dates, and what only looks like one."""

from extract.pipeline import extract
from extract.readers import read

ENTRIES = (
    "The case of Rasim Verzonnov: a timeline\n\n"
    "3 May 2020\n\nRasim Verzonnov is arrested in Minsk by two officers of the police.\n\n"
    "June 2020\n\nOn the 17th, Rasim Verzonnov is convicted of theft by a court in Minsk.\n"
)


def _dates(text: str) -> dict[str, str | None]:
    return {c.type: c.date for c in extract(read("a.txt", text.encode())).claims}


def test_what_an_entry_tells_is_of_its_date() -> None:
    found = _dates(ENTRIES)
    assert found["arrest"] == "2020-05-03"
    assert found["conviction"] == "2020-06-17"


def test_one_date_under_a_title_heads_no_entry() -> None:
    text = "Poet held\n\n3 May 2020\n\nRasim Verzonnov was arrested in Minsk by police, it says."
    assert _dates(text)["arrest"] is None
