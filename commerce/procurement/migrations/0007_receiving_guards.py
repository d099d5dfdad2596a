"""The database's own refusals for what comes in: illegal moves, and changes of what is posted.

Single statements without a schema's name, so that the compiled DDL serves every unit.
"""

from django.db import migrations

CHECK_FROZEN = """
CREATE FUNCTION procurement_check_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - TG_ARGV) IS DISTINCT FROM (to_jsonb(NEW) - TG_ARGV) THEN
    RAISE EXCEPTION 'a row of % is final: correct it by a new document', TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_frozen';
  END IF;
  RETURN NEW;
END $$
"""

CHECK_RECEIPT_LINES = """
CREATE FUNCTION procurement_check_receipt_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  final boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT 1 FROM changed c JOIN %I.procurement_receipt r ON r.id = c.receipt_id
       WHERE r.status NOT IN (''draft'', ''inspecting''))', TG_TABLE_SCHEMA
  ) INTO final;
  IF final THEN
    RAISE EXCEPTION 'lines of a posted receipt are final'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_receipt_line_frozen';
  END IF;
  RETURN NULL;
END $$
"""

RECEIPT_MOVES = (
    "draft>inspecting",
    "draft>posted",
    "draft>cancelled",
    "inspecting>draft",
    "inspecting>posted",
    "inspecting>cancelled",
    "posted>reversed",
)
RETURN_MOVES = ("expected>credited", "expected>waived")


def _arguments(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


TRIGGERS = [
    f"""CREATE TRIGGER receipt_state BEFORE UPDATE ON procurement_receipt FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(RECEIPT_MOVES)})""",
    """CREATE TRIGGER receipt_first_state BEFORE INSERT ON procurement_receipt FOR EACH ROW
    WHEN (NEW.status <> 'draft') EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER receipt_frozen BEFORE UPDATE ON procurement_receipt FOR EACH ROW
    WHEN (OLD.status NOT IN ('draft', 'inspecting'))
    EXECUTE FUNCTION procurement_check_frozen(
      'status', 'version', 'reversal_reason', 'closed_at', 'updated_at')""",
    """CREATE TRIGGER receipt_line_added AFTER INSERT ON procurement_receipt_line
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION procurement_check_receipt_lines()""",
    """CREATE TRIGGER receipt_line_changed AFTER UPDATE ON procurement_receipt_line
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION procurement_check_receipt_lines()""",
    """CREATE TRIGGER receipt_line_removed AFTER DELETE ON procurement_receipt_line
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION procurement_check_receipt_lines()""",
    f"""CREATE TRIGGER return_state BEFORE UPDATE ON procurement_return FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(RETURN_MOVES)})""",
    """CREATE TRIGGER return_first_state BEFORE INSERT ON procurement_return FOR EACH ROW
    WHEN (NEW.status <> 'expected') EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER return_frozen BEFORE UPDATE ON procurement_return FOR EACH ROW
    EXECUTE FUNCTION procurement_check_frozen('status', 'version', 'waive_reason', 'closed_at')""",
]

VIEWS = [
    """CREATE VIEW inv_procurement_line_progress AS
    SELECT p.order_line_id AS id, p.accepted_quantity, p.rejected_quantity, p.quarantined_quantity,
           s.accepted, s.rejected, s.quarantined
      FROM procurement_line_progress p
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(l.accepted_quantity), 0) AS accepted,
               coalesce(sum(l.rejected_quantity), 0) AS rejected,
               coalesce(sum(l.quarantined_quantity), 0) AS quarantined
          FROM procurement_receipt_line l JOIN procurement_receipt r ON r.id = l.receipt_id
         WHERE l.order_line_id = p.order_line_id AND r.status = 'posted') s ON true
     WHERE (p.accepted_quantity, p.rejected_quantity, p.quarantined_quantity)
           IS DISTINCT FROM (s.accepted, s.rejected, s.quarantined)""",
    """CREATE VIEW inv_procurement_delivery_record AS
    SELECT l.id, l.received_quantity, d.quantity
      FROM procurement_receipt_line l JOIN procurement_receipt r ON r.id = l.receipt_id
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(d.quantity), 0) AS quantity FROM procurement_delivery_record d
         WHERE d.receipt_line_id = l.id) d ON true
     WHERE d.quantity <> CASE WHEN r.status = 'posted' THEN l.received_quantity ELSE 0 END""",
]


class Migration(migrations.Migration):
    dependencies = [("procurement", "0006_receiving")]

    operations = [
        migrations.RunSQL(
            [CHECK_FROZEN, CHECK_RECEIPT_LINES, *TRIGGERS, *VIEWS],
            reverse_sql=migrations.RunSQL.noop,
            elidable=False,
        ),
    ]
