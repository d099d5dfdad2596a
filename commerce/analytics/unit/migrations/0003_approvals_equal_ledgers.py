"""Invariant 5 for approval times: what a unit publishes of them equals its own runs."""

from django.db import migrations

APPROVAL = """
CREATE VIEW inv_analytics_approval AS
WITH me AS (
  SELECT u.id, u.group_id, u.time_zone FROM public.directory_business_unit u
    JOIN pg_catalog.pg_namespace n ON n.nspname = u.schema_name
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.oid = 'approvals_flow_run'::regclass),
ledger AS (
  SELECT date_trunc('month', r.ended_at AT TIME ZONE me.time_zone)::date AS month_date, r.document_type,
         count(*) AS documents, sum(round(extract(epoch FROM r.ended_at - r.started_at) * 1000000)) AS microseconds
    FROM approvals_flow_run r CROSS JOIN me
   WHERE r.status IN ('approved', 'invalidated') AND r.step_index > 0
   GROUP BY 1, 2),
kept AS (
  SELECT r.month_date, r.document_type, sum(r.document_count) AS documents, sum(r.microsecond_sum) AS microseconds
    FROM public.analytics_approval_rollup r JOIN me ON me.id = r.unit_id AND me.group_id = r.group_id
   GROUP BY 1, 2)
SELECT month_date, document_type, l.documents AS ledger_documents, k.documents AS kept_documents,
       l.microseconds AS ledger_microseconds, k.microseconds AS kept_microseconds
  FROM ledger l FULL JOIN kept k USING (month_date, document_type)
 WHERE (l.documents IS DISTINCT FROM k.documents OR l.microseconds IS DISTINCT FROM k.microseconds)
   AND NOT EXISTS (SELECT FROM public.runtime_alarm a JOIN me ON a.unit_id = me.id
                    WHERE a.kind = 'analytics.approval.refresh')
   AND NOT EXISTS (SELECT FROM public.runtime_outbox_event e JOIN me ON e.unit_id = me.id
                    WHERE e.closed_at IS NULL AND e.event_type = 'approvals.run.approved')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analytics", "0003_approval_times"),
        ("analytics_unit", "0002_cycles_equal_ledgers"),
        ("approvals", "0004_validated"),
    ]

    operations = [
        migrations.RunSQL([APPROVAL], reverse_sql="DROP VIEW inv_analytics_approval"),
    ]
