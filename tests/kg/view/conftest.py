"""Made-up data folders, the pages written from them, and a browser with the network off."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from kg.build import build
from kg.iris import ident, kg, term
from kg.view import write

HERE = Path(__file__).parent
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--window-size=1500,1000", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip

HOSTILE = (
    "<script>document.title='PWNED'</script>",
    "</script><script>document.title='PWNED'</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload="document.title=\'PWNED\'">',
    "<!--<script>",
    "{{7*7}}${7*7}#{7*7}",
    "Ali\u202eveyil \u2066x\u200b",
    "a\u2028b\u2029c",
    "javascript:alert(document.domain)",
)


def data_folder(folder: Path, extra: list[Quad] | None = None) -> Path:
    store = Store(str(folder / "store"))
    store.load(path=str(HERE / "made_up.trig"), format=RdfFormat.TRIG)
    store.extend(extra or [])
    store.flush()
    return folder


def claim_quads(number: str, facts: dict[str, NamedNode | Literal]) -> list[Quad]:
    """A claim of an arrest, and its event; ``facts`` are what else the claim says."""
    claim, event = ident(f"claim/{number}"), ident(f"event/{number}")
    said = {"rdf:type": kg("Claim"), "kg:claimType": kg("Arrest"), "kg:claims": event} | facts
    return [
        *of(claim, said),
        *of(event, {"kg:eventType": kg("Arrest")}),
    ]


def of(subject: NamedNode, facts: dict[str, NamedNode | Literal]) -> list[Quad]:
    graph = ident("graph/more")
    return [Quad(subject, term(name), value, graph) for name, value in facts.items()]


def person_quads(path: str, name: str, other: str = "") -> list[Quad]:
    facts = {"rdf:type": kg("Person"), "skos:prefLabel": Literal(name)}
    return of(ident(path), facts | ({"skos:altLabel": Literal(other)} if other else {}))


def hostile_quads() -> list[Quad]:
    """A person, an event, a source and a document for each string, which is all they say."""
    quads = []
    for number, text in enumerate(HOSTILE):
        source, document = ident(f"source/h{number}"), ident(f"document/h{number}")
        value = Literal(text)
        quads += person_quads(f"person/hostile-{number}", text, f"other {text}")
        quads += of(document, {"rdf:type": kg("Document"), "dcterms:title": value})
        quads += of(document, {"kg:fileName": value})
        quads += of(source, {"rdf:type": kg("CitedSource"), "dcterms:publisher": value})
        quads += of(source, {"kg:url": Literal("javascript:document.title='PWNED'")})
        facts = {
            "kg:status": kg("Alleged"),
            "kg:subject": ident(f"person/hostile-{number}"),
            "kg:cites": source,
            "oa:hasSource": document,
            **dict.fromkeys(("kg:attributedTo", "kg:agent", "kg:quote", "kg:date"), value),
        }
        quads += claim_quads(f"h{number}", facts)
    return quads


def large_quads() -> list[Quad]:
    """300 people, 1,500 events and 200 sources that tie them together."""
    quads = []
    for number in range(300):
        quads += person_quads(f"person/made-up-{number}", f"Made-up Person {number}")
    for number in range(200):
        facts = {"rdf:type": kg("CitedSource"), "dcterms:title": Literal(f"Paper {number}")}
        quads += of(ident(f"source/s{number}"), facts)
    for number in range(1500):
        facts = {
            "kg:status": kg("Reported"),
            "kg:subject": ident(f"person/made-up-{number % 300}"),
            "kg:cites": ident(f"source/s{number * 7 % 200}"),
            "kg:quote": Literal(f"Sentence number {number}."),
        }
        quads += claim_quads(f"n{number}", facts)
    return quads


def crowd_quads(people: int, most: int) -> list[Quad]:
    """People of whom the first has ``most`` claims, the next one fewer, down to one; an institution
    for every ten says so, in one document."""
    quads = of(ident("document/d"), {"rdf:type": kg("Document"), "kg:fileName": Literal("d.txt")})
    for number in range(people):
        person, court = f"person/made-up-{number:05}", f"organisation/court-{number // 10}"
        quads += person_quads(person, f"Made-up Person {number}")
        quads += of(
            ident(court), {"rdf:type": kg("Organisation"), "skos:prefLabel": Literal(court)}
        )
        for claim in range(max(most - number, 1)):
            facts = {
                "kg:status": kg("Reported"),
                "kg:subject": ident(person),
                "prov:wasAttributedTo": ident(court),
                "oa:hasSource": ident("document/d"),
                "kg:quote": Literal(f"Sentence {claim} about {number}."),
            }
            quads += claim_quads(f"{number}-{claim}", facts)
    return quads


@pytest.fixture(scope="session")
def crowd() -> Callable[[int, int], list[Quad]]:
    return crowd_quads


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data_folder(tmp_path_factory.mktemp("large"), large_quads())


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data_folder(tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="session")
def made_up_page(made_up: Path) -> Path:
    write(made_up, made_up / "graph.html")
    return made_up / "graph.html"


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = data_folder(tmp_path_factory.mktemp("hostile"), hostile_quads())
    write(folder, folder / "graph.html")
    return folder / "graph.html"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the documents that ship with the package, built by the real pipeline."""
    folder = tmp_path_factory.mktemp("samples")
    build([], folder)
    return folder


class Browser:
    """Chromium on one page, and the record of what the page asked for and complained of."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.page = ""

    def open(self, page: Path, ready: str = "return !!window.claimGraph") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.page = page.as_uri()
        self.driver.get(self.page)
        WebDriverWait(self.driver, 20).until(lambda driver: driver.execute_script(ready))

    def run(self, script: str, *values: object) -> Any:
        return self.driver.execute_script(script, *values)

    def click_node(self, node: str) -> None:
        """A mouse click where the node is drawn."""
        place = self.run(
            "const n = claimGraph.network; const p = n.canvasToDOM(n.getPosition(arguments[0]));"
            "const box = document.querySelector('#network canvas').getBoundingClientRect();"
            "return {x: box.left + p.x, y: box.top + p.y}",
            node,
        )
        actions = ActionChains(self.driver)
        actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"]))
        actions.click().perform()

    def wait_for(self, heading: str) -> None:
        """Until the panel shows the thing of that name."""
        WebDriverWait(self.driver, 10).until(
            lambda _: [item.text for item in self.all("#dossier h2")] == [heading]
        )

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [item.text for item in self.all(selector)]

    def requests(self) -> list[str]:
        """The addresses asked for since the page was opened, itself and data: left out."""
        entries = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        asked = [
            entry["params"]["request"]["url"].partition("#")[0]
            for entry in entries
            if entry["method"] == "Network.requestWillBeSent"
        ]
        assert self.page in asked, "the record does not even hold the page itself"
        return [url for url in asked if url != self.page and not url.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the console holds: errors, warnings, violations of the content policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


def program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.fail(
        f"{names[0]} is not installed, and without it nobody knows whether graph.html works; "
        "on Debian: apt-get install -y chromium chromium-driver",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    options = webdriver.ChromeOptions()
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")
    driver = webdriver.Chrome(options=options, service=Service(program("chromedriver")))
    try:
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
        )
        yield Browser(driver)
    finally:
        driver.quit()
