"""The database's own refusals: illegal moves, changed lines of placed orders, sanctioned issues.

Single statements without a schema's name for the unit's own objects, so that the compiled DDL serves every
unit. Function bodies that read a table name its schema through TG_TABLE_SCHEMA.
"""

from django.db import migrations

CHECK_STATE = """
CREATE FUNCTION procurement_check_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.status || '>' || NEW.status) = ANY (TG_ARGV) THEN
    RAISE EXCEPTION '% may not move from % to %', TG_TABLE_NAME, OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_state';
  END IF;
  RETURN NEW;
END $$
"""

CHECK_FIRST_STATE = """
CREATE FUNCTION procurement_check_first_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% may not begin as %', TG_TABLE_NAME, NEW.status
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_state';
END $$
"""

CHECK_LINES = """
CREATE FUNCTION procurement_check_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  placed boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT 1 FROM changed c JOIN %I.procurement_order o ON o.id = c.order_id
       WHERE o.status <> ''draft'' AND o.origin <> ''import'')', TG_TABLE_SCHEMA
  ) INTO placed;
  IF placed THEN
    RAISE EXCEPTION 'lines of an order change in draft only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_order_line_frozen';
  END IF;
  RETURN NULL;
END $$
"""

CHECK_SANCTION = """
CREATE FUNCTION procurement_check_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_unit uuid;
  categories uuid[];
BEGIN
  SELECT id INTO STRICT this_unit FROM public.directory_business_unit WHERE schema_name = TG_TABLE_SCHEMA;
  EXECUTE format(
    'SELECT coalesce(array_agg(DISTINCT category_gid), ''{}'')
       FROM %I.procurement_order_line WHERE order_id = $1', TG_TABLE_SCHEMA
  ) INTO categories USING NEW.id;
  IF public.masterdata_sanction_blocks(
       NEW.supplier_org_gid, 'issue', categories, this_unit, clock_timestamp())
     OR (NEW.order_type_code = '226' AND public.masterdata_sanction_blocks(
       NEW.supplier_org_gid, 'call_off', categories, this_unit, clock_timestamp())) THEN
    RAISE EXCEPTION 'order % is for a supplier under sanction', NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_order_sanction';
  END IF;
  RETURN NEW;
END $$
"""

ORDER_MOVES = (
    "draft>in_approval",
    "draft>approved",
    "draft>cancelled",
    "in_approval>approved",
    "in_approval>draft",
    "in_approval>cancelled",
    "approved>issued",
    "approved>draft",
    "approved>cancelled",
    "issued>closed",
    "issued>short_closed",
    "issued>cancelled",
)
REQUISITION_MOVES = (
    "draft>submitted",
    "draft>cancelled",
    "submitted>in_approval",
    "submitted>draft",
    "submitted>cancelled",
    "in_approval>approved",
    "in_approval>returned",
    "in_approval>rejected",
    "in_approval>draft",
    "returned>draft",
    "returned>cancelled",
    "approved>sourcing",
    "approved>ordered",
    "approved>draft",
    "approved>cancelled",
    "sourcing>approved",
    "sourcing>ordered",
    "sourcing>cancelled",
    "ordered>approved",
    "ordered>closed",
)


def _arguments(moves: tuple[str, ...]) -> str:
    return ", ".join(f"'{move}'" for move in moves)


TRIGGERS = [
    f"""CREATE TRIGGER order_state BEFORE UPDATE ON procurement_order FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(ORDER_MOVES)})""",
    """CREATE TRIGGER order_first_state BEFORE INSERT ON procurement_order FOR EACH ROW
    WHEN (NEW.status <> 'draft' AND (NEW.origin <> 'import' OR NEW.status IN ('in_approval', 'issued')))
    EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER order_sanction AFTER UPDATE ON procurement_order FOR EACH ROW
    WHEN (NEW.status = 'issued' AND OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_sanction()""",
    f"""CREATE TRIGGER requisition_state BEFORE UPDATE ON procurement_requisition FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(REQUISITION_MOVES)})""",
    """CREATE TRIGGER requisition_first_state BEFORE INSERT ON procurement_requisition FOR EACH ROW
    WHEN (NEW.status <> 'draft')
    EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER order_line_added AFTER INSERT ON procurement_order_line
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION procurement_check_lines()""",
    """CREATE TRIGGER order_line_changed AFTER UPDATE ON procurement_order_line
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION procurement_check_lines()""",
    """CREATE TRIGGER order_line_removed AFTER DELETE ON procurement_order_line
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION procurement_check_lines()""",
]

EXPONENT = """CASE WHEN o.currency IN ('CLP', 'ISK', 'JPY', 'KRW', 'VND') THEN 0
         WHEN o.currency IN ('BHD', 'JOD', 'KWD', 'OMR', 'TND') THEN 3 ELSE 2 END"""

VIEWS = [
    """CREATE VIEW inv_procurement_order_total AS
    SELECT o.id, o.number, o.total_amount, o.tax_amount, s.total AS line_total, s.tax AS line_tax
      FROM procurement_order o
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(r.total), 0) AS total, coalesce(sum(r.tax), 0) AS tax FROM (
          SELECT sum(l.line_extension_amount) AS total,
                 round(sum(l.line_extension_amount) * l.tax_rate / 100,
                       EXPONENT_OF_CURRENCY) AS tax
            FROM procurement_order_line l WHERE l.order_id = o.id GROUP BY l.tax_rate) r) s ON true
     WHERE o.total_amount IS DISTINCT FROM s.total OR o.tax_amount IS DISTINCT FROM s.tax""",
    """CREATE VIEW inv_procurement_order_line_amount AS
    SELECT l.id, o.number, l.line_no, l.line_extension_amount
      FROM procurement_order_line l JOIN procurement_order o ON o.id = l.order_id
     WHERE l.line_extension_amount <> l.adjustment_amount
           + round(l.quantity * l.unit_price, EXPONENT_OF_CURRENCY)""",
    """CREATE VIEW inv_procurement_requisition_total AS
    SELECT r.id, r.number, r.total_amount, s.total AS line_total
      FROM procurement_requisition r
      LEFT JOIN LATERAL (SELECT coalesce(sum(l.line_amount), 0) AS total
        FROM procurement_requisition_line l WHERE l.requisition_id = r.id) s ON true
     WHERE r.total_amount IS DISTINCT FROM s.total""",
    """CREATE VIEW inv_procurement_requisition_ordered AS
    SELECT r.id, r.line_no, r.ordered_quantity, s.ordered AS quantity_on_orders
      FROM procurement_requisition_line r
      LEFT JOIN LATERAL (SELECT coalesce(sum(l.quantity), 0) AS ordered
        FROM procurement_order_line l JOIN procurement_order o ON o.id = l.order_id
       WHERE l.requisition_line_id = r.id AND o.status <> 'cancelled') s ON true
     WHERE r.ordered_quantity IS DISTINCT FROM s.ordered""",
]


class Migration(migrations.Migration):
    dependencies = [("procurement", "0001_initial"), ("masterdata", "0002_gate")]

    operations = [
        migrations.RunSQL(
            [
                CHECK_STATE,
                CHECK_FIRST_STATE,
                CHECK_LINES,
                CHECK_SANCTION,
                *TRIGGERS,
                *(v.replace("EXPONENT_OF_CURRENCY", EXPONENT) for v in VIEWS),
            ],
            reverse_sql=migrations.RunSQL.noop,
            elidable=False,
        ),
    ]
