"""The blacklist gate inside the database, also for changes of orders, re-pointed orders and released payments.

What the services refuse, the database refuses to whoever writes SQL in the unit's own schema.
"""

from django.db import migrations

CHECK_CHANGE = """
CREATE FUNCTION procurement_check_change_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_unit uuid;
  ordered record;
BEGIN
  SELECT id INTO STRICT this_unit FROM public.directory_business_unit WHERE schema_name = TG_TABLE_SCHEMA;
  EXECUTE format(
    'SELECT o.number, o.supplier_org_gid AS supplier, o.order_type_code AS kind,
            (SELECT coalesce(array_agg(DISTINCT l.category_gid), ''{}'')
               FROM %1$I.procurement_order_line l WHERE l.order_id = o.id) AS categories
       FROM %1$I.procurement_order o WHERE o.id = $1', TG_TABLE_SCHEMA
  ) INTO STRICT ordered USING NEW.order_id;
  IF public.masterdata_sanction_blocks(
       ordered.supplier, 'issue', ordered.categories, this_unit, clock_timestamp())
     OR (ordered.kind = '226' AND public.masterdata_sanction_blocks(
       ordered.supplier, 'call_off', ordered.categories, this_unit, clock_timestamp())) THEN
    RAISE EXCEPTION 'order % is for a supplier under sanction', ordered.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_order_sanction';
  END IF;
  RETURN NULL;
END $$
"""

CHECK_PAY = """
CREATE FUNCTION procurement_check_pay_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_unit uuid;
  owed record;
BEGIN
  SELECT id INTO STRICT this_unit FROM public.directory_business_unit WHERE schema_name = TG_TABLE_SCHEMA;
  FOR owed IN EXECUTE format(
    'SELECT i.supplier_org_gid AS supplier, array_agg(DISTINCT l.category_gid) AS categories
       FROM changed c JOIN %1$I.procurement_invoice i ON i.id = c.invoice_id
       LEFT JOIN %1$I.procurement_order_line l ON l.order_id = i.order_id
      WHERE c.status = ''scheduled'' GROUP BY i.supplier_org_gid ORDER BY 1', TG_TABLE_SCHEMA)
  LOOP
    IF public.masterdata_sanction_blocks(
         owed.supplier, 'pay', owed.categories, this_unit, clock_timestamp()) THEN
      RAISE EXCEPTION 'a payment is to a supplier under sanction'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_payment_sanction';
    END IF;
  END LOOP;
  RETURN NULL;
END $$
"""

TRIGGERS = [
    """CREATE TRIGGER order_change_sanction AFTER UPDATE ON procurement_order_change FOR EACH ROW
    WHEN (NEW.status = 'accepted' AND OLD.status IS DISTINCT FROM NEW.status AND NEW.is_material)
    EXECUTE FUNCTION procurement_check_change_sanction()""",
    """CREATE TRIGGER order_repointed AFTER UPDATE ON procurement_order FOR EACH ROW
    WHEN (NEW.status = 'issued' AND OLD.status = 'issued'
      AND (OLD.supplier_org_gid IS DISTINCT FROM NEW.supplier_org_gid
           OR OLD.order_type_code IS DISTINCT FROM NEW.order_type_code))
    EXECUTE FUNCTION procurement_check_sanction()""",
    """CREATE TRIGGER payment_item_sanction AFTER UPDATE ON procurement_payment_item
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION procurement_check_pay_sanction()""",
]


class Migration(migrations.Migration):
    dependencies = [("procurement", "0019_invoice_terms"), ("masterdata", "0002_gate")]

    operations = [
        migrations.RunSQL(
            [CHECK_CHANGE, CHECK_PAY, *TRIGGERS], reverse_sql=migrations.RunSQL.noop, elidable=False
        ),
    ]
