"""Why decisions on suppliers stay."""

from tenants.runtime.keeping import keep

keep(
    ("suppliers.SupplierRelation", "suppliers.Assessment", "suppliers.TierTerms", "suppliers.UnitScoreModel",
     "suppliers.ScorePeriod"),
    en="Why the unit bought from a supplier: evidence beside its orders, kept as long as they are.",
    zh="业务单元选择供应商的依据：作为订单的佐证，与订单同期保留。",
)  # fmt: skip
