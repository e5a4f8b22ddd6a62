"""The notebooks run from top to bottom, offline, and are stored without what they printed."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def outputs(notebook: nbformat.NotebookNode) -> str:
    """All that the cells printed or showed as text."""
    found = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    shown = [output.get("data", {}).get("text/markdown", "") for output in found]
    return "".join([*(output.get("text", "") for output in found), *shown])


@pytest.fixture(scope="module")
def started() -> nbformat.NotebookNode:
    notebook = nbformat.read(ROOT / "notebooks" / "start.ipynb", as_version=4)
    resources = {"metadata": {"path": str(ROOT)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    return notebook


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_output_is_stored(path: Path) -> None:
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


def test_the_first_notebook_answers_with_quotes(started: nbformat.NotebookNode) -> None:
    shown = outputs(started)
    assert "2 documents" in shown
    assert "custody-and-cases" in shown
    assert "P7Y: Op 15 april 2021 veroordeelde een rechtbank" in shown


def test_it_shows_no_warning_and_ends_with_a_picture(started: nbformat.NotebookNode) -> None:
    found = [output for cell in started.cells for output in cell.get("outputs", ())]
    assert [output for output in found if output.get("name") == "stderr"] == []
    assert any("image/png" in output.get("data", {}) for output in found)
