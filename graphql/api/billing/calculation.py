"""The calculators: what it costs, what building it oneself costs, and what it brings. Open to everyone."""

from collections.abc import Sequence
from decimal import Decimal as PyDecimal
from typing import Any

import graphene
from graphene import Argument, Int, List, NonNull, String
from graphene.utils.str_converters import to_camel_case

from api.guarded import guarded
from api.inputs import Input
from api.permissions import PUBLIC
from api.scalars import Decimal, Money
from billing.calculators.asking import asked_of
from billing.calculators.comparison import Priced
from billing.calculators.formulas import formulas
from billing.services.calculation import Calculation as Reckoned
from billing.services.calculation import calculation
from tenants.accounts.client_ip import client_ip
from tenants.kernel.money import round_amount
from tenants.runtime.cache import take

A_MINUTE = 60
MOST_A_MINUTE = 30
PERCENT_PLACES = PyDecimal("0.01")
CORRELATION_PLACES = PyDecimal("0.0001")


class OwnCostsInput(Input):
    """What the asker spends beside a subscription."""

    implementation = Decimal(required=True, description="One-off.")
    implementation_months = Int(required=True, description="Over how many months it is paid, 1 to 36.")
    operation_year = Decimal(required=True, description="Operation in the first year.")
    growth_percent = Decimal(description="By how much yearly costs grow; none when left out.")


class SelfBuildInput(Input):
    """What building it oneself costs."""

    licence_year = Decimal(required=True, description="Licences of others in the first year.")
    implementation = Decimal(required=True, description="One-off.")
    implementation_months = Int(required=True, description="Over how many months it is paid, 1 to 36.")
    operation_year = Decimal(required=True, description="Operation in the first year.")
    growth_percent = Decimal(description="By how much yearly costs grow; none when left out.")


class EffectsInput(Input):
    """What is expected of a year."""

    spend_year = Decimal(required=True, description="What is ordered in a year.")
    saving_percent = Decimal(required=True, description="By how many per cent prices fall.")
    people = Decimal(required=True, description="People who buy.")
    person_cost_year = Decimal(required=True, description="What one of them costs in a year.")
    efficiency_percent = Decimal(required=True, description="How many per cent of their work is saved.")
    ramp_percents = List(
        NonNull(Decimal), description="What share is reached in each of three years; all when left out."
    )


class DriverRangeInput(Input):
    """How far a driver may be off."""

    driver = String(
        required=True,
        description="spend_year, saving_percent, efficiency_percent, implementation or operation_year.",
    )
    low = Decimal(required=True, description="The least.")
    high = Decimal(required=True, description="The most.")


class CalculationInput(Input):
    """A question to the calculators. Every figure is the asker's; only the plan's prices are ours."""

    plan = String(required=True, description="The plan's code.")
    seats = Int(required=True, description="Seats.")
    currency = String(required=True, description="CNY, EUR or USD; of every amount.")
    rate_percent = Decimal(required=True, description="By which amounts of later years are discounted.")
    subscription = NonNull(OwnCostsInput, description="Costs beside the subscription.")
    self_build = NonNull(SelfBuildInput, description="Costs of building it oneself.")
    effects = NonNull(EffectsInput, description="What it is expected to bring.")
    ranges = List(NonNull(DriverRangeInput), description="What is uncertain.")
    seed = Int(description="Of the simulation; 1 when left out.")


class CostYear(graphene.ObjectType):
    """The costs of one year in three lines."""

    year = Int(required=True, description="1 to 3.")
    licence = graphene.Field(NonNull(Money), description="Licence, commission included.")
    implementation = graphene.Field(NonNull(Money), description="Implementation.")
    operation = graphene.Field(NonNull(Money), description="Operation.")
    total = graphene.Field(NonNull(Money), description="All three.")


class CostsOfThreeYears(graphene.ObjectType):
    """One way of getting a system."""

    years = NonNull(List(NonNull(CostYear)), description="The three years.")
    licence = graphene.Field(NonNull(Money), description="Licence of three years.")
    implementation = graphene.Field(NonNull(Money), description="Implementation.")
    operation = graphene.Field(NonNull(Money), description="Operation of three years.")
    total = graphene.Field(NonNull(Money), description="Their sum.")
    npv = graphene.Field(NonNull(Money), description="What it is worth today.")


class BenefitYear(graphene.ObjectType):
    """What one year brings."""

    year = Int(required=True, description="1 to 3.")
    saving = graphene.Field(NonNull(Money), description="By lower prices.")
    efficiency = graphene.Field(NonNull(Money), description="By less work.")
    cost = graphene.Field(NonNull(Money), description="What the subscription costs.")
    net = graphene.Field(NonNull(Money), description="What remains.")


class DriverRank(graphene.ObjectType):
    """How much a driver moves the result."""

    driver = String(required=True, description="Its name.")
    correlation = Decimal(required=True, description="Spearman's rank correlation with the result.")
    share_percent = Decimal(required=True, description="Its share of the squares of all.")


class Calculation(graphene.ObjectType):
    """The answer of the calculators; amounts in the currency of the question, rounded at the end."""

    licence_plan = graphene.Field(NonNull(Money), description="A year's licence: the plan.")
    licence_seats = graphene.Field(NonNull(Money), description="A year's licence: the seats.")
    licence_commission = graphene.Field(NonNull(Money), description="A year's licence: commission.")
    subscription = graphene.Field(NonNull(CostsOfThreeYears), description="Costs of subscribing.")
    self_build = graphene.Field(NonNull(CostsOfThreeYears), description="Costs of building it oneself.")
    differences = NonNull(List(NonNull(Money)), description="Self-build less subscription, by year.")
    difference = graphene.Field(NonNull(Money), description="The same over three years.")
    npv_difference = graphene.Field(NonNull(Money), description="The same today.")
    cheaper = String(required=True, description="subscription, self_build or same.")
    break_even_month = Int(description="From which month on the cheaper way is ahead for good.")
    benefit = NonNull(List(NonNull(BenefitYear)), description="What it brings, by year.")
    benefit_net = graphene.Field(NonNull(Money), description="What remains over three years.")
    benefit_npv = graphene.Field(NonNull(Money), description="The same today.")
    roi_percent = Decimal(description="Return on what is paid; null where nothing is.")
    payback_month = Int(description="Month of payback; null when it is after three years.")
    runs = Int(required=True, description="Runs of the simulation.")
    seed = Int(required=True, description="Its seed: the same seed gives the same figures.")
    p10 = graphene.Field(NonNull(Money), description="Present value that 10 of 100 runs do not exceed.")
    p50 = graphene.Field(NonNull(Money), description="Present value that 50 of 100 runs do not exceed.")
    p90 = graphene.Field(NonNull(Money), description="Present value that 90 of 100 runs do not exceed.")
    above_zero_percent = Decimal(required=True, description="How many runs of 100 end above zero.")
    drivers = NonNull(List(NonNull(DriverRank)), description="What moves the result, the strongest first.")
    formulas = NonNull(List(NonNull(String)), description="How it was reckoned, in the caller's language.")


def answered(found: Reckoned, locale: str) -> dict[str, Any]:
    """This will write a calculation as the API does."""
    currency = found.asked.currency
    compared, brought, drawn = found.comparison, found.benefit, found.simulation

    def money(amount: PyDecimal) -> dict[str, object]:
        return {"amount": round_amount(amount, currency), "currency": currency}

    def costs(way: Priced) -> dict[str, Any]:
        lines = ("licence", "implementation", "operation")
        sums = {name: money(sum((getattr(year, name) for year in way.years), PyDecimal(0))) for name in lines}
        years = _fields(way.years, (*lines, "total"), money)
        return {"years": years, **sums, "total": money(way.total), "npv": money(way.npv)}

    return {
        "licence_plan": money(found.licence.plan),
        "licence_seats": money(found.licence.seats),
        "licence_commission": money(found.licence.commission),
        "subscription": costs(compared.subscription),
        "self_build": costs(compared.self_build),
        "differences": [money(each) for each in compared.differences],
        "difference": money(compared.difference),
        "npv_difference": money(compared.npv_difference),
        "cheaper": compared.cheaper,
        "break_even_month": compared.break_even_month,
        "benefit": _fields(brought.years, ("saving", "efficiency", "cost", "net"), money),
        "benefit_net": money(brought.net),
        "benefit_npv": money(brought.npv),
        "roi_percent": None if brought.roi_percent is None else brought.roi_percent.quantize(PERCENT_PLACES),
        "payback_month": brought.payback_month,
        "runs": drawn.runs,
        "seed": drawn.seed,
        "p10": money(drawn.p10),
        "p50": money(drawn.p50),
        "p90": money(drawn.p90),
        "above_zero_percent": drawn.above_zero_percent,
        "drivers": [
            {"driver": each.name, "correlation": each.correlation.quantize(CORRELATION_PLACES),
             "share_percent": each.share_percent.quantize(PERCENT_PLACES)}
            for each in drawn.drivers
        ],
        "formulas": formulas(locale),
    }  # fmt: skip


def _fields(rows: Sequence[Any], names: Sequence[str], money: Any) -> list[dict[str, Any]]:
    return [{"year": row.year, **{name: money(getattr(row, name)) for name in names}} for row in rows]


def _camel(value: Any) -> Any:
    if isinstance(value, dict):
        return {to_camel_case(name): _camel(each) for name, each in value.items()}
    return [_camel(each) for each in value] if isinstance(value, list) else value


@guarded(PUBLIC)
def _calculation(root: Any, info: Any, input: dict[str, Any]) -> dict[str, Any]:
    address = client_ip(info.context.request) or "unknown"
    take(tenant="accounts", space="calculation", key=address, amount=MOST_A_MINUTE, seconds=A_MINUTE)
    asked = asked_of(_camel(input))
    return answered(calculation(asked=asked), info.context.actor.locale)


def calculation_field() -> graphene.Field:
    """This will make the root field of the calculators."""
    return graphene.Field(
        Calculation,
        resolver=_calculation,
        input=Argument(NonNull(CalculationInput), description="The question."),
        description="Costs of three years, self-build against subscription, and the benefit with its uncertainty.",
    )
