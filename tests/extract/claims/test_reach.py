"""When an event was, where its date stands elsewhere: in the frame of the sentence or the text."""

import pytest


def when(claims, *types):
    return [(claim["type"], claim["date"]) for claim in claims if claim["type"] in types]


FRAMED = [
    # what stands before the first verb is of all that is joined after it
    ("en", "In 2015 a committee of experts heard the case of Anna Proefska and urged the state to "
           "release her.", "call_for_release", "2015"),
    ("nl", "Bij zijn aanhouding op 9 februari is Boris Fictiev met een knuppel geslagen.",
     "ill_treatment", "2022-02-09"),
    ("nl", "Toen Boris Fictiev in juni 2019 voor het eerst vastzat, brak een ondervrager zijn "
           "jukbeen.",
     "ill_treatment", "2019-06"),
    ("en", "In 2015 a committee of experts learned that Anna Proefska had been arrested.",
     "arrest", None),
    # a decision and what it orders
    ("nl", "De rechtbank bepaalde op 7 januari dat Boris Fictiev tot en met 12 april achter de "
           "tralies blijft.", "detention", "2022-01-07/2022-04-12"),
    # what came first was over by then, or that long before
    ("nl", "Anna Proefska belandde in mei 2020 in een strafkamp nadat zij was gegrepen.",
     "arrest", "../2020-05"),
    ("nl", "Anna Proefska stierf op 29 mei 2021, vijf dagen nadat zij was gegrepen.",
     "arrest", "2021-05-24"),
    ("en", "Anna Proefska died on 29 May 2021 after she had been arrested twice.",
     "arrest", "../2021-05-29"),
    # the noun of which it tells
    ("nl", "De EU betreurt het vonnis van 25 februari, waarbij het beroep van Anna Proefska werd "
           "verworpen.", "appeal_ruling", "2022-02-25"),
    ("en", "Boris Verzonnov had his first hearing before the district court on 3 February.",
     "hearing", "2022-02-03"),
    ("en", "The trial of Boris Verzonnov, which opened on 24 February 2020, was closed to the "
           "public.", "trial", "2020-02-24"),
    # of two dates, the one that hangs on the verb
    ("en", "The sentence of Anna Proefska, passed in July 2020, was upheld by the appeal court in "
           "December 2021.", "appeal_ruling", "2021-12"),
    ("en", "Surgeons operated on Boris Verzonnov for a hernia on 2 February.",
     "medical_examination", "2022-02-02"),
    # what another clause says of somebody else
    ("en", "Anna Proefska, whose brother was arrested on 3 May 2021, is ill.",
     "health_condition", None),
    # after so long in prison, free on a day
    ("nl", "Anna Proefska is woensdag, na 400 dagen cel, vrijgelaten.", "release", "2022-03-09"),
    ("nl", "Anna Proefska is woensdag, na 400 dagen cel, vrijgelaten.", "detention", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "date"), FRAMED)
def test_the_frame_of_the_sentence(said, language, text, kind, date):
    assert when(said(text, language=language), kind) == [(kind, date)]


TENSES = [
    ("nl", "Donderdag mocht Anna Proefska de gevangenis in Minsk verlaten.", "2022-03-10"),
    ("nl", "Anna Proefska heeft vrijdag de gevangenis in Minsk mogen verlaten.", "2022-03-11"),
    ("nl", "Anna Proefska is vrijdag, na lang beraad van de rechters, vrijgelaten.", "2022-03-11"),
    ("nl", "Anna Proefska wordt vrijdag vrijgelaten.", "2022-03-18"),
]


@pytest.mark.parametrize(("language", "text", "date"), TENSES)
def test_the_perfect_is_past_however_far_its_verb(said, language, text, date):
    assert when(said(text, language=language), "release") == [("release", date)]


TWICE = [
    # a headline, and what stands under it
    ("nl", "Schrijfster Anna Proefska weer vrij\n\nMINSK, 14 maart 2022 – De schrijfster Anna "
           "Proefska is vrijdag vrijgelaten uit een gevangenis in Minsk, zo heeft haar man "
           "bekendgemaakt.", ["2022-03-11", "2022-03-11"]),
    ("nl", "Schrijfster Anna Proefska weer vrij\n\nMINSK, 14 maart 2022 – De schrijfster Anna "
           "Proefska is in mei 2019 vrijgelaten uit een gevangenis in Minsk, zo heeft haar man "
           "bekendgemaakt.", [None, "2019-05"]),
    # the text comes back to it, unless it was another one
    ("en", "The release of Anna Proefska was welcomed by her union.\n\nShe was released on 3 "
           "March.", ["2022-03-03", "2022-03-03"]),
    ("en", "Anna Proefska had been released twice.\n\nShe was released on 3 March.",
     [None, "2022-03-03"]),
    ("en", "Anna Proefska was released in 2015.\n\nShe was released on 3 March.\n\nThe release of "
           "Anna Proefska was welcomed by her union.", ["2015", "2022-03-03", None]),
    ("en", "Boris Verzonnov was released on 3 March.\n\nThe release of Anna Proefska was welcomed "
           "by her union.", ["2022-03-03", None]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "dates"), TWICE)
def test_an_event_told_twice(said, language, text, dates):
    found = when(said(text, language=language), "release")
    assert [date for _, date in found] == dates


ISSUED = [
    ("en", "We call on the authorities to release Anna Proefska.", "call_for_release",
     "2022-03-14"),
    ("nl", "Wij roepen de regering op Anna Proefska vrij te laten.", "call_for_release",
     "2022-03-14"),
    ("en", "The union called on the authorities to release Anna Proefska.", "call_for_release",
     None),
    ("en", "The Supreme Court has upheld the sentence of Anna Proefska.", "appeal_ruling",
     "2022-03-14~"),
    ("en", "The Supreme Court has repeatedly upheld the sentence of Anna Proefska.",
     "appeal_ruling", None),
    ("en", "Life is hard.\n\nThe Supreme Court has upheld the sentence of Anna Proefska.",
     "appeal_ruling", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "date"), ISSUED)
def test_the_day_of_the_document(said, language, text, kind, date):
    assert when(said(text, language=language), kind) == [(kind, date)]


NARRATED = [
    ("nl", "Anna Proefska werd op 3 mei 2021 gearresteerd. Sindsdien zit zij vast in Minsk.",
     "detention", "2021-05-03/.."),
    ("nl", "Sindsdien zit Anna Proefska vast in Minsk.", "detention", None),
    ("en", "On 16 May 2019 Boris Verzonnov was seized by police. He was remanded in custody for "
           "two months on 18 May.", "detention", "2019-05-18"),
    ("en", "On 16 May 2019 Boris Verzonnov was seized by police. He was released on 18 January.",
     "release", "2022-01-18"),
    ("en", "A court in Minsk sentenced Boris Verzonnov on Friday to a fine. He walked free from "
           "the courtroom.", "release", "2022-03-11"),
    ("en", "He walked free. Boris Verzonnov was set free in the courtroom.", "release", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "date"), NARRATED)
def test_the_narrative_goes_on(said, language, text, kind, date):
    assert (kind, date) in when(said(text, language=language), kind)


PLACES = [
    ("nl", "Boris Fictiev werd op 3 mei 2021 bij zijn woning opgepakt.", "arrest", "zijn woning"),
    ("nl", "Boris Fictiev is maandag door agenten thuis opgehaald.", "arrest", "thuis"),
    (
        "nl",
        "Anna Proefska werd na terugkeer uit Berlijn op het vliegveld gearresteerd.",
        "arrest",
        "het vliegveld",
    ),
    ("nl", "Anna Proefska werd gearresteerd en verloor haar huis.", "arrest", None),
    (
        "en",
        "Anna Proefska was arrested in Minsk after she had left the house of her brother.",
        "arrest",
        "Minsk",
    ),
    ("en", "Anna Proefska was set free in the courtroom.", "release", "the courtroom"),
    (
        "en",
        "In Hanoi, Anna Proefska went on hunger strike on 8 February.",
        "hunger_strike",
        "Hanoi",
    ),
    ("en", "Boris Verzonnov died in Tora Prison in 2021.", "death", "Tora Prison"),
]


@pytest.mark.parametrize(("language", "text", "kind", "place"), PLACES)
def test_where(said, language, text, kind, place):
    found = [claim.get("place") for claim in said(text, language=language) if claim["type"] == kind]
    assert found == [place]


def test_how_long_somebody_was_held_there(said):
    (claim,) = said("Anna Proefska spent 17 days in Tora Prison.", language="en")
    assert (claim["type"], claim["duration"]) == ("held_at", "P17D")
