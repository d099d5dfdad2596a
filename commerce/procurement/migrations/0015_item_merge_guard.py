"""Lines of placed orders stay frozen, but for one thing: an item that was merged is named by the one it became.

The database itself looks up where the item went, so nothing else can pass by this way.
"""

from django.db import migrations

CHECK_CHANGED_LINES = """
CREATE FUNCTION procurement_check_changed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT 1 FROM changed c LEFT JOIN before b ON b.id = c.id
       JOIN %1$I.procurement_order o ON o.id = c.order_id
       WHERE o.status <> ''draft'' AND o.origin <> ''import''
         AND NOT EXISTS (SELECT 1 FROM %1$I.procurement_order_change p
               WHERE p.order_id = o.id AND p.status = ''accepted'' AND p.applied_version = o.version + 1)
         AND ((to_jsonb(c) - ''item_gid'') IS DISTINCT FROM (to_jsonb(b) - ''item_gid'')
              OR NOT EXISTS (SELECT 1 FROM public.masterdata_item i
                   WHERE i.id = b.item_gid AND i.merged_into_id = c.item_gid)))',
    TG_TABLE_SCHEMA
  ) INTO refused;
  IF refused THEN
    RAISE EXCEPTION 'lines of an order change in draft only, or by an accepted change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_order_line_frozen';
  END IF;
  RETURN NULL;
END $$
"""

TRIGGER = """
CREATE OR REPLACE TRIGGER order_line_changed AFTER UPDATE ON procurement_order_line
REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT
EXECUTE FUNCTION procurement_check_changed_lines()
"""


class Migration(migrations.Migration):
    dependencies = [("procurement", "0014_item_terms"), ("masterdata", "0011_item_merge")]

    operations = [
        migrations.RunSQL([CHECK_CHANGED_LINES, TRIGGER], reverse_sql=migrations.RunSQL.noop, elidable=False),
    ]
