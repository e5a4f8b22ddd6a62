"""From a PDF to the graph: where each quote stands on its page."""

import json
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kg.cli import main

PAGES = (
    (
        "A. SINGERS", "", "1. Anna Petrova qizi Voorbeeld", "", "Date of arrest: 3 May 2020", "",
        "Charge: Criminal Code Article 13.2 (Singing in a public place where other people",
        "could hear it and sing along)", "", "Place of detention: Prison No. 7", "",
        "Case background: Voorbeeld was sentenced to six years in prison on 4 June 2021.",
    ),
    (
        "2. Pjotr Fictiev", "", "Date of arrest: 14 July 2021", "",
        "Charge: Criminal Code Article 14 (Reciting)", "", "Place of detention: Prison No. 9",
    ),
)  # fmt: skip
ASK = """
SELECT ?fragment ?category WHERE {
  ?claim kg:claimType kg:Arrest ; oa:hasSelector ?selector ; kg:inSection ?record .
  ?selector a oa:FragmentSelector ; rdf:value ?fragment .
  ?record a kg:Record ; kg:category ?category .
}
"""


def printed() -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for page in PAGES:
        for number, line in enumerate(page):
            bold = line[:2] in ("A.", "1.", "2.")
            canvas.setFont("Times-Bold" if bold else "Times-Roman", 12)
            canvas.drawString(72, 760 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_claims_of_a_pdf_say_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").write_bytes(printed())
    out = tmp_path / "out"
    made = CliRunner().invoke(main, ["build", str(tmp_path / "list.pdf"), "--out", str(out)])
    assert made.exit_code == 0, made.output
    claims = [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {claim["type"] for claim in claims} >= {"arrest", "charge", "held_at", "sentence"}
    for claim in claims:
        assert {box["page"] for box in claim["boxes"]} == {claim["page"]}
        for box in claim["boxes"]:
            assert 70 <= box["left"] < box["right"] <= A4[0]
            assert 60 <= box["top"] < box["bottom"] <= A4[1]
    charge = next(claim for claim in claims if claim["type"] == "charge")
    assert len(charge["boxes"]) == 2
    (tmp_path / "ask.rq").write_text(ASK, encoding="utf-8")
    asked = ["--data", str(out), "query", str(tmp_path / "ask.rq"), "--format", "json"]
    answer = CliRunner().invoke(main, asked)
    assert answer.exit_code == 0, answer.output
    assert "page=1&viewrect=72," in answer.output
    assert "page=2&viewrect=72," in answer.output
    assert "SINGERS" in answer.output
    checked = CliRunner().invoke(main, ["--data", str(out), "validate"])
    assert checked.exit_code == 0, checked.output
