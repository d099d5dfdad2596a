"""Weights of despatch advices in kilograms, whatever unit of mass they are stated in."""

from decimal import Decimal
from typing import Any

from commerce.masterdata.uoms import UOMS
from commerce.procurement.exchange.values import MAX_DECIMALS, number, words
from tenants.kernel.errors import Invalid

KILOGRAMS = {
    "KGM": Decimal(1), "GRM": Decimal("0.001"), "MGM": Decimal("0.000001"), "DTN": Decimal(100),
    "TNE": Decimal(1000), "LBR": Decimal("0.45359237"), "ONZ": Decimal("0.028349523125"),
    "STN": Decimal("907.18474"), "LTN": Decimal("1016.0469088"),
}  # fmt: skip
"""Kilograms of one unit of UN/ECE Recommendation 20; every one is exact by definition."""

COUNTED = ("C62", "EA", "H87")
"""Ones and pieces: published despatch advices put them where no weight is known. A count weighs nothing."""

_FINEST = Decimal(1).scaleb(-MAX_DECIMALS)
_MOST_DECIMALS = 12


class WeightUnitUnknown(Invalid):
    """A weight is stated in a unit that is not converted to kilograms."""

    code = "EXCHANGE_WEIGHT_UNIT"

    def __init__(self, *, name: str, unit: str) -> None:
        english = ", ".join(f"{code} ({UOMS[code][0]})" for code in KILOGRAMS)
        chinese = "、".join(f"{code}（{UOMS[code][1]}）" for code in KILOGRAMS)
        super().__init__(
            field="file",
            reason_en=f"{name} has the unit {unit[:20]!r}, which is not converted to kilograms. Use: {english}.",
            reason_zh=f"{name} 的单位“{unit[:20]}”无法换算为千克，请使用：{chinese}。",
        )


def kilograms(text: str, unit: str, name: str) -> Decimal | None:
    """This will read a weight in a unit; None for nothing and for what is counted, not weighed.

    A millionth of a kilogram is the finest that is kept, and a weight in another unit is rounded to it. Raises
    BadValue, WeightUnitUnknown.
    """
    factor = KILOGRAMS.get(unit)
    value = number(text, name, decimals=MAX_DECIMALS if factor == 1 else _MOST_DECIMALS)
    if value is None or unit in COUNTED:
        return None
    if factor is None:
        raise WeightUnitUnknown(name=name, unit=unit)
    weight = value * factor
    return weight if factor == 1 else weight.quantize(_FINEST).normalize()


def measured(measure: Any) -> Decimal | None:
    """This will read an element of UBL that has its unit as `unitCode`; raises as `kilograms` does."""
    if measure is None:
        return None
    return kilograms(words(measure), measure.get("unitCode", ""), measure.tag.rpartition("}")[2])
