"""The trained pipelines: what ships is small, described and loaded when needed, by name alone."""

import json
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
import spacy

from extract.languages import pipeline as module
from extract.languages.pipeline import PipelineError, check, choices, pipeline
from extract.pipeline import extract
from extract.readers import read

FOLDER = files("extract.languages")
LANGUAGES = ["nl", "en"]
MEGABYTE = 1_000_000
TEXTS = {
    "nl": "De minister is op de hoogte van het bericht dat Anna Voorbeeld niet vrij is.",
    "en": "The minister is aware of the report that Anna Voorbeeld has not been released.",
}
MADE_UP = """
import spacy

def load(**given):
    nlp = spacy.blank({lang!r})
    for name in {pipes!r}:
        nlp.add_pipe(name)
    return nlp
"""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pipeline_ships_and_reads(tag):
    nlp = pipeline(tag)
    doc = nlp(TEXTS[tag])
    assert nlp.lang == tag
    assert doc.has_annotation("DEP")
    assert {"nsubj", "obj", "obl"} <= set(nlp.pipe_labels["parser"])
    assert {"nsubj", "ROOT"} <= {token.dep_ for token in doc}
    assert [(e.text, e.label_) for e in doc.ents] == [("Anna Voorbeeld", "PER")]
    assert all(token.pos_ and token.lemma_ for token in doc)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pipeline_is_small_and_has_its_own_card(tag):
    size = len((FOLDER / tag / "pipeline.zip").read_bytes())
    card = (FOLDER / tag / "card.md").read_text("utf-8")
    assert size <= 15 * MEGABYTE
    with zipfile.ZipFile(str(FOLDER / tag / "pipeline.zip")) as packed:
        version = json.loads(packed.read("meta.json"))["version"]
    assert card.startswith(f"# {tag} {version}\n")
    assert f"{size / MEGABYTE:.1f} MB packed" in card
    assert "CC BY-SA 4.0" in card
    assert "## Scores" in card


@pytest.mark.parametrize("tag", LANGUAGES)
def test_everyone_that_a_card_names_is_credited_in_the_licence(tag):
    licence = " ".join((FOLDER / "MODELS-LICENSE.md").read_text("utf-8").split())
    card = (FOLDER / tag / "card.md").read_text("utf-8")
    made_from = card.partition("## Made from\n")[2].partition("\n\n")[0].splitlines()
    titles = [line.removeprefix("- ").partition(" (")[0] for line in made_from]
    assert len(titles) > 2
    assert [title for title in titles if title not in licence] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_only_the_language_of_the_document_is_loaded(tag, monkeypatch):
    loaded = []
    unpacked = module._unpacked
    monkeypatch.setattr(module, "_unpacked", lambda tag: loaded.append(tag) or unpacked(tag))
    module._pipeline.cache_clear()
    document = read("made-up.txt", TEXTS[tag].encode())
    assert loaded == []
    extract(document)
    extract(document)
    assert loaded == [tag]


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, the current one and on the path, with a package that leaves a mark when run."""
    (tmp_path / "wicked").mkdir()
    code = f"import pathlib\npathlib.Path({str(tmp_path / 'mark')!r}).touch()\n"
    (tmp_path / "wicked" / "__init__.py").write_text(code, encoding="utf-8")
    spacy.blank("nl").to_disk(tmp_path / "saved")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["wicked", "./wicked", "{}/wicked", "saved", "./saved", "{}/saved", "spacy.cli", "-x"]
)
def test_a_path_or_what_only_lies_there_is_not_loaded(name, marked, monkeypatch):
    monkeypatch.setenv("KG_PIPELINES", f"nl={name.format(marked)}")
    with pytest.raises(PipelineError, match="no such package is installed"):
        choices()
    with pytest.raises(PipelineError, match="no such package is installed"):
        check()
    assert not (marked / "mark").exists()


@pytest.mark.parametrize("said", ["nl", "nl=", "=nl_core_news_lg", "nl:nl_core_news_lg"])
def test_a_choice_that_says_nothing_is_refused(said, monkeypatch):
    monkeypatch.setenv("KG_PIPELINES", said)
    with pytest.raises(PipelineError, match="is not language=package"):
        choices()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes an installed package with a pipeline, and chooses it for Dutch."""

    def made(name: str, lang: str, pipes: list[str]) -> None:
        (tmp_path / name).mkdir()
        code = MADE_UP.format(lang=lang, pipes=pipes)
        (tmp_path / name / "__init__.py").write_text(code, encoding="utf-8")
        known = tmp_path / f"{name}-1.2.dist-info"
        known.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n"
        (known / "METADATA").write_text(metadata, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setenv("KG_PIPELINES", f"nl={name}")

    return made


@pytest.mark.parametrize(
    ("lang", "pipes", "message"),
    [
        ("en", ["parser", "tagger"], "its language is 'en'"),
        ("nl", [], "lacks a parser with Universal Dependencies labels"),
        ("nl", ["parser"], "lacks a tagger"),
        ("nl", ["parser", "morphologizer"], "lacks a parser with Universal Dependencies labels"),
    ],
)
def test_what_a_chosen_pipeline_lacks_is_said(lang, pipes, message, install):
    name = f"made_up_{lang}_{len(pipes)}"
    install(name, lang, pipes)
    assert choices() == (f"nl={name} 1.2",)
    with pytest.raises(PipelineError, match=message):
        check()
