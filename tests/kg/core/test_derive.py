from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from extract.values import Source
from kg.ask import ask, question
from kg.derive import derived_quads, events, status_on
from kg.derive.conflicts import _kinds, conflicts
from kg.derive.events import _precision
from kg.derive.nearby import ByMonth
from kg.derive.origins import origins
from kg.derive.rules import agreement, compatible
from kg.derive.vague import overlap
from kg.identity import entities, entity_of
from kg.iris import DERIVED_GRAPH, IDENTITY_GRAPH, document_graph
from kg.quads import document_quads, identity_quads
from kg.statements import Statement, statements
from kg.store import replace_graph, select
from ontology.dates import Interval

ANNA = {"p": ["Anna Voorbeeldov"]}
PAPER = Source(marker="1", publisher="Made-up Post", date="2021-12-16", url="https://a.example/1")


def told(*documents) -> tuple[Statement, ...]:
    return statements(documents, entity_of(entities(documents)))


def stored(*documents) -> Store:
    store, said = Store(), told(*documents)
    for item in documents:
        own = [s for s in said if s.claim.document == item.document.id]
        replace_graph(store, document_graph(item.document.id), document_quads(item, own))
    replace_graph(store, IDENTITY_GRAPH, identity_quads(entities(documents), said))
    replace_graph(store, DERIVED_GRAPH, derived_quads(said))
    return store


def one(made, *claims, day: str | None = "2022-03-14"):
    return made("a.txt", ANNA, [("p", kind, options) for kind, options in claims], date=day)


# ── Events ──────────────────────────────────────────────────────────────────────────────────


def test_claims_that_agree_are_one_event_with_the_most_precise_date_and_all_arguments(made):
    document = one(
        made,
        ("hunger_strike", {"date": "2021-12", "status": "reported", "phase": "end"}),
        ("hunger_strike", {"status": "reported", "phase": "end", "duration": "P41D"}),
        ("hunger_strike", {"date": "2021", "status": "reported"}),
    )
    (event,) = events(told(document))
    assert event.date == "2021-12"
    assert dict(event.args) == {"phase": "end", "duration": "P41D"}
    assert len(event.statements) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"duration": "P7Y"}, {"duration": "P9Y"}),
        ({"date": "2020"}, {"date": "2021"}),
        ({"articles": ("281.2",)}, {"articles": ("167",)}),
    ],
)
def test_what_cannot_be_one_event_is_two(made, first, second):
    assert len(events(told(one(made, ("sentence", first), ("sentence", second))))) == 2


def test_a_claim_that_fits_two_events_equally_joins_neither(made):
    document = one(
        made, ("release", {"date": "2016"}), ("release", {"date": "2020"}), ("release", {})
    )
    assert len(events(told(document))) == 3


def test_names_written_differently_do_not_part_an_event(made):
    document = one(
        made, ("sentence", {"court": "court in Baku"}), ("sentence", {"court": "rechtbank Bakoe"})
    )
    (event,) = events(told(document))
    assert [value for _, value in event.args] == ["court in Baku", "rechtbank Bakoe"]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("asserted", "Arrest"), ("reported", "Arrest"), ("alleged", "AllegedEvent"),
        ("denied", "DeniedEvent"), ("negated", "NegatedEvent"), ("planned", "PlannedEvent"),
        ("asked", "AskedEvent"),
    ],
)  # fmt: skip
def test_only_what_is_stated_as_a_fact_is_of_the_class(made, status, kind):
    store = stored(one(made, ("arrest", {"status": status, "date": "2021"})))
    query = "SELECT ?class ?type { ?claim kg:claims ?event . ?event a ?class ; kg:eventType ?type }"
    ((found, of),) = select(store, query)
    assert found.value.endswith(f"#{kind}")
    assert of.value.endswith("#Arrest")


def test_an_allegation_lends_an_event_nothing(made):
    document = one(
        made,
        ("arrest", {"status": "reported", "date": "2021"}),
        ("arrest", {"status": "alleged", "date": "2021-05-01", "place": "Nowhere"}),
    )
    (event,) = events(told(document))
    assert (event.kind, event.date, event.args) == (None, "2021", ())
    assert len(event.statements) == 2


CLAIM = st.tuples(
    st.sampled_from(["arrest", "sentence", "release"]),
    st.fixed_dictionaries(
        {"status": st.sampled_from(["asserted", "alleged", "denied", "planned"])},
        optional={
            "date": st.sampled_from(["2020", "2021", "2021-05", "2021-05-01"]),
            "duration": st.sampled_from(["P7Y", "P9Y"]),
        },
    ),
)


@given(st.lists(CLAIM, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_derivation_does_not_depend_on_the_order_of_claims(made, claims, chance: random.Random):
    said = told(one(made, *claims))
    shuffled = chance.sample(said, len(said))
    assert events(said) == events(shuffled)
    assert {str(q) for q in derived_quads(said)} == {str(q) for q in derived_quads(shuffled)}


@given(st.lists(CLAIM, min_size=1, max_size=7))
def test_every_claim_has_one_event_and_no_allegation_is_a_fact(made, claims):
    said = told(one(made, *claims))
    found = events(said)
    assert sorted(s.id for e in found for s in e.statements) == sorted(s.id for s in said)
    for event in found:
        assert (event.kind is None) == any(item.factual for item in event.statements)


# ── Origins ─────────────────────────────────────────────────────────────────────────────────


def independent(*documents) -> int:
    said = told(*documents)
    return len({path for paths in origins(said).values() for path in paths})


def test_documents_that_repeat_one_publication_are_one_source(made):
    other = Source(marker="9", publisher="made-up post", url="http://www.a.example/1/#top")
    same_day = Source(marker="2", publisher="Made-up Post", date="2021-12-16", title="Elsewhere")
    documents = [
        made(f"{n}.txt", ANNA, [("p", "arrest", {"cites": [source]})])
        for n, source in enumerate((PAPER, other, same_day))
    ]
    assert independent(*documents) == 1


def test_two_publications_are_two_sources(made):
    other = Source(marker="2", publisher="Invented Times", date="2021-12-16")
    assert independent(one(made, ("arrest", {"cites": [PAPER, other]}))) == 2


def test_the_same_words_elsewhere_go_back_to_what_is_cited_for_them(made):
    words = "was taken from home by men in plain clothes"
    people = {"p": [f"Anna Voorbeeldov {words}"]}
    first = made("a.txt", people, [("p", "arrest", {"cites": [PAPER]})])
    second = made("b.txt", people, [("p", "arrest", {})])
    assert independent(first, second) == 1


def test_documents_that_speak_for_themselves_are_sources_each(made):
    documents = [made(f"{n}.txt", {"p": [f"Anna {n}"]}, [("p", "arrest", {})]) for n in range(3)]
    assert independent(*documents) == 3


def test_the_event_counts_its_independent_sources(made):
    first = made("a.txt", ANNA, [("p", "arrest", {"date": "2021", "cites": [PAPER]})])
    second = made("b.txt", ANNA, [("p", "arrest", {"date": "2021", "cites": [PAPER]})])
    third = made("c.txt", ANNA, [("p", "arrest", {"by": ["Made-up Committee"]})])
    rows = select(stored(first, second, third), "SELECT ?n { ?e kg:independentSources ?n }")
    assert [row[0].value for row in rows if row[0]] == ["2"]


# ── Custody ─────────────────────────────────────────────────────────────────────────────────


def state(store: Store, day: str, known: str | None = None) -> tuple[str, bool]:
    rows = status_on(store, date.fromisoformat(day), date.fromisoformat(known) if known else None)
    (row,) = rows
    return row.state, row.presumed


def test_from_arrest_to_release(made):
    store = stored(
        one(made, ("arrest", {"date": "2021-02-04"}), ("release", {"date": "2021-06-23"}))
    )
    assert state(store, "2021-02-03") == ("unknown", False)
    assert state(store, "2021-02-04") == ("in_custody", False)
    assert state(store, "2021-06-22") == ("in_custody", True)
    assert state(store, "2021-06-23") == ("at_liberty", False)
    (row,) = status_on(store, date(2021, 3, 1))
    assert row.since_earliest == row.last_confirmed == date(2021, 2, 4)
    assert len(row.evidence) == 1


def test_no_release_date_is_not_still_in_prison(made):
    store = stored(one(made, ("arrest", {"date": "2021-02-04"})))
    assert state(store, "2022-02-04") == ("in_custody", True)
    assert state(store, "2022-02-05") == ("unknown", False)


def test_being_held_is_confirmed_on_the_day_that_a_document_says_so(made):
    store = stored(
        one(made, ("arrest", {"date": "2019-02-04"}), ("detention", {}), day="2022-03-14")
    )
    assert state(store, "2022-03-14") == ("in_custody", False)
    assert state(store, "2023-03-14") == ("in_custody", True)


def test_custody_is_since_the_first_of_the_claims_that_agree(made):
    store = stored(
        one(made, ("arrest", {"date": "2021-02-04"}), ("detention", {}), day="2021-03-14")
    )
    (row,) = status_on(store, date(2021, 3, 14))
    assert (row.since_earliest, row.since_latest) == (date(2021, 2, 4), date(2021, 2, 4))
    assert len(row.evidence) == 2


def test_a_vague_date_leaves_the_days_that_it_may_mean_unknown(made):
    store = stored(one(made, ("arrest", {"date": "2021-02-04"}), ("release", {"date": "2021-12"})))
    assert state(store, "2021-11-30")[0] == "in_custody"
    assert state(store, "2021-12-15")[0] == "unknown"
    assert state(store, "2021-12-31")[0] == "at_liberty"


@pytest.mark.parametrize("status", ["alleged", "denied", "negated", "planned", "asked"])
def test_what_is_no_fact_frees_and_jails_nobody(made, status):
    store = stored(
        one(
            made,
            ("arrest", {"date": "2021-02-04"}),
            ("release", {"date": "2021-03-01", "status": status}),
        )
    )
    assert state(store, "2021-03-02")[0] == "in_custody"


def test_house_arrest_is_a_state_of_its_own_and_ends_custody(made):
    store = stored(
        one(made, ("arrest", {"date": "2021-02-04"}), ("house_arrest", {"date": "2021-03-01"}))
    )
    assert state(store, "2021-02-28")[0] == "in_custody"
    assert state(store, "2021-03-02")[0] == "house_arrest"


def test_as_known_on_an_earlier_day(made):
    first = made("a.txt", ANNA, [("p", "arrest", {"date": "2021-02-04"})], date="2021-03-01")
    second = made("b.txt", ANNA, [("p", "release", {"date": "2021-02-20"})], date="2022-03-01")
    store = stored(first, second)
    assert state(store, "2021-04-01")[0] == "at_liberty"
    assert state(store, "2021-04-01", known="2021-12-31")[0] == "in_custody"
    assert status_on(store, date(2021, 4, 1), date(2021, 1, 1)) == ()


def test_a_document_that_dates_the_release_does_not_hold_after_it(made):
    store = stored(
        one(made, ("detention", {}), ("release", {"date": "2022-01-19"}), day="2022-01-28")
    )
    assert state(store, "2022-01-28")[0] == "at_liberty"


def test_between_two_confirmations_custody_is_presumed(made):
    store = stored(
        one(made, ("arrest", {"date": "2019-02-04"}), ("detention", {}), day="2022-03-14")
    )
    assert state(store, "2019-02-03") == ("unknown", False)
    assert state(store, "2021-01-01") == ("in_custody", True)


def test_each_day_on_which_a_document_says_so_confirms_that_someone_is_held(made):
    release = made("a.txt", ANNA, [("p", "release", {"date": "2021-03-01"})], date="2021-04-01")
    held = [("p", "house_arrest", {})]
    first, second = made("b.txt", ANNA, held, "2021-06-01"), made("c.txt", ANNA, held, "2022-03-14")
    store = stored(release, first, second)
    assert state(store, "2021-05-31") == ("at_liberty", True)
    assert state(store, "2021-06-01") == ("house_arrest", False)
    assert state(store, "2021-09-01") == ("house_arrest", True)
    assert state(store, "2022-03-14") == ("house_arrest", False)


def test_held_since_a_year_is_not_held_since_its_first_day(made):
    store = stored(one(made, ("detention", {"date": "2021/.."}), day="2022-03-14"))
    assert state(store, "2021-06-01") == ("unknown", False)
    assert state(store, "2021-12-31") == ("in_custody", False)
    (row,) = status_on(store, date(2022, 3, 14))
    assert (row.since_earliest, row.since_latest) == (date(2021, 1, 1), date(2021, 12, 31))


_CUSTODY = st.tuples(
    st.sampled_from(["arrest", "detention", "house_arrest", "release"]),
    st.sampled_from(
        [None, "2019", "2019-05", "2019-05-03", "2020/..", "../2020-02", "2021-03-01", "2019~"]
    ),
)


@given(
    said=st.lists(st.tuples(_CUSTODY, st.sampled_from(["2019-06-01", "2021-06-01", "2022-03-14"]))),
    on=st.dates(date(2018, 6, 1), date(2023, 12, 31)),
)
def test_who_was_held_on_a_date_does_not_gainsay_the_status_of_that_date(made, said, on):
    documents = [
        made(f"{n}.txt", ANNA, [("p", kind, {"date": when})], date=day)
        for n, ((kind, when), day) in enumerate(said)
    ]
    store = stored(*documents)
    answer = ask(store, question("held-on-date"), {"date": on.isoformat()})
    listed = {str(record["certainty"]) for record in answer.records()}
    held = listed - {"unknown"}
    states = {(row.state, row.presumed) for row in status_on(store, on)}
    confined = [presumed for state, presumed in states if state in ("in_custody", "house_arrest")]
    assert listed or not confined
    assert confined or not held or states == {("unknown", False)}
    assert "confirmed" not in held or confined == [False]


def test_of_a_time_before_anyone_speaks_of_nobody_is_said_to_be_held(made):
    store = stored(one(made, ("detention", {}), day="2022-01-28"))

    def certainty(day: str) -> list[object]:
        found = ask(store, question("held-on-date"), {"date": day})
        return [record["certainty"] for record in found.records()]

    assert certainty("1990-01-01") == []
    assert certainty("2022-01-28") == ["confirmed"]
    assert certainty("2022-03-14") == ["presumed"]
    assert certainty("2030-01-01") == ["unknown"]


def test_intervals_carry_their_vague_bounds(made):
    store = stored(one(made, ("arrest", {"date": "2021-02"}), ("release", {"date": "2021-12"})))
    ((a, b, c, d, confirmed),) = select(
        store,
        "SELECT ?a ?b ?c ?d ?e { ?i a kg:CustodyInterval ; kg:earliestStart ?a ;"
        " kg:latestStart ?b ; kg:earliestEnd ?c ; kg:latestEnd ?d ; kg:lastConfirmed ?e }",
    )
    days = [term.value for term in (a, b, c, d, confirmed) if term]
    assert days == ["2021-02-01", "2021-02-28", "2021-12-01", "2021-12-31", "2021-02-28"]


# ── Conflicts ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "first", "second", "expected"),
    [
        ("sentence", {"duration": "P7Y"}, {"duration": "P9Y"}, ["duration"]),
        ("sentence", {"duration": "P7Y"}, {"duration": "P7Y"}, []),
        ("sentence", {"duration": "P7Y", "date": "2013"}, {"duration": "P9Y", "date": "2020"}, []),
        ("arrest", {}, {"status": "denied"}, ["existence_denied"]),
        ("arrest", {}, {"status": "alleged"}, []),
        ("arrest", {"date": "2013-01-24"}, {"date": "2013-02-04"}, ["date"]),
        ("arrest", {"date": "2013-01-24"}, {"date": "2019-02-04"}, []),
    ],
)
def test_conflicts_are_typed(made, kind, first, second, expected):
    found = conflicts(told(one(made, (kind, first), (kind, second))))
    assert [item.kind for item in found] == expected
    assert all(item.iri.endswith("Conflict") for item in found)


# ── Many claims ─────────────────────────────────────────────────────────────────────────────

_SAID = st.lists(
    st.tuples(
        st.sampled_from([None, "2021", "2021-04", "2021-04-15", "2021-05-20", "2013~", "2014/.."]),
        st.sampled_from([{}, {"duration": "P7Y"}, {"duration": "P9Y"}, {"articles": ("12", "13")}]),
        st.sampled_from(["asserted", "alleged", "denied"]),
        st.sampled_from(["arrest", "sentence"]),
    ),
    max_size=12,
)


@given(said=_SAID)
def test_comparing_only_what_is_near_finds_every_conflict(made, said):
    claims = [(kind, {"date": when, "status": how, **args}) for when, args, how, kind in said]
    every = told(one(made, *claims))
    pairs = (pair for pair in combinations(every, 2) if len({s.claim.type for s in pair}) == 1)
    expected = {(kind, frozenset(s.id for s in pair)) for pair in pairs for kind in _kinds(*pair)}
    assert {(item.kind, frozenset(item.claims)) for item in conflicts(every)} == expected


@given(said=_SAID)
def test_a_claim_is_an_event_of_its_own_where_none_or_several_fit_alike(made, said):
    claims = [(kind, {"date": when, "status": how, **args}) for when, args, how, kind in said]
    every = told(one(made, *claims))
    expected = []
    for key in {(s.claim.type, s.claim.status == "denied") for s in every}:
        group = [s for s in every if (s.claim.type, s.claim.status == "denied") == key]
        homes: list[list[Statement]] = []
        for item in sorted(group, key=_precision):
            ranked = sorted(
                (
                    (agreement(item, home), n)
                    for n, home in enumerate(homes)
                    if compatible(item, home)
                ),
                reverse=True,
            )
            if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
                homes[ranked[0][1]].append(item)
            else:
                homes.append([item])
        expected += [frozenset(s.id for s in home) for home in homes]
    found = [frozenset(s.id for s in event.statements) for event in events(every)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


@given(days=st.lists(st.integers(0, 9000), max_size=30), width=st.integers(0, 1500))
def test_what_is_kept_by_month_leaves_out_nothing_near(days, width):
    first = [date(2000, 1, 1) + timedelta(days=n) for n in days]
    dates = [
        Interval("", day, day + timedelta(days=n * width % 1501)) for n, day in enumerate(first)
    ]
    kept = ByMonth[Interval]()
    for item in dates:
        kept.add(item, item)
    for item in dates:
        assert [other for other in dates if overlap(item, other)] == [
            other for other in kept.near(item) if overlap(item, other)
        ]


# ── Claims ──────────────────────────────────────────────────────────────────────────────────


def test_a_claim_s_id_is_its_meaning_not_its_run(made):
    plain = told(one(made, ("arrest", {"date": "2021"})))
    better = told(one(made, ("arrest", {"date": "2021", "confidence": 0.5, "extractor": "x/2"})))
    other = told(one(made, ("arrest", {"date": "2022"})))
    assert plain[0].id == better[0].id != other[0].id
