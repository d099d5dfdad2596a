"""How long records are kept (R32): every context says so beside its models, in `retention.py`; one job a day obeys.

    declare(RetentionRule(code="accounts.invitation", table="accounts.Invitation", days=180, since="expires_at", …))
    keep(["procurement.PurchaseOrder", …], en="Accounting and tax law …", zh="…")

A rule says what kind of record it is, from which date it counts, what is done then, on what grounds, and how far a
group may lengthen it. What no rule ends is kept for a reason that is said.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from django.apps import apps
from django.db.models import DateTimeField, Model, Q, QuerySet
from django.utils.module_loading import autodiscover_modules

Place = Literal["accounts", "platform", "group", "unit"]


def always(at: datetime) -> Q:
    """This will narrow nothing."""
    return Q()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """One rule: rows of `table` whose `since` is more than `days` ago are removed, or blanked where `blank` says how.

    `place` is the role that may do so; `where` narrows the rows. `customers` marks records of what customers' people
    did: legal holds keep those, their removal is told in the group's trail, and a group may keep them for up to
    `longest` days. `person` is the column with the id of whom a row is about, `unit` the one with its unit.
    """

    code: str
    en: str
    zh: str
    ground_en: str
    ground_zh: str
    table: str
    days: int
    since: str
    place: Place
    since_en: str
    since_zh: str
    where: Callable[[datetime], Q] = always
    blank: Mapping[str, object] = field(default_factory=dict)
    customers: bool = False
    longest: int = 0
    group: str = ""
    unit: str = ""
    person: str = ""

    @property
    def model(self) -> type[Model]:
        """The model of the table."""
        return apps.get_model(self.table)

    def due(self, at: datetime, *, days: int | None = None) -> QuerySet[Any]:
        """This will give the rows whose time is over at an instant, after so many days."""
        manager = self.model._default_manager
        return manager.filter(self.where(at), self.before(at, days=self.days if days is None else days))

    def before(self, at: datetime, *, days: int) -> Q:
        """This will tell rows that began to count more than so many days ago."""
        end = at - timedelta(days=days)
        return Q((f"{self.since}__lt", end if isinstance(_column(self), DateTimeField) else end.date()))


def _column(rule: RetentionRule) -> Any:
    """The field that `since` names, also over a relation."""
    *relations, last = rule.since.split("__")
    model: Any = rule.model
    for name in relations:
        model = model._meta.get_field(name).related_model
    return model._meta.get_field(last)


class UnknownTable(LookupError):
    """A rule names a table or column that is not there, or its code is taken."""


_rules: dict[str, RetentionRule] = {}
_kept: dict[str, tuple[str, str]] = {}


def declare(rule: RetentionRule) -> None:
    """This will add a rule to the catalogue; raises UnknownTable for what is not there."""
    if rule.code in _rules and _rules[rule.code] != rule:
        raise UnknownTable(f"{rule.code} is declared twice")
    names = {f.attname for f in rule.model._meta.concrete_fields}
    named = {rule.group, rule.unit, rule.person, *rule.blank} - {""}
    _column(rule)
    if named - names:
        raise UnknownTable(f"{rule.code}: {rule.table} has no {', '.join(sorted(named - names))}")
    _rules[rule.code] = rule


def keep(tables: Iterable[str], *, en: str, zh: str) -> None:
    """This will say why the rows of tables stay for as long as what they belong to."""
    for table in tables:
        apps.get_model(table)
        _kept[table] = (en, zh)


def rules() -> dict[str, RetentionRule]:
    """This will give the catalogue by code, in order."""
    autodiscover_modules("retention")
    return dict(sorted(_rules.items()))


def reasons_to_keep() -> dict[str, tuple[str, str]]:
    """This will give why tables without an end are kept, in English and Chinese."""
    autodiscover_modules("retention")
    return dict(sorted(_kept.items()))


def unexplained(tables: Iterable[str]) -> list[str]:
    """This will name the tables for which there is neither a rule nor a reason to keep."""
    known = {rule.table for rule in rules().values()} | reasons_to_keep().keys()
    return sorted(set(tables) - known)
