"""The calculators: five golden cases reckoned by hand, the same figures for the same seed, refusals, CSV and PDF."""

import json
import uuid
from decimal import Decimal

import pytest
from django.test import Client

from billing.calculators.asking import asked_of
from billing.calculators.benefit import Effects, benefit
from billing.calculators.comparison import compare
from billing.calculators.costs import Costs, month_costs, year_lines
from billing.calculators.simulation import Range, simulate
from billing.services.calculation import calculation
from tenants.kernel.errors import DomainError
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.client import ApiClient

D = Decimal
NOTHING = D(0)
QUESTION = {
    "plan": "procurement",
    "seats": 10,
    "currency": "EUR",
    "ratePercent": "10",
    "subscription": {"implementation": "6000", "implementationMonths": 3, "operationYear": "2400"},
    "selfBuild": {
        "licenceYear": "12000", "implementation": "120000", "implementationMonths": 12, "operationYear": "36000",
    },
    "effects": {
        "spendYear": "1000000", "savingPercent": "2", "people": "5", "personCostYear": "60000",
        "efficiencyPercent": "10", "rampPercents": ["50", "100", "100"],
    },
    "ranges": [{"driver": "saving_percent", "low": "1", "high": "4"}],
    "seed": 7,
}  # fmt: skip


@pytest.fixture
def counting(world, valkey, settings):
    """The world, and a cache that can count visitors' questions."""
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": valkey.url, "KEY_PREFIX": uuid.uuid4().hex}}


def costs(licence, implementation, months, operation, growth=0):
    return Costs(D(licence), D(implementation), months, D(operation), D(growth))


GOLDEN = {
    "subscribing is ahead from the first month": (
        costs(1200, 0, 1, 0), costs(0, 3600, 12, 1200), 0, D(3600), "subscription", 1,
    ),
    "building is dear at first and cheap later": (
        costs(12000, 0, 1, 0), costs(0, 12000, 1, 1200), 0, D(-20400), "self_build", 14,
    ),
    "an implementation over two years": (
        costs(0, 2400, 24, 600), costs(2400, 0, 1, 0), 0, D(3000), "subscription", 1,
    ),
    "both cost the same": (costs(600, 0, 1, 600), costs(1200, 0, 1, 0), 5, D(0), "same", None),
    "growth and a discount rate": (
        costs(1000, 0, 1, 0, 10), costs(0, 0, 1, 2000, 0), 25, D(2690), "subscription", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_cases_of_self_build_against_subscription(name):
    ours, own, rate, difference, cheaper, month = GOLDEN[name]
    found = compare(subscription=ours, self_build=own, rate_percent=D(rate))
    assert (found.difference, found.cheaper, found.break_even_month) == (difference, cheaper, month)
    assert sum(found.differences) == difference
    for way in (ours, own):
        assert abs(sum(month_costs(way)) - sum(line.total for line in year_lines(way))) < D("1e-18")


def test_present_values_discount_each_year_from_its_end():
    found = compare(
        subscription=costs(1000, 0, 1, 0, 10), self_build=costs(0, 0, 1, 2000), rate_percent=D(25)
    )
    assert found.subscription.npv == D(1000) / D("1.25") + D(1100) / D("1.5625") + D(1210) / D("1.953125")
    assert found.self_build.npv == D(3904)


def test_twelve_per_cent_of_eighty_thousand_million_are_nine_thousand_six_hundred_million():
    effects = Effects(D("80e9"), D(12), NOTHING, NOTHING, NOTHING)
    found = benefit(effects=effects, costs=costs(0, 0, 1, 0), rate_percent=NOTHING)
    assert [year.saving for year in found.years] == [D("9.6e9")] * 3
    assert (found.net, found.npv, found.roi_percent, found.payback_month) == (
        D("28.8e9"),
        D("28.8e9"),
        None,
        1,
    )


def test_the_benefit_reaches_its_full_effect_by_and_by():
    effects = Effects(D(100_000), D(10), D(2), D(10_000), D(5), ramp=(D(50), D(100), D(100)))
    found = benefit(effects=effects, costs=costs(1200, 6000, 6, 1200), rate_percent=NOTHING)
    assert [(y.saving, y.efficiency, y.cost, y.net) for y in found.years] == [
        (5000, 500, 8400, -2900), (10_000, 1000, 2400, 8600), (10_000, 1000, 2400, 8600),
    ]  # fmt: skip
    assert found.payback_month == 17  # 2,900 short after a year, then 716.67 a month
    assert found.roi_percent == D(14_300) / D(13_200) * 100


def drawn(seed):
    effects = Effects(D(1_000_000), D(8), D(5), D(60_000), D(20))
    ranges = {
        "saving_percent": Range(D(5), D(8), D(12)),
        "efficiency_percent": Range(D(20), D(20), D(20)),
        "operation_year": Range(D(10_000), D(20_000), D(60_000)),
    }
    way = costs(30_000, 10_000, 3, 20_000)
    return simulate(effects=effects, costs=way, rate_percent=D(8), ranges=ranges, seed=seed)


def test_ten_thousand_runs_are_the_same_for_the_same_seed_and_rank_their_drivers():
    first, again, other = drawn(7), drawn(7), drawn(8)
    assert first == again
    assert first != other
    assert (first.runs, [round(p) for p in (first.p10, first.p50, first.p90)]) == (10_000, RANKS)
    assert [each.name for each in first.drivers] == ["saving_percent", "operation_year"]
    assert first.drivers[0].correlation > 0 > first.drivers[1].correlation
    assert abs(sum(each.share_percent for each in first.drivers) - 100) < D("1e-20")


RANKS = [145_689, 206_197, 265_944]


def wrong(**changes):
    question = {**QUESTION, **changes}
    with unit_of_work(ACCOUNTS), pytest.raises(DomainError) as refused:
        calculation(asked=asked_of(question))
    return refused.value.code, refused.value.field


def test_what_cannot_be_reckoned_is_refused_by_its_field(world):
    assert wrong(seats=0) == ("INVALID", "seats")
    assert wrong(seats=True) == ("INVALID", "seats")
    assert wrong(ratePercent="-1") == ("INVALID", "ratePercent")
    assert wrong(ratePercent="NaN") == ("INVALID", "ratePercent")
    assert wrong(ratePercent=1.5) == ("INVALID", "ratePercent")
    assert wrong(effects=None) == ("INVALID", "effects")
    assert wrong(effects={**QUESTION["effects"], "rampPercents": ["1"]}) == (
        "INVALID",
        "effects.rampPercents",
    )
    assert wrong(subscription={**QUESTION["subscription"], "implementationMonths": 37}) == (
        "INVALID", "subscription.implementationMonths",
    )  # fmt: skip
    assert wrong(ranges=[{"driver": "saving_percent", "low": "3", "high": "4"}]) == (
        "INVALID", "ranges.saving_percent",
    )  # fmt: skip
    assert wrong(ranges=[{"driver": "weather", "low": "3", "high": "4"}]) == ("INVALID", "ranges.driver")
    assert wrong(plan="distribution") == ("NOT_FOUND", "plan")
    assert wrong(currency="JPY") == ("CURRENCY_NOT_SOLD", "currency")


ASK = """query($input: CalculationInput!) { calculation(input: $input) {
  licencePlan { amount } licenceSeats { amount } licenceCommission { amount }
  subscription { years { year licence { amount } implementation { amount } operation { amount } total { amount } }
    total { amount currency } }
  selfBuild { total { amount } } differences { amount } difference { amount } cheaper breakEvenMonth
  benefit { net { amount } } paybackMonth roiPercent p50 { amount } seed runs drivers { driver } formulas } }"""


def test_a_visitor_is_answered_with_the_prices_of_the_plans(counting):
    found = ApiClient().group(ASK, {"input": QUESTION})["data"]["calculation"]
    licence = [found[name]["amount"] for name in ("licencePlan", "licenceSeats", "licenceCommission")]
    assert licence == ["1788.00", "2280.00", "1000.00"]
    years = found["subscription"]["years"]
    assert [year["implementation"]["amount"] for year in years] == ["6000.00", "0.00", "0.00"]
    assert years[0]["total"]["amount"] == "13468.00"
    assert found["subscription"]["total"] == {"amount": "28404.00", "currency": "EUR"}
    assert (found["selfBuild"]["total"]["amount"], found["difference"]["amount"]) == (
        "264000.00",
        "235596.00",
    )
    assert (found["cheaper"], found["breakEvenMonth"], found["paybackMonth"]) == ("subscription", 1, 5)
    assert [year["net"]["amount"] for year in found["benefit"]] == ["11532.00", "42532.00", "42532.00"]
    assert (found["seed"], found["runs"], found["drivers"]) == (7, 10_000, [{"driver": "saving_percent"}])
    assert any("commission" in line for line in found["formulas"])
    chinese = ApiClient(locale="zh-CN").group(ASK, {"input": QUESTION})["data"]["calculation"]
    assert chinese["formulas"][0].startswith("年许可费")


def test_the_report_comes_as_csv_and_pdf_from_a_link(counting):
    address = "/files/calculation/report"
    given = {"input": json.dumps(QUESTION), "lang": "zh-CN"}
    text = Client().get(f"{address}.csv", given).content.decode("utf-8-sig")
    assert "许可费：佣金,1000.00" in text and "方案,procurement" not in text
    assert "合计,13468.00,7468.00,7468.00,28404.00" in text
    assert Client().get(f"{address}.pdf", {**given, "lang": "en"}).content.startswith(b"%PDF")
    refused = Client().get(f"{address}.csv", {"input": json.dumps({**QUESTION, "seats": 0})})
    assert (refused.status_code, refused.json()["field"]) == (400, "seats")
    assert Client().get(f"{address}.csv", {"input": "[]"}).status_code == 400
