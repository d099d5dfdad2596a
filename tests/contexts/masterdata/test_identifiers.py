"""Identifiers are checked by their own rules and stored in one form."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.masterdata.identifiers import BadIdentifier, duns, gtin, hs_code, lei, tax_id, uscc
from commerce.masterdata.supplier_fields import checked

VECTORS = json.loads((Path(__file__).parents[2] / "data/masterdata/identifiers.json").read_text())
USCC = "91110000600037341L"


@pytest.mark.parametrize("check", [uscc, lei])
def test_published_vectors_pass_and_their_corruptions_do_not(check):
    vectors = VECTORS[check.__name__]
    assert [check(v) for v in vectors["valid"]] == vectors["valid"]
    for bad in vectors["invalid"]:
        with pytest.raises(BadIdentifier):
            check(bad)


def test_a_gtin_is_stored_with_fourteen_digits():
    assert {text: gtin(text) for text in VECTORS["gtin"]["valid"]} == VECTORS["gtin"]["valid"]
    for bad in VECTORS["gtin"]["invalid"]:
        with pytest.raises(BadIdentifier):
            gtin(bad)


@given(place=st.integers(0, 17), character=st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_any_single_mistyped_character_of_a_credit_code_is_found(place, character):
    typed = USCC[:place] + character + USCC[place + 1 :]
    if typed == USCC:
        assert uscc(typed) == USCC
    else:
        with pytest.raises(BadIdentifier) as refusal:
            uscc(typed)
        assert refusal.value.code == "USCC_CHECK"


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("DE 123.456.789", "DE", "DE123456789"),
        ("123456789", "DE", "DE123456789"),
        ("EL123456789", "GR", "GR123456789"),
        ("CHE-123.456.789 MWST", "CH", "CHE123456789MWST"),
        ("nl 123456789 b01", "NL", "NL123456789B01"),
        ("T1234567890123", "JP", "JPT1234567890123"),
        (USCC.lower(), "CN", USCC),
        ("110105600037341", "CN", "CN110105600037341"),
        ("12-3456789", "US", "US123456789"),
        ("AB12345", "KE", "KEAB12345"),
    ],
)
def test_a_tax_number_is_stored_with_its_country(typed, country, stored):
    assert tax_id(typed, country=country) == stored
    assert tax_id(stored, country=country) == stored


@pytest.mark.parametrize(
    ("typed", "country"), [("12", "DE"), ("ABCDEFGHI", "DE"), ("1" * 21, "KE"), ("x", "FR")]
)
def test_an_implausible_tax_number_is_refused(typed, country):
    with pytest.raises(BadIdentifier):
        tax_id(typed, country=country)


def test_a_duns_number_has_nine_digits():
    assert duns("15-048-3782") == "150483782"
    for bad in ("12345678", "1234567890", "12345678A", "000000000"):
        with pytest.raises(BadIdentifier):
            duns(bad)


def test_a_customs_code_has_an_even_number_of_digits():
    assert hs_code("8542.31") == "854231"
    for bad in ("8542", "85423", "ABCDEF"):
        with pytest.raises(BadIdentifier):
            hs_code(bad)


def test_fields_are_cleaned_and_every_problem_is_told_in_two_languages():
    values, problems = checked(
        {
            "legal_name": "  Ｂaltic\u200b\u202e  Timber\t",
            "country": "中国",
            "tax_id": USCC,
            "currency": "eur",
            "email": "nobody@",
            "duns": "9.1110000600037E+17",
        }
    )
    assert values["legal_name"] == "Ｂaltic Timber"
    assert (values["country"], values["uscc"], values["currency"]) == ("CN", USCC, "EUR")
    assert [(p.field, p.code) for p in problems] == [("duns", "ROUNDED_NUMBER"), ("email", "EMAIL_FORMAT")]
    assert all(p.en and p.zh for p in problems)


def test_two_different_numbers_of_one_chinese_company_cannot_both_be_right():
    other = "91350100M000100Y43"
    _, problems = checked({"legal_name": "甲公司", "country": "CN", "tax_id": other, "uscc": USCC})
    assert [(p.field, p.code) for p in problems] == [("tax_id", "USCC_DIFFERS")]
