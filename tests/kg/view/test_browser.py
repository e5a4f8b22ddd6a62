"""The page in a real browser: headless Chromium, the network off."""

import json
from collections import defaultdict
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.common.keys import Keys

from kg.view import write

TITLE = "Who says what about whom: claims and their evidence"
ANNA = "person/anna-voorbeeld"
COLOURS = """
    const c = document.querySelector('#network canvas');
    const all = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
    const seen = new Set();
    for (let i = 0; i < all.length; i += 4)
      if (all[i + 3]) seen.add(all[i] << 16 | all[i + 1] << 8 | all[i + 2]);
    return seen.size"""


def show(browser: Any, page: Path, node: str, heading: str) -> None:
    browser.open(page)
    browser.click_node(node)
    browser.wait_for(heading)


def test_the_record_sees_what_a_page_asks_for(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "asks.html"
    page.write_text("<img src='https://example.org/x.png'><script>throw 1</script>", "utf-8")
    browser.open(page, ready="return document.readyState === 'complete'")
    assert browser.requests() == ["https://example.org/x.png"]
    assert browser.complaints()


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(
    browser: Any, made_up_page: Path
) -> None:
    show(browser, made_up_page, ANNA, "Anna Voorbeeld")
    assert browser.requests() == []
    assert browser.complaints() == []


def test_nodes_are_drawn_and_labelled(browser: Any, made_up_page: Path) -> None:
    browser.open(made_up_page)
    labels = {node["id"]: node["label"] for node in browser.run("return claimGraph.nodes.get()")}
    assert labels[ANNA] == "Anna Voorbeeld"
    assert labels["event/e1"] == "Sentence\n7 years\n2021-04-15"
    assert labels["event/e2"] == "Alleged: ill-treatment\n2021-06"
    places = browser.run("return claimGraph.network.getPositions()")
    assert set(places) == set(labels) - {"document/00aa"}, "documents are off until asked for"
    assert len({(place["x"], place["y"]) for place in places.values()}) == len(places)
    assert browser.run(COLOURS) > 20


def test_a_click_on_a_person_shows_the_claims_with_their_evidence(
    browser: Any, made_up_page: Path
) -> None:
    show(browser, made_up_page, ANNA, "Anna Voorbeeld")
    assert browser.texts("#dossier blockquote") == [
        "Anna Voorbeeld en Bert Verzonnen werden op 14 juli 2020 gearresteerd.",
        "Op 15 april 2021 veroordeelde een rechtbank hem tot zeven jaar gevangenisstraf.",
        "Anna Voorbeeld zou zijn mishandeld.",
    ]
    assert browser.texts("#dossier .status") == ["asserted", "reported", "alleged"]
    (panel,) = browser.texts("#panel")
    for words in ("Анна Форбильд", "7 years", "Voorbeeldkrant", "answer 4, page 2", "p. 35"):
        assert words in panel
    link = browser.all("#dossier .cites a")[0]
    assert link.get_attribute("href") == "https://example.org/activist"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert browser.all("#dossier blockquote")[0].get_attribute("lang") == "nl"


def test_the_keyboard_reaches_a_person_by_any_spelling(browser: Any, made_up_page: Path) -> None:
    browser.open(made_up_page)
    browser.all("#search")[0].send_keys("форбильд")
    (button,) = browser.all("#people button")
    browser.all("#search")[0].send_keys(Keys.TAB)
    assert browser.driver.switch_to.active_element == button
    button.send_keys(Keys.ENTER)
    browser.wait_for("Anna Voorbeeld")
    assert browser.driver.switch_to.active_element.tag_name == "h2"


def test_what_is_alleged_looks_different_and_can_be_left_out(
    browser: Any, made_up_page: Path
) -> None:
    show(browser, made_up_page, ANNA, "Anna Voorbeeld")
    outline = "return claimGraph.nodes.get(arguments[0]).shapeProperties.borderDashes"
    assert browser.run(outline, "event/e2") == [5, 4]
    assert browser.run(outline, "event/e1") is False
    browser.all("#statuses input[value=alleged]")[0].click()
    assert len(browser.texts("#dossier blockquote")) == 2
    assert "1 left out by the filter" in browser.texts("#panel")[0]
    assert "event/e2" not in browser.run("return claimGraph.network.getPositions()")


def test_documents_appear_when_asked_for(browser: Any, made_up_page: Path) -> None:
    browser.open(made_up_page)
    browser.all("#kinds input[value=document]")[0].click()
    assert "document/00aa" in browser.run("return claimGraph.network.getPositions()")


def test_hostile_text_stays_text(browser: Any, hostile_page: Path, hostile: tuple[str]) -> None:
    browser.open(hostile_page)
    for number in range(len(hostile)):
        name = f"person/hostile-{number}"
        browser.run(f"document.querySelector('#people button[data-id=\"{name}\"]').click()")
        assert len(browser.texts("#dossier blockquote")) == 1
    with pytest.raises(NoAlertPresentException):
        _ = browser.driver.switch_to.alert
    assert browser.driver.title == TITLE
    assert browser.run("return document.scripts.length") == 3
    assert browser.all("img, svg[onload], iframe") == []
    assert browser.requests() == []
    assert browser.complaints() == []


def test_steering_characters_show_and_an_unsafe_address_is_no_link(
    browser: Any, hostile_page: Path
) -> None:
    show(browser, hostile_page, "person/hostile-6", "Ali⟨U+202E⟩veyil ⟨U+2066⟩x⟨U+200B⟩")
    assert "javascript:document.title" in browser.texts("#panel")[0]
    assert browser.all("#panel a") == []


def test_the_shipped_documents_show_every_claim_of_each_person(browser: Any, samples: Path) -> None:
    lines = (samples / "claims.jsonl").read_text("utf-8").splitlines()
    quotes: defaultdict[str, list[str]] = defaultdict(list)
    labels: dict[str, str] = {}
    for claim in map(json.loads, lines):
        if claim["subject"]["kind"] == "person":
            quotes[claim["subject"]["id"]].append(claim["quote"])
            labels[claim["subject"]["id"]] = claim["subject"]["label"]
    browser.open(samples / "graph.html")
    assert len(browser.all("#people button")) == len(labels) > 3
    for person in sorted(quotes, key=lambda name: -len(quotes[name]))[:4]:
        browser.all("#whole")[0].click()
        browser.click_node(person)
        browser.wait_for(labels[person])
        shown = [quote.get_attribute("textContent") for quote in browser.all("blockquote")]
        assert not set(quotes[person]) - set(shown)
    assert browser.requests() == []
    assert browser.complaints() == []


def test_two_thousand_nodes_are_drawn_within_seconds(
    browser: Any, large_folder: Path, tmp_path: Path
) -> None:
    write(large_folder, tmp_path / "large.html")
    begin = perf_counter()
    browser.open(tmp_path / "large.html")
    assert len(browser.run("return claimGraph.network.getPositions()")) > 2000
    assert browser.run(COLOURS) > 20
    assert perf_counter() - begin < 10
    browser.click_node("person/made-up-7")
    browser.wait_for("Made-up Person 7")
