"""The shape of the code: which package may import which, and what stays light."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ["ontology", "extract", "kg"]
FOREIGN = {
    "ontology": {"spacy", "pyoxigraph"},
    "extract": {"rdflib", "pyoxigraph"},
    "kg": {"spacy"},
}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield (node.module or "").partition(".")[0]


def modules(package: str) -> list[Path]:
    found = sorted((ROOT / package).rglob("*.py"))
    assert len(found) > 3, f"no modules found in {package}"
    return found


@pytest.mark.parametrize("package", ORDER)
def test_imports_point_one_way(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    wrong = {str(f.relative_to(ROOT)): sorted(later & set(imported(f))) for f in modules(package)}
    assert not {file: names for file, names in wrong.items() if names}


@pytest.mark.parametrize("package", ORDER)
def test_packages_keep_to_their_own_libraries(package: str) -> None:
    wrong = {
        str(f.relative_to(ROOT)): sorted(FOREIGN[package] & set(imported(f)))
        for f in modules(package)
    }
    assert not {file: names for file, names in wrong.items() if names}


def test_nothing_shipped_imports_tests() -> None:
    for package in ORDER:
        for file in modules(package):
            assert "tests" not in set(imported(file))
