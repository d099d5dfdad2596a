"""Names are compared by what they say; precision, recall and F1 on labelled pairs are printed and have a floor."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.masterdata.name_matching import THRESHOLD, compare

PAIRS = Path(__file__).parents[2] / "data/masterdata/name_pairs.csv"


def test_f1_on_the_labelled_pairs_stays_above_the_floor():
    found = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    with PAIRS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            score = compare(row["name1"], row["name2"], person=row["schema"] == "Person").score
            found[row["is_match"] == "true", score >= THRESHOLD] += 1
    hits, missed, false_alarms = found[True, True], found[True, False], found[False, True]
    precision, recall = hits / (hits + false_alarms), hits / (hits + missed)
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"name matching: {sum(found.values())} pairs, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    )
    assert sum(found.values()) == 95
    assert f1 >= 0.90


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("Faberlic", "FABERLIC EUROPE Sp. z o.o.", 80),
        ("CRYSTALORD SYSTEMS LIMITED", "Crystalord Ltd", 67),
        ("Stripe LLC", "Stripe Limited Liability Company", 100),
        ("Volkswagen AG", "Siemens AG", 0),
        ("深圳市华为技术有限公司", "深圳华为技术有限公司", 86),
        ("华为技术有限公司", "Huawei Jishu Co., Ltd.", 97),
        ("L.X.C. Aviation", "LXC AVIATION", 100),
        ("Brigade Fourty-four", "Brigade 44", 100),
        ("Tupolev 154 Works", "Tupolev 134 Works", 65),
    ],
)
def test_organisations(left, right, score):
    assert compare(left, right, person=False).score == score
    assert compare(right, left, person=False).score == score


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Smith, John", "John Smith", True),
        ("John Doe", "Juan Doe", True),
        ("Osama bin Laden", "Usama ibn Laden", True),
        ("Vladimir Putin", "PUTIN Vladimir Vladimirovich", True),
        ("Сергей Лавров", "Sergey Lavrov", True),
        ("Barack Obama", "Michelle Obama", False),
        ("Bashar al-Assad", "Hafez al-Assad", False),
        ("A Nazarbayev", "Nursultan Naza", False),
    ],
)
def test_people(left, right, same):
    assert (compare(left, right, person=True).score >= THRESHOLD) is same


def test_the_comparison_tells_what_it_rests_on():
    told = compare("Gasprom Neft OAO", "Gazprom Neft Europe JSC", person=False)
    assert [(p.left, p.right, p.reason) for p in told.pairs] == [
        ("neft", "neft", "equal"), ("gasprom", "gazprom", "spelling"),
    ]  # fmt: skip
    assert (told.only_left, told.only_right, told.ignored) == ((), ("europe",), ("oao", "jsc"))


NAMES = st.text(min_size=0, max_size=40) | st.lists(
    st.sampled_from(["al", "GmbH", "Ltd.", "bank", "Müller", "深圳", "44", "Иван", "van", "O'Neil", "S.A."]),
    max_size=8,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(left=NAMES, right=NAMES, person=st.booleans())
def test_any_two_texts_compare_the_same_both_ways_and_within_bounds(left, right, person):
    one, other = compare(left, right, person=person), compare(right, left, person=person)
    assert one.score == other.score
    assert 0 <= one.score <= 100


@given(name=NAMES, person=st.booleans())
def test_a_name_is_the_same_as_itself_in_any_case(name, person):
    if compare(name, name, person=person).pairs:
        assert compare(name, name.swapcase().swapcase(), person=person).score == 100
