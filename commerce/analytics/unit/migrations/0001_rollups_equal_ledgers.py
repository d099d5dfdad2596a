"""Invariant 5: what a unit publishes of its spend and deliveries equals its own ledgers.

Months whose refresh is still to come are not compared: an open event of an order or receipt, or an alarm.
"""

from django.db import migrations

_ME = """
WITH me AS (
  SELECT u.id, u.group_id FROM public.directory_business_unit u
    JOIN pg_catalog.pg_namespace n ON n.nspname = u.schema_name
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.oid = 'procurement_order'::regclass)
"""
_SETTLED = """
   AND NOT EXISTS (SELECT FROM public.runtime_alarm a JOIN me ON a.unit_id = me.id WHERE a.kind = '{alarm}')
   AND NOT EXISTS (SELECT FROM public.runtime_outbox_event e JOIN me ON e.unit_id = me.id
                    WHERE e.closed_at IS NULL AND e.event_type LIKE '{events}')
"""
_NONE = "'00000000-0000-0000-0000-000000000000'::uuid"


def _whole(view: str, *, alarm: str, events: str) -> str:
    """The statement with its parts put in."""
    settled = _SETTLED.format(alarm=alarm, events=events)
    return view.replace(":settled", settled).replace(":me", _ME).replace(":none", _NONE)


SPEND = _whole(
    """
CREATE VIEW inv_analytics_spend AS :me, ledger AS (
  SELECT date_trunc('month', o.order_date)::date AS month_date, o.supplier_org_gid AS supplier_org_id,
         coalesce(l.category_gid, :none) AS category_id, o.currency, sum(l.line_extension_amount) AS amount,
         count(*) AS lines
    FROM procurement_order o JOIN procurement_order_line l ON l.order_id = o.id
   WHERE o.status IN ('issued', 'closed', 'short_closed') AND o.order_date IS NOT NULL
     AND o.order_type_code <> '221'
   GROUP BY 1, 2, 3, 4),
kept AS (
  SELECT r.month_date, r.supplier_org_id, coalesce(r.category_id, :none) AS category_id, r.currency,
         r.spend_amount AS amount, r.line_count AS lines
    FROM public.analytics_spend_rollup r JOIN me ON me.id = r.unit_id AND me.group_id = r.group_id)
SELECT month_date, supplier_org_id, category_id, currency, l.amount AS ledger_amount, k.amount AS kept_amount
  FROM ledger l FULL JOIN kept k USING (month_date, supplier_org_id, category_id, currency)
 WHERE (l.amount IS DISTINCT FROM k.amount OR l.lines IS DISTINCT FROM k.lines)
:settled
""",
    alarm="analytics.spend.refresh",
    events="procurement.order.%",
)

DELIVERY = _whole(
    """
CREATE VIEW inv_analytics_delivery AS :me, came AS (
  SELECT d.received_date, d.supplier_org_gid, d.item_gid, d.quantity, d.due_date
    FROM procurement_delivery_record d
  UNION ALL
  SELECT s.delivered_date, o.supplier_org_gid, l.item_gid, s.delivered_quantity,
         coalesce(s.promised_date, s.requested_date)
    FROM procurement_order o
    JOIN procurement_order_line l ON l.order_id = o.id
    JOIN procurement_order_schedule s ON s.line_id = l.id
   WHERE o.origin = 'import' AND s.delivered_quantity > 0 AND s.delivered_date IS NOT NULL
     AND NOT EXISTS (SELECT FROM procurement_receipt r WHERE r.order_id = o.id AND r.posted_at IS NOT NULL)),
ledger AS (
  SELECT date_trunc('month', received_date)::date AS month_date, supplier_org_gid AS supplier_org_id,
         coalesce(item_gid, :none) AS item_id, sum(quantity) AS quantity,
         coalesce(sum(quantity) FILTER (WHERE received_date <= due_date), 0) AS in_time
    FROM came GROUP BY 1, 2, 3 HAVING sum(quantity) > 0),
kept AS (
  SELECT r.month_date, r.supplier_org_id, coalesce(r.item_id, :none) AS item_id, r.quantity,
         r.in_time_quantity AS in_time
    FROM public.analytics_delivery_rollup r JOIN me ON me.id = r.unit_id AND me.group_id = r.group_id)
SELECT month_date, supplier_org_id, item_id, l.quantity AS ledger_quantity, k.quantity AS kept_quantity
  FROM ledger l FULL JOIN kept k USING (month_date, supplier_org_id, item_id)
 WHERE (l.quantity IS DISTINCT FROM k.quantity OR l.in_time IS DISTINCT FROM k.in_time)
:settled
   AND NOT EXISTS (SELECT FROM public.runtime_outbox_event e JOIN me ON e.unit_id = me.id
                    WHERE e.closed_at IS NULL AND e.event_type = 'procurement.order.imported')
""",
    alarm="analytics.delivery.refresh",
    events="procurement.receipt.%",
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("procurement", "0007_receiving_guards"),
        ("analytics", "0002_delivery_and_cycle"),
        ("runtime", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL([SPEND], reverse_sql="DROP VIEW inv_analytics_spend"),
        migrations.RunSQL([DELIVERY], reverse_sql="DROP VIEW inv_analytics_delivery"),
    ]
