"""A third language is one folder: put beside the others, it is read; nothing else changes.

The stub packs are in ``packs/``: Turkish, small but working, and a made-up language of which
spaCy, simplemma and CLDR know nothing, and whose pack has no list but that of common words.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import extract

ROOT = Path(extract.__file__).parent.parent
PACKS = Path(__file__).parent / "packs"
TEXTS = {
    "tr": "Gazeteci Uydurma Kişioğlu 3 Mayıs 2021'de Ankara'da tutuklandı. "
    "Bu haber bir gazete için daha önce yazıldı ve sonra çok okundu.\n\n"
    "Aktivist Deneme Örnekoğlu 7 Oca 2022 günü serbest bırakıldı.\n",
    "nl": "Journalist Anna Voorbeeld werd op 3 mei 2021 in Bakoe gearresteerd. "
    "Dat is het bericht dat in de krant van gisteren stond.\n",
    "en": "Journalist Anna Voorbeeld was arrested in Baku on 3 May 2021. "
    "That was the report that was in the paper of the day.\n",
    "qqq": "Zab zib Anna Voorbeeld 3 zob 2021. Zob zib zab, «zab zib».\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``kg build`` makes of a text in each language, with the packs put in."""
    here = tmp_path_factory.mktemp("third")
    for package in ("ontology", "extract", "kg"):
        unread = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, here / package, ignore=unread)
    for pack in PACKS.iterdir():
        shutil.copytree(pack, here / "extract" / "languages" / pack.name)
    (here / "texts").mkdir()
    for tag, text in TEXTS.items():
        (here / "texts" / f"{tag}.txt").write_text(text, encoding="utf-8", newline="\n")
    command = [sys.executable, "-P", "-m", "kg", "build", "texts", "--out", "out"]
    told = {**os.environ, "PYTHONPATH": str(here)}
    done = subprocess.run(command, cwd=here, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return here / "out"


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_each_document_is_in_its_language(built):
    found = {row["document"]: row["language"] for row in rows(built / "documents.jsonl")}
    assert found == {f"{tag}.txt": tag for tag in TEXTS}


def test_an_empty_pack_reads_nothing_and_stops_nothing(built):
    assert "qqq" not in {row["language"] for row in rows(built / "claims.jsonl")}


def test_the_third_language_is_read(built):
    found = [
        (c["type"], c["subject"]["label"], c["date"], c["args"], c["status"])
        for c in rows(built / "claims.jsonl")
        if c["language"] == "tr"
    ]
    assert found == [
        ("arrest", "Uydurma Kişioğlu", "2021-05-03", {"place": "Ankara"}, "asserted"),
        ("release", "Deneme Örnekoğlu", "2022-01-07", {}, "asserted"),
    ]


@pytest.mark.parametrize(("tag", "place"), [("nl", "Bakoe"), ("en", "Baku")])
def test_the_others_are_read_as_before(built, tag, place):
    found = [
        (c["subject"]["label"], c["date"], c["args"])
        for c in rows(built / "claims.jsonl")
        if c["language"] == tag and c["type"] == "arrest"
    ]
    assert found == [("Anna Voorbeeld", "2021-05-03", {"place": place})]
