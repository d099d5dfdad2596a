"""Groups and units for examination from outside: as many as asked for, the same for the same seed."""

import random

from infra.demo.plan import GroupPlan, UnitPlan

PLACES = (
    ("CN", "CNY", "Asia/Shanghai"),
    ("NL", "EUR", "Europe/Amsterdam"),
    ("US", "USD", "America/New_York"),
)


def random_plans(*, groups: int, units: int, seed: int) -> tuple[GroupPlan, ...]:
    """This will plan `groups` groups of `units` units each; places are drawn by the seed."""
    draw = random.Random(seed)  # noqa: S311 a plan of demo data, no secret
    return tuple(
        GroupPlan(
            name=f"Seeded group {number} of seed {seed}",
            mark=f"s{seed}g{number}",
            units=tuple(_unit(seed, number, unit, draw) for unit in range(1, units + 1)),
        )
        for number in range(1, groups + 1)
    )


def _unit(seed: int, group: int, number: int, draw: random.Random) -> UnitPlan:
    country, currency, time_zone = draw.choice(PLACES)
    return UnitPlan(
        slug=f"s{seed}-g{group}-u{number}",
        name=f"Seeded unit {number}",
        country=country,
        currency=currency,
        time_zone=time_zone,
        flow=None,
    )
