"""Reports that say which year they are about; their bare dates are of that year."""

import pytest

from extract.readers import read

TITLES = [
    ("# Annual report 2021\n", "2021"),
    ("# Annual report on political prisoners in 2021\n", "2021"),
    ("# Proefstichting, jaarverslag over 2019\n", "2019"),
    ("# Overzicht\n\nEerste alinea.\n\n## Verslagperiode: januari tot december 2020\n", "2020"),
    ("# Annual report 2021/22\n", ""),
    ("# Annual report 2021\n\n## Annual report 2020: what became of it\n", ""),
    ("# Report of 3 May 2021\n", ""),
    ("# Een brief over 2021\n", ""),
]  # fmt: skip


@pytest.mark.parametrize(("start", "year"), TITLES)
def test_the_year_that_a_report_covers(start, year):
    text = f"{start}\nIn mei werd Anna Voorbeeld opgepakt, the court said in the reports of that.\n"
    assert read("report.md", text.encode()).metadata.covers == year
