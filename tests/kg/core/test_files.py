from __future__ import annotations

import os
from pathlib import Path

from kg.files import gather, samples


def put(path: Path, text: str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*paths: Path, leave_out: Path | None = None) -> list[str]:
    return [item.name for item in gather(paths, leave_out)[0]]


def test_folders_are_read_to_the_bottom_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/c/y.txt", ".hidden/x.txt", "b/.x.txt"):
        put(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "y.txt", "z.txt"]


def test_files_that_share_a_name_are_known_by_their_path(tmp_path: Path) -> None:
    put(tmp_path / "a/same.txt"), put(tmp_path / "b/same.txt"), put(tmp_path / "b/other.txt")
    assert names(tmp_path) == ["a/same.txt", "b/same.txt", "other.txt"]
    together = names(tmp_path / "a", tmp_path / "b")
    assert len(set(together)) == 3


def test_a_file_given_twice_is_one(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt")
    assert names(file, tmp_path, file) == ["a.txt"]


def test_the_order_of_the_arguments_is_no_matter(tmp_path: Path) -> None:
    paths = [put(tmp_path / name) for name in ("x/a.txt", "y/a.txt", "y/b.txt")]
    assert gather(paths) == gather(reversed(paths))


def test_what_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _, refused = gather([tmp_path / "gone.txt", tmp_path / "empty"])
    assert [(item.reason, item.advice) for item in refused] == [
        ("holds no files", "give a folder with documents"),
        ("does not exist", "correct the path"),
    ]


def test_what_a_build_wrote_is_not_read(tmp_path: Path) -> None:
    put(tmp_path / "a.txt"), put(tmp_path / "output/claims.jsonl")
    assert names(tmp_path, leave_out=tmp_path / "output") == ["a.txt"]


def test_a_loop_of_links_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    found, (refused,) = gather([tmp_path])
    assert (found, Path(refused.document).name, refused.code) == ((), "loop.txt", "not-opened")


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found, (refused,) = gather([tmp_path])
    assert (found, refused.code) == ((), "not-a-file")


def test_a_name_of_any_bytes_is_text(tmp_path: Path) -> None:
    put(tmp_path / "b\udcff.txt")
    assert names(tmp_path) == ["b\\xff.txt"]


def test_documents_ship_with_the_package() -> None:
    assert len(names(samples())) >= 2
