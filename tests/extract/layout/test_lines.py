"""Lines and pages: every character has its line, whatever ends it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.layout.lines import lines, page_starts

texts = st.text(st.sampled_from("ab \t\n\r\f\v\x85\u2028"), max_size=40)


@given(texts)
def test_lines_hold_all_that_is_not_white_space(text):
    found = lines(text, page_starts(text))
    held = "".join(text[line.start : line.end] for line in found)
    assert "".join(held.split()) == "".join(text.split())
    assert all(line.start <= line.end for line in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(texts)
def test_pages_begin_in_order_and_none_is_empty(text):
    starts = page_starts(text)
    assert list(starts) == sorted(set(starts))
    if starts:
        ends = (*starts[1:], len(text))
        assert starts[0] == 0
        assert len(starts) > 1
        assert text[: starts[1]].strip()
        assert text[ends[-2] :].strip()


def test_an_indented_paragraph_is_no_page():
    assert page_starts(" one\n  two\n three\n ") == ()
    assert page_starts("one\n two\n three") == ()
