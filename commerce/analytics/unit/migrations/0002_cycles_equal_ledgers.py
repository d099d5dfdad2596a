"""Invariant 5 for cycle times: what a unit publishes of them equals its own requisitions and receipts."""

from django.db import migrations

CYCLE = """
CREATE VIEW inv_analytics_cycle AS
WITH me AS (
  SELECT u.id, u.group_id FROM public.directory_business_unit u
    JOIN pg_catalog.pg_namespace n ON n.nspname = u.schema_name
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.oid = 'procurement_receipt'::regclass),
first_goods AS (
  SELECT ol.requisition_line_id, min(r.received_date) AS received_date
    FROM procurement_receipt r
    JOIN procurement_receipt_line l ON l.receipt_id = r.id
    JOIN procurement_order_line ol ON ol.id = l.order_line_id
   WHERE r.status = 'posted' AND ol.requisition_line_id IS NOT NULL
   GROUP BY 1),
ledger AS (
  SELECT date_trunc('month', g.received_date)::date AS month_date,
         coalesce(rl.category_gid, '00000000-0000-0000-0000-000000000000'::uuid) AS category_id,
         g.received_date - (q.submitted_at AT TIME ZONE 'UTC')::date AS days, count(*) AS lines
    FROM first_goods g
    JOIN procurement_requisition_line rl ON rl.id = g.requisition_line_id
    JOIN procurement_requisition q ON q.id = rl.requisition_id
   WHERE q.submitted_at IS NOT NULL
   GROUP BY 1, 2, 3),
kept AS (
  SELECT r.month_date, coalesce(r.category_id, '00000000-0000-0000-0000-000000000000'::uuid) AS category_id,
         r.day_count AS days, r.line_count AS lines
    FROM public.analytics_cycle_rollup r JOIN me ON me.id = r.unit_id AND me.group_id = r.group_id)
SELECT month_date, category_id, days, l.lines AS ledger_lines, k.lines AS kept_lines
  FROM ledger l FULL JOIN kept k USING (month_date, category_id, days)
 WHERE l.lines IS DISTINCT FROM k.lines
   AND NOT EXISTS (SELECT FROM public.runtime_alarm a JOIN me ON a.unit_id = me.id
                    WHERE a.kind = 'analytics.cycle.refresh')
   AND NOT EXISTS (SELECT FROM public.runtime_outbox_event e JOIN me ON e.unit_id = me.id
                    WHERE e.closed_at IS NULL AND e.event_type LIKE 'procurement.receipt.%')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analytics_unit", "0001_rollups_equal_ledgers"),
        ("procurement", "0018_quarantine_view"),
    ]

    operations = [
        migrations.RunSQL([CYCLE], reverse_sql="DROP VIEW inv_analytics_cycle"),
    ]
