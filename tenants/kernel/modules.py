"""The catalogue of modules: what a group can switch on and off for its units, alphabetical.

A module holds names by their beginnings: permissions, events, alarms and tasks all begin with their context and
thing (`procurement.requisition.…`), and the longest beginning decides. Types, queries and mutations of the API
belong to the module of the permission they declare. What is off does not exist for a unit; its data stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its words, what it holds, and the modules it cannot do without.

    `on_at_first` says whether it is on in a group that has not chosen; `always_on` that nobody can choose.
    """

    code: str
    en: str
    zh: str
    about_en: str
    about_zh: str
    holds: tuple[str, ...]
    needs: tuple[str, ...] = ()
    always_on: bool = False
    on_at_first: bool = True


MODULES: dict[str, Module] = {
    m.code: m
    for m in (
        Module(
            "approvals",
            "Approvals",
            "审批",
            "Flows with conditions, delegation and reminders. Without it, orders need no approval.",
            "支持条件、委托与提醒的审批流。关闭后，订单无需审批。",
            holds=("approvals.",),
        ),
        Module(
            "core",
            "Group, people and master data",
            "集团、人员与主数据",
            "Units, members, roles, the supplier register, sanctions, items and the audit trail.",
            "业务单元、成员、角色、供应商库、黑名单、物料与审计记录。",
            holds=(
                "accounts.",
                "billing.",
                "departure.",
                "directory.",
                "masterdata.",
                "operations.",
                "privacy.",
                "runtime.",
                "webhooks.",
            ),
            always_on=True,
        ),
        Module(
            "insight",
            "Spend analysis",
            "支出分析",
            "What the group and each unit spend, by unit, supplier, category and month.",
            "集团与各单元的支出，按单元、供应商、品类与月份汇总。",
            holds=("analytics.",),
            needs=("orders",),
        ),
        Module(
            "orders",
            "Order collaboration",
            "订单协同",
            "Purchase orders from draft to close, printed and shared with the supplier.",
            "采购订单从起草到关闭的全过程，可打印并与供应商共享。",
            holds=("procurement.",),
        ),
        Module(
            "receiving",
            "Receiving and invoices",
            "收货与发票",
            "Goods receipts, returns, invoices matched with what was ordered and accepted, and their payment.",
            "收货、退货，与订单和验收结果匹配的发票，以及付款。",
            holds=(
                "procurement.bank_account.",
                "procurement.invoice.",
                "procurement.payment.",
                "procurement.receipt.",
                "procurement.return.",
            ),
            needs=("orders",),
        ),
        Module(
            "requisitions",
            "Requisitions",
            "采购申请",
            "Requests that pass an approval flow and become orders.",
            "经审批后转为订单的采购申请。",
            holds=(
                "procurement.mrp_delivery.",
                "procurement.mrp_demand.",
                "procurement.mrp_source.",
                "procurement.requisition.",
                "procurement.requisition_template.",
            ),
            needs=("approvals", "orders"),
        ),
        Module(
            "suppliers",
            "Supplier grading",
            "供应商分级",
            "Scores, tiers and their terms, certificates, and who may be ordered from.",
            "评分、分级与条款、资质证书，以及可下单的供应商。",
            holds=("suppliers.",),
        ),
    )
}

ALL: frozenset[str] = frozenset(MODULES)
ALWAYS_ON: frozenset[str] = frozenset(code for code, module in MODULES.items() if module.always_on)


@cache
def module_of(name: str) -> str | None:
    """This will give the module that holds a permission, event, alarm or task; None when none does."""
    found = [(len(start), m.code) for m in MODULES.values() for start in m.holds if name.startswith(start)]
    return max(found)[1] if found else None


def is_on(name: str, modules: frozenset[str] | None) -> bool:
    """This will tell whether a permission, event, alarm or task exists where these modules are on.

    None stands for all modules.
    """
    module = module_of(name)
    return modules is None or module is None or module in modules


def needed_by(code: str) -> tuple[str, ...]:
    """This will give every module that cannot do without this one, directly or through others."""
    direct = {m.code for m in MODULES.values() if code in m.needs}
    return tuple(sorted(direct.union(*(needed_by(other) for other in direct))))


def needs_of(code: str) -> tuple[str, ...]:
    """This will give every module that this one cannot do without, directly or through others."""
    direct = set(MODULES[code].needs)
    return tuple(sorted(direct.union(*(needs_of(other) for other in direct))))


Switch = tuple[str, bool, bool]
"""A choice as it is stored: the module, whether it is of a unit and not of the group, and whether it is on."""

NOT_IN_PLAN = "!"
"""Begins the module's name in a row that says that the group's plan does not have it, whatever anybody chose."""


BY_OPERATOR = "~"
"""Begins the module's name in a row of the operator's: off is held back from everybody, on is lent beyond the plan."""


def resolved(switches: Iterable[Switch], *, in_unit: bool) -> frozenset[str]:
    """This will give the modules that are on, out of the choices of a group and its unit or units.

    In a unit its own choice comes before the group's, and the group's before the catalogue's. At the group's door
    a module is on when it is by default, or in some unit. What lacks a module it needs is off, and so is what the
    group's plan does not have, unless the operator lends it, and what the operator holds back; the choices stay.
    """
    switches = list(switches)
    lacking = {module[1:] for module, _, _ in switches if module.startswith(NOT_IN_PLAN)}
    lacking -= {module[1:] for module, _, on in switches if on and module.startswith(BY_OPERATOR)}
    lacking |= {module[1:] for module, _, on in switches if not on and module.startswith(BY_OPERATOR)}
    own: dict[str, bool] = {}
    group: dict[str, bool] = {}
    for chosen, of_unit, on in switches:
        if not of_unit:
            group[chosen] = on
        else:
            own[chosen] = on or (not in_unit and own.get(chosen, False))
    wanted = set(ALWAYS_ON)
    for code, module in MODULES.items():
        by_default = group.get(code, module.on_at_first)
        if own.get(code, by_default) if in_unit else (by_default or own.get(code, False)):
            wanted.add(code)
    wanted -= lacking - ALWAYS_ON
    return _with_what_they_need(frozenset(wanted))


@lru_cache(maxsize=1024)
def _with_what_they_need(wanted: frozenset[str]) -> frozenset[str]:
    return frozenset(code for code in wanted if wanted.issuperset(needs_of(code)))


@lru_cache(maxsize=4096)
def modules_from_text(text: str | None, *, in_unit: bool) -> frozenset[str]:
    """This will read choices as the look-up of an actor brings them: `g+orders u-approvals`."""
    parts = (text or "").split()
    return resolved(((p[2:], p[0] == "u", p[1] == "+") for p in parts), in_unit=in_unit)


EDITIONS: dict[str, frozenset[str]] = {
    "base": ALWAYS_ON | {"orders", "suppliers"},
    "procurement": ALWAYS_ON | {"approvals", "orders", "receiving", "requisitions", "suppliers"},
}
"""What a new group begins with, by the edition it chose: its modules by default, which it may switch later."""
