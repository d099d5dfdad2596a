"""A calculation as tables of text: the same rows go into the CSV file and onto the printed page."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from billing.calculators.comparison import Priced
from billing.calculators.costs import Costs
from billing.calculators.formulas import formulas
from billing.services.calculation import Calculation
from tenants.kernel.money import round_amount

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Costs and benefit over three years", "三年成本与收益测算"),
    "note": (
        "Figures are those the asker put in, with the present price list; not an offer.",
        "数据由使用者输入，并按现行价目表计算；不构成报价。",
    ),
    "inputs": ("What was put in", "输入"),
    "plan": ("Plan", "方案"),
    "seats": ("Seats", "席位"),
    "rate_percent": ("Discount rate %", "折现率 %"),
    "subscription": ("Subscription", "订阅"),
    "self_build": ("Self-build", "自建"),
    "same": ("The same", "相同"),
    "licence": ("Licence", "许可费"),
    "licence_plan": ("Licence: plan", "许可费：方案"),
    "licence_seats": ("Licence: seats", "许可费：席位"),
    "licence_commission": ("Licence: commission", "许可费：佣金"),
    "implementation": ("Implementation", "实施费"),
    "implementation_months": ("Months of implementation", "实施月数"),
    "operation": ("Operation", "运维费"),
    "operation_year": ("Operation a year", "年运维费"),
    "growth_percent": ("Growth a year %", "年增长率 %"),
    "licence_year": ("Licence a year", "年许可费"),
    "spend_year": ("Ordered a year", "年采购额"),
    "saving_percent": ("Lower prices %", "采购降本 %"),
    "people": ("People who buy", "采购人员数"),
    "person_cost_year": ("Cost of a person a year", "人均年成本"),
    "efficiency_percent": ("Less work %", "人效提升 %"),
    "ramp": ("Reached in years 1, 2, 3 %", "第 1、2、3 年达成 %"),
    "range": ("Range: {of}", "区间：{of}"),
    "year": ("Year {year}", "第 {year} 年"),
    "total": ("Total", "合计"),
    "npv": ("Present value", "净现值"),
    "difference": ("Self-build less subscription", "自建减订阅"),
    "comparison": ("Comparison", "比较"),
    "cheaper": ("Cheaper over three years", "三年更经济"),
    "break_even": ("Ahead for good from month", "自第几个月起持续领先"),
    "benefit": ("Benefit of the subscription", "订阅的收益"),
    "saving": ("Lower prices", "采购降本"),
    "efficiency": ("Less work", "人效提升"),
    "cost": ("Costs", "成本"),
    "net": ("Remains", "净收益"),
    "roi": ("Return %", "投资回报率 %"),
    "payback": ("Payback in month", "回收期（月）"),
    "simulation": ("Simulation of the present value", "净现值模拟"),
    "runs": ("Runs", "次数"),
    "seed": ("Seed", "随机种子"),
    "above_zero": ("Runs above zero %", "大于零的比例 %"),
    "drivers": ("Drivers, the strongest first", "驱动因素(由强到弱)"),
    "correlation": ("Rank correlation", "秩相关系数"),
    "share": ("Share %", "占比 %"),
    "formulas": ("Formulas", "公式"),
    "never": ("not within 36 months", "36 个月内未达到"),
}

COSTS = ("licence_year", "implementation", "implementation_months", "operation_year", "growth_percent")
EFFECTS = ("spend_year", "saving_percent", "people", "person_cost_year", "efficiency_percent")


@dataclass(frozen=True, slots=True)
class Table:
    """A part of the report: heading, columns, rows of text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything of a report in one language."""

    title: str
    note: str
    tables: tuple[Table, ...]
    formulas_title: str
    formulas: tuple[str, ...]


def report_of(found: Calculation, locale: str) -> Report:
    """This will lay a calculation out in a language."""
    writer = _Writer(found, chinese=locale.lower().startswith("zh"))
    return Report(
        title=writer.word("title"),
        note=writer.word("note"),
        tables=(
            writer.inputs(),
            writer.costs("subscription", found.comparison.subscription),
            writer.costs("self_build", found.comparison.self_build),
            writer.comparison(),
            writer.benefit(),
            writer.simulation(),
            writer.drivers(),
        ),
        formulas_title=writer.word("formulas"),
        formulas=tuple(formulas(locale)),
    )


def as_csv(report: Report) -> bytes:
    """This will write a report as CSV that spreadsheets open with the right letters."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerows([[report.title], [report.note]])
    for table in report.tables:
        lines.writerows([[], [table.title, *table.columns], *table.rows])
    lines.writerows([[], [report.formulas_title], *([line] for line in report.formulas)])
    return out.getvalue().encode("utf-8-sig")


def plain(number: Decimal, places: int = 2) -> str:
    """This will write a number with so many decimals at most, without zeros behind them."""
    text = f"{number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class _Writer:
    def __init__(self, found: Calculation, *, chinese: bool) -> None:
        self.found = found
        self.chinese = chinese
        self.currency = found.asked.currency

    def word(self, name: str, **values: object) -> str:
        """A word of the report."""
        return WORDS[name][int(self.chinese)].format(**values)

    def money(self, amount: Decimal) -> str:
        """An amount without its currency, which stands in the heading."""
        return f"{round_amount(amount, self.currency):f}"

    def month(self, month: int | None) -> str:
        """A month's number, or that it is not reached."""
        return self.word("never") if month is None else str(month)

    def inputs(self) -> Table:
        """Everything that was put in, and what the plan's licence is made of."""
        asked, licence = self.found.asked, self.found.licence
        rows = [
            (self.word("plan"), licence.name[int(self.chinese)]),
            (self.word("seats"), str(asked.seats)),
            (self.word("rate_percent"), plain(asked.rate_percent)),
        ]
        for name in ("plan", "seats", "commission"):
            rows.append((self.word(f"licence_{name}"), self.money(getattr(licence, name))))
        rows += self._cost_rows("subscription", asked.subscription, COSTS[1:])
        rows += self._cost_rows("self_build", asked.self_build, COSTS)
        for name in EFFECTS:
            rows.append((self.word(name), plain(getattr(asked.effects, name))))
        rows.append((self.word("ramp"), " / ".join(plain(share) for share in asked.effects.ramp)))
        for name, span in asked.ranges.items():
            values = " – ".join(plain(value) for value in (span.low, span.likely, span.high))
            rows.append((self.word("range", of=self.word(name)), values))
        return Table(self.word("inputs"), (self.currency,), tuple(rows))

    def _cost_rows(self, way: str, costs: Costs, names: Sequence[str]) -> list[tuple[str, str]]:
        title = self.word(way)
        return [(f"{title}: {self.word(name)}", plain(Decimal(getattr(costs, name)))) for name in names]

    def _years(self) -> tuple[str, ...]:
        return (*(self.word("year", year=year) for year in (1, 2, 3)), self.word("total"))

    def _row(self, name: str, amounts: Sequence[Decimal]) -> tuple[str, ...]:
        sums = [*amounts, sum(amounts, Decimal(0))]
        return (self.word(name), *(self.money(amount) for amount in sums))

    def costs(self, way: str, priced: Priced) -> Table:
        """The three lines of one way."""
        lines = ("licence", "implementation", "operation", "total")
        rows = [self._row(name, [getattr(year, name) for year in priced.years]) for name in lines]
        rows.append((self.word("npv"), "", "", "", self.money(priced.npv)))
        return Table(f"{self.word(way)} ({self.currency})", self._years(), tuple(rows))

    def comparison(self) -> Table:
        """Both ways beside each other."""
        compared = self.found.comparison
        rows = (
            self._row("difference", compared.differences),
            (self.word("npv"), "", "", "", self.money(compared.npv_difference)),
            (self.word("cheaper"), "", "", "", self.word(compared.cheaper)),
            (self.word("break_even"), "", "", "", self.month(compared.break_even_month)),
        )
        return Table(f"{self.word('comparison')} ({self.currency})", self._years(), rows)

    def benefit(self) -> Table:
        """What it brings."""
        brought = self.found.benefit
        names = ("saving", "efficiency", "cost", "net")
        rows = [self._row(name, [getattr(year, name) for year in brought.years]) for name in names]
        roi = "" if brought.roi_percent is None else plain(brought.roi_percent)
        for name, value in (
            ("npv", self.money(brought.npv)),
            ("roi", roi),
            ("payback", self.month(brought.payback_month)),
        ):
            rows.append((self.word(name), "", "", "", value))
        return Table(f"{self.word('benefit')} ({self.currency})", self._years(), tuple(rows))

    def simulation(self) -> Table:
        """How sure it is."""
        drawn = self.found.simulation
        rows = (
            ("P10", self.money(drawn.p10)),
            ("P50", self.money(drawn.p50)),
            ("P90", self.money(drawn.p90)),
            (self.word("above_zero"), plain(drawn.above_zero_percent)),
            (self.word("runs"), str(drawn.runs)),
            (self.word("seed"), str(drawn.seed)),
        )
        return Table(self.word("simulation"), (self.currency,), rows)

    def drivers(self) -> Table:
        """What moves the result."""
        rows = tuple(
            (self.word(each.name), plain(each.correlation, 4), plain(each.share_percent))
            for each in self.found.simulation.drivers
        )
        return Table(self.word("drivers"), (self.word("correlation"), self.word("share")), rows)
