"""Planted gold and claims: what is paired, what it counts to, which faults are named."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation import Gold, Read, match, sections
from kg.evaluation.agreement import argument_agrees, date_right, dates_agree, same_subject
from kg.evaluation.faults import KINDS, faults
from kg.evaluation.measures import measure, measure_by
from kg.evaluation.report import by_subject

QUOTE = "Anna Voorbeeld werd op 3 mei tot zes jaar veroordeeld"


def gold(**more: object) -> Gold:
    made = Gold(
        document="a", types=("sentence",), subject="Anna Voorbeeld", kind="person",
        dates=("2021-05-03",), statuses=("asserted",), markers=frozenset(),
        args={"duration": "P6Y"}, quotes=(QUOTE,),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def claim(**more: object) -> Read:
    made = Read(
        document="a", type="sentence", names=("Anna Voorbeeld",), kind="person",
        date="2021-05-03", status="asserted", markers=frozenset(), args={"duration": "P6Y"},
        quote=f"{QUOTE}.", confidence=0.9,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


WRONG: Mapping[str, Mapping[str, object]] = {
    "wrong date": {"date": "2021-06"},
    "wrong argument": {"args": {"duration": "P7Y"}},
    "wrong status": {"status": "alleged"},
    "wrong source": {"markers": frozenset({"2"})},
}


def test_what_is_right_is_found_dated_and_full() -> None:
    counts = measure(match([gold()], [claim()]))
    assert (counts.found, counts.dated, counts.full, counts.status) == (1, 1, 1, 1)
    assert counts.score(counts.full).f1 == 1
    assert not faults(match([gold()], [claim()]))


@pytest.mark.parametrize("kind", WRONG)
def test_each_planted_error_is_named(kind: str) -> None:
    outcomes = match([gold(markers=frozenset({"1"}))], [claim(markers=frozenset({"1"}))])
    assert not faults(outcomes)
    planted = claim(**{"markers": frozenset({"1"}), **WRONG[kind]})
    outcomes = match([gold(markers=frozenset({"1"}))], [planted])
    assert [fault.kind for fault in faults(outcomes)] == [kind]
    assert measure(outcomes).found == 1


@pytest.mark.parametrize(
    "other",
    [
        {"document": "b"},
        {"type": "release"},
        {"names": ("Bert Voorbeeld",)},
        {"quote": "Over haar gezondheid is niets bekend."},
    ],
)
def test_another_document_type_person_or_place_is_not_found(other: Mapping[str, object]) -> None:
    wanted = [gold(), gold(types=("release",), quotes=("is vrijgelaten uit de cel",))]
    counts = measure(match(wanted, [claim(**other)]))
    assert (counts.found, counts.gold) == (0, 2)
    assert counts.claims == (other != {"document": "b"})


def test_missed_and_spurious_are_named() -> None:
    outcomes = match([gold()], [claim(names=("Bert Verzonnen",), status="alleged")])
    missed, spurious = faults(outcomes)
    assert (missed.kind, missed.subject, missed.got) == ("missed", "Anna Voorbeeld", "")
    assert (spurious.kind, spurious.subject) == ("spurious", "Bert Verzonnen")
    assert spurious.got == "2021-05-03, alleged, duration: P6Y"


def test_types_that_the_gold_lacks_do_not_count() -> None:
    assert measure(match([gold()], [claim(), claim(type="age")])).claims == 1


def test_a_type_of_the_family_is_found_and_the_very_type_goes_before_it() -> None:
    assert measure(match([gold()], [claim(type="conviction")])).found == 1
    outcomes = match([gold()], [claim(type="conviction"), claim()])
    assert [item.claim.type for item in outcomes if item.gold and item.claim] == ["sentence"]


def test_the_best_pair_is_taken_first() -> None:
    early, late = gold(dates=("2019",)), gold(dates=("2021",))
    outcomes = match([early, late], [claim(date="2021-05"), claim(date="2019-02")])
    assert measure(outcomes).dated == 2


def test_optional_gold_and_what_is_found_for_it_count_for_nothing() -> None:
    assert measure(match([gold(optional=True)], [claim()])) == measure([])
    assert measure(match([gold(optional=True)], [])) == measure([])


def test_one_claim_may_name_two_charges_but_not_two_sentences() -> None:
    charges = [gold(types=("charge",), args={"charge": what}) for what in ("fraude", "smaad")]
    both = claim(type="charge", args={"charge": ("fraude", "smaad")})
    counts = measure(match(charges, [both]))
    assert (counts.found, counts.right, counts.claims, counts.full) == (2, 1, 1, 2)
    assert counts.score(counts.found).precision == 1
    assert measure(match([gold(), gold()], [claim()])).found == 1


def test_other_right_answers_are_right() -> None:
    wanted = gold(
        types=("charge", "sentence"), dates=("2020", None), statuses=("alleged", "asserted")
    )
    only = measure(match([wanted, gold()], [claim(date=None)]))
    assert only.found == 1
    assert not date_right(gold(), None)
    assert date_right(wanted, None)
    assert not date_right(wanted, "2021")


def test_countries_organisations_and_groups_are_shown_apart() -> None:
    state = {"types": ("treaty_party",), "subject": "Verzonland", "kind": "country", "args": {}}
    found = claim(type="treaty_party", names=("Verzonland",), kind="country", args={})
    counts = by_subject(match([gold(), gold(**state)], [found]))
    assert {name: (m.found, m.gold) for name, m in counts.items()} == {
        "all": (1, 2), "people": (0, 1), "countries, organisations, groups": (1, 1),
    }  # fmt: skip


def test_the_tables_hold_every_group_and_no_more_errors_than_asked() -> None:
    outcomes = match([gold(), gold(document="b")], [])
    tables = dict(sections(outcomes, {"a": "nl"}, 1))
    assert [row[0] for row in tables["By language"].rows] == ["nl", "not read"]
    assert [row[:2] for row in tables["By type"].rows] == [("sentence", 2)]
    assert [row[0] for row in tables["Errors"].rows] == ["missed"]


names = st.sampled_from(["Anna Voorbeeld", "A. Voorbeeld", "Voorbeeld", "Anna", "Bert Verzonnen"])
readings = st.builds(
    claim,
    names=names.map(lambda name: (name,)),
    type=st.sampled_from(["sentence", "conviction", "charge", "age"]),
    date=st.sampled_from([None, "2021", "2021-05-03", "2019"]),
    status=st.sampled_from(["asserted", "alleged"]),
    quote=st.sampled_from([QUOTE, "iets heel anders dan dat"]),
)
wishes = st.builds(
    gold,
    subject=names,
    types=st.sampled_from([("sentence",), ("charge",), ("age", "sentence")]),
    optional=st.booleans(),
)


@given(st.lists(wishes, max_size=6), st.lists(readings, max_size=6))
def test_everything_is_counted_once(wanted: list[Gold], made: list[Read]) -> None:
    outcomes = match(wanted, made)
    whole = measure(outcomes)
    assert whole.gold == sum(not item.optional for item in wanted)
    assert whole.full <= whole.dated <= whole.found <= whole.gold
    assert whole.right <= whole.claims <= len(made)
    for key in (lambda item: item.type, lambda item: item.status, lambda item: item.kind):
        parts = measure_by(outcomes, key).values()
        assert sum(part.gold for part in parts) == whole.gold
        assert sum(part.claims for part in parts) == whole.claims
    assert {fault.kind for fault in faults(outcomes)} <= set(KINDS)


@given(st.sampled_from(["2021", "2021-05", "2021-05-03", "2019~", "2014/..", "../2013"]))
def test_a_date_agrees_with_itself(date: str) -> None:
    assert dates_agree(date, date)


def test_a_name_agrees_across_spellings_and_an_empty_one_with_nothing() -> None:
    assert same_subject("Ilqar Uydurmaov", ["Ilgar UYDURMAOV"])
    assert not same_subject("", [""])
    assert not same_subject("Anna Voorbeeld", ["Anna Verzonnen"])


def test_arguments_that_are_absent_or_other_do_not_agree() -> None:
    assert not argument_agrees("articles", ("281.2",), ("283",))
    assert not argument_agrees("articles", ("een artikel",), ("een artikel",))
    assert not argument_agrees("duration", "P6Y", "P6M")
    assert not argument_agrees("place", "Verzondorp", ())
