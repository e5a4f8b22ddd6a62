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


OPENED = (
    "Tijdlijn\n\n3 mei 2020 - Anna Proefska wordt gearresteerd.\n\n"
    "{second} - De krant verschijnt niet meer. {told}\n\n"
    "7 juli 2021 - Pjotr Fictiev wordt vrijgelaten.\n"
)


def test_a_paragraph_that_begins_with_a_date_tells_of_it_to_its_end() -> None:
    told = "De rechter verklaart Boris Fictiev schuldig aan smaad."
    found = _dates(OPENED.format(second="5 juni 2020", told=told))
    assert found["conviction"] == "2020-06-05"


def test_what_came_before_is_not_of_the_date() -> None:
    told = "Boris Fictiev was eerder schuldig verklaard aan smaad."
    assert _dates(OPENED.format(second="5 juni 2020", told=told))["conviction"] is None


def test_dates_out_of_their_order_open_no_entries() -> None:
    told = "De rechter verklaart Boris Fictiev schuldig aan smaad."
    assert _dates(OPENED.format(second="5 juni 2018", told=told))["conviction"] is None
