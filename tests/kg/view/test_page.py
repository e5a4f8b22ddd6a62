"""The page as text: self-contained, the same bytes every time, closed to what it carries."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from kg.view import write
from kg.view.page import embedded, vis_network


class Parts(HTMLParser):
    """The attributes that could fetch, the inline code and the content policy of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fetching: list[str] = []
        self.inline: list[tuple[str, str]] = []
        self.policy = ""
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        self.fetching += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "action")]
        self._open = tag if values.get("type") != "application/json" else ""

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            self.inline.append((self._open, data))
            self._open = ""


def test_the_page_points_to_nothing_outside_itself(made_up_page: Path) -> None:
    parts = Parts(made_up_page.read_text("utf-8"))
    assert sorted(parts.fetching) == ["#people", "data:,"]
    style = next(text for tag, text in parts.inline if tag == "style")
    assert not re.search(r"url\(|@import|@font-face", style)


def test_the_content_policy_names_exactly_the_code_of_the_page(made_up_page: Path) -> None:
    parts = Parts(made_up_page.read_text("utf-8"))
    hashes = [
        f"'sha256-{b64encode(sha256(t.encode()).digest()).decode()}'" for _, t in parts.inline
    ]
    assert parts.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in parts.policy
    assert sorted(re.findall(r"'sha256-[^']+'", parts.policy)) == sorted(hashes)
    assert len(hashes) == 3


def test_the_same_graph_gives_the_same_bytes(made_up: Path, made_up_page: Path) -> None:
    before = made_up_page.read_bytes()
    for seed, locale in (("0", "C"), ("1", "tr_TR.UTF-8")):
        code = (
            "import sys, pathlib as p; from kg.view import write; write(*map(p.Path, sys.argv[1:]))"
        )
        again = made_up / f"again-{seed}.html"
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PATH": ""}
        subprocess.run(
            [sys.executable, "-c", code, str(made_up), str(again)], check=True, env=environment
        )
        assert again.read_bytes() == before


def test_the_library_keeps_its_licence() -> None:
    assert "@license" in vis_network()[:1500]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_embedded_data_closes_no_script_and_comes_back(value: object) -> None:
    text = embedded({"value": value})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"value": value}


def test_writing_is_quick_with_two_thousand_nodes(tmp_path: Path, large_folder: Path) -> None:
    begin = perf_counter()
    write(large_folder, tmp_path / "graph.html")
    assert perf_counter() - begin < 30
