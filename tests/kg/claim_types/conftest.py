"""The command line over a copy of the ontology in which files were added or taken away.

The copy stands before the shipped package on the path of a process of its own, so that all of
the program reads it, by its real loader.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import ontology as package

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that holds a copy of the ontology alone."""
    shutil.copytree(Path(package.__file__).parent, tmp_path / "home" / "ontology")
    return tmp_path / "home"


@pytest.fixture(scope="session")
def program() -> Callable[..., object]:
    """Runs a program of this folder over the ontology in ``home``; what it prints as JSON."""

    def run(name: str, home: Path, *given: object) -> object:
        path = os.pathsep.join((str(home), str(ROOT)))
        env = os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        argv = [sys.executable, HERE / name, *map(str, given)]
        done = subprocess.run(argv, env=env, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def commands(program: Callable[..., object]) -> Callable[..., list[str]]:
    """Runs command lines of ``kg`` over the ontology in ``home``; the output of each."""

    def run(home: Path, *lines: Sequence[object]) -> list[str]:
        given = json.dumps([[str(part) for part in line] for line in lines])
        answers = program("command_lines.py", home, given)
        assert isinstance(answers, list)
        for line, answer in zip(lines, answers, strict=True):
            assert answer["code"] == 0, (line, answer["output"])
        return [answer["output"] for answer in answers]

    return run
