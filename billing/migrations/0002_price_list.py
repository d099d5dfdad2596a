"""The price list a new installation begins with; the operator changes it by `manage plans_load`."""

import uuid

from django.db import migrations

GIB = 1024**3
PLANS = [
    {
        "code": "base", "name_en": "Base", "name_zh": "基础版", "position": 1, "is_sold": True,
        "about_en": "Supplier grading and order collaboration.", "about_zh": "供应商分级与订单协同。",
        "modules": ["orders", "suppliers"], "units": 3, "seats": 25, "storage_bytes": 10 * GIB,
        "api_calls": 100_000, "commission_bps": 0,
    },
    {
        "code": "procurement", "name_en": "Procurement", "name_zh": "采购版", "position": 2, "is_sold": True,
        "about_en": "From requisition to matched invoice, with approvals.",
        "about_zh": "从采购申请到发票匹配,含审批。",
        "modules": ["approvals", "insight", "orders", "receiving", "requisitions", "suppliers"],
        "units": 20, "seats": 250, "storage_bytes": 100 * GIB, "api_calls": 1_000_000, "commission_bps": 10,
    },
    {
        "code": "distribution", "name_en": "Distribution", "name_zh": "分销版", "position": 3, "is_sold": False,
        "about_en": "Channel tree, credit, promotions and rebates.", "about_zh": "渠道树、信用、促销与返利。",
        "modules": ["orders", "suppliers"],
        "units": 20, "seats": 250, "storage_bytes": 100 * GIB, "api_calls": 1_000_000, "commission_bps": 10,
    },
    {
        "code": "full", "name_en": "Full", "name_zh": "完整版", "position": 4, "is_sold": True,
        "about_en": "Every module.", "about_zh": "全部模块。", "modules": ["*"], "units": None, "seats": None,
        "storage_bytes": 1024 * GIB, "api_calls": 10_000_000, "commission_bps": 30,
    },
]  # fmt: skip
MONTHLY = {
    "base": {"CNY": (39_000, 6_900), "EUR": (4_900, 900), "USD": (5_500, 1_000)},
    "procurement": {"CNY": (119_000, 14_900), "EUR": (14_900, 1_900), "USD": (16_500, 2_100)},
    "distribution": {"CNY": (119_000, 14_900), "EUR": (14_900, 1_900), "USD": (16_500, 2_100)},
    "full": {"CNY": (199_000, 22_900), "EUR": (24_900, 2_900), "USD": (27_500, 3_200)},
}
CAPS = {
    "base": {"CNY": 0, "EUR": 0, "USD": 0},
    "procurement": {"CNY": 400_000, "EUR": 50_000, "USD": 55_000},
    "distribution": {"CNY": 400_000, "EUR": 50_000, "USD": 55_000},
    "full": {"CNY": 720_000, "EUR": 90_000, "USD": 99_000},
}
MONTHS_PAID_FOR_A_YEAR = 10


def load(apps, schema_editor):
    plans = apps.get_model("billing", "Plan").objects.using(schema_editor.connection.alias)
    prices = apps.get_model("billing", "PlanPrice").objects.using(schema_editor.connection.alias)
    rules = apps.get_model("billing", "CommissionRule").objects.using(schema_editor.connection.alias)
    for row in PLANS:
        plan = plans.create(id=uuid.uuid4(), **row)  # reviewed: the rows stand above
        for currency, (base, seat) in MONTHLY[row["code"]].items():
            for interval, times in (("month", 1), ("year", MONTHS_PAID_FOR_A_YEAR)):
                prices.create(
                    id=uuid.uuid4(), plan=plan, currency=currency, interval=interval, base_minor=base * times,
                    seat_minor=seat * times,
                )  # fmt: skip
            rules.create(
                id=uuid.uuid4(), plan=plan, currency=currency, monthly_cap_minor=CAPS[row["code"]][currency]
            )


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
