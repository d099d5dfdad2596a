"""Invariant 1: no order was issued after a sanction that covers it had come into force.

The database's clock at the issue is compared with the sanction's start. A sanction may wait for a supplier's
lock as long as lock_timeout allows, so what lies within half a minute of its start is not called a breach.
"""

from django.db import migrations

VIEW = """
CREATE VIEW inv_procurement_sanctioned_issue AS
SELECT o.id, o.number, o.supplier_org_gid, o.issue_recorded_at, s.id AS sanction_id
  FROM procurement_order o
  JOIN pg_catalog.pg_class c ON c.oid = o.tableoid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN public.directory_business_unit u ON u.schema_name = n.nspname
  JOIN public.masterdata_supplier_org own ON own.id = o.supplier_org_gid AND own.group_id = u.group_id
  JOIN public.masterdata_supplier_org m
    ON m.group_id = u.group_id
   AND coalesce(m.same_as_id, m.id) = coalesce(own.same_as_id, own.id)
  JOIN public.masterdata_sanction s ON s.supplier_org_id = m.id AND s.group_id = u.group_id
 WHERE o.issue_recorded_at IS NOT NULL
   AND s.status NOT IN ('proposed', 'withdrawn')
   AND 'issue' = ANY (s.actions)
   AND (s.all_units OR u.id = ANY (s.unit_ids))
   AND o.issue_recorded_at
         > greatest(s.created_at, s.imposed_at, coalesce(s.from_at, s.created_at)) + interval '30 seconds'
   AND (s.until_at IS NULL OR o.issue_recorded_at < s.until_at)
   AND (s.ended_at IS NULL OR o.issue_recorded_at < s.ended_at)
   AND (s.all_categories OR EXISTS (
         SELECT 1 FROM procurement_order_line l
           LEFT JOIN public.masterdata_category k ON k.id = l.category_gid AND k.group_id = u.group_id
          WHERE l.order_id = o.id AND (k.id IS NULL OR k.path && s.category_ids)))
"""


class Migration(migrations.Migration):
    dependencies = [("procurement", "0002_guards"), ("masterdata", "0002_gate")]

    operations = [
        migrations.RunSQL([VIEW], reverse_sql="DROP VIEW inv_procurement_sanctioned_issue"),
    ]
