"""What the documents say is there, is there; what users can call is in the documents."""

import re
from pathlib import Path

import click
import pytest

from kg.cli import Commands
from kg.export import formats
from ontology import ontology
from ontology.reference import reference

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = Commands("kg").list_commands(click.Context(click.Command("kg")))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"kg {name}" in README


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(?:^|`)kg ([a-z]+)", README, re.M))))
def test_every_command_in_the_readme_exists(name: str) -> None:
    assert name in COMMANDS


@pytest.mark.parametrize("text", [README, CONTRIBUTING])
def test_every_file_that_is_named_exists(text: str) -> None:
    folders = r"ontology|extract|kg|notebooks|tests|\.ci"
    named = re.findall(rf"[`(]((?:{folders})/[\w./-]+?)[`),]", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_number_of_claim_types_and_questions_is_true() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    questions = len(list((ROOT / "kg" / "questions").glob("*.rq")))
    assert f"{len(ontology().types)} claim types" in changelog
    assert f"{questions} named questions" in changelog


def test_the_export_formats_are_in_the_readme() -> None:
    lowered = README.lower().replace("-", "")
    assert [name for name in formats() if name not in lowered] == []


def test_the_page_of_the_claim_types_is_what_their_files_say() -> None:
    page = (ROOT / "docs" / "claim-types.md").read_text("utf-8")
    assert page == reference(ontology()), "python -m ontology.reference > docs/claim-types.md"
