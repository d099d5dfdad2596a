"""The database's own refusals for changes and ship notices, and the views of what must always hold.

Lines of a placed order change only while an accepted change leads to the order's next version: the change is
accepted first, then the lines are written, and the order's new version closes the door again.
"""

from django.db import migrations

CHECK_LINES = """
CREATE OR REPLACE FUNCTION procurement_check_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  placed boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT 1 FROM changed c JOIN %1$I.procurement_order o ON o.id = c.order_id
       WHERE o.status <> ''draft'' AND o.origin <> ''import''
         AND NOT EXISTS (SELECT 1 FROM %1$I.procurement_order_change p
               WHERE p.order_id = o.id AND p.status = ''accepted'' AND p.applied_version = o.version + 1))',
    TG_TABLE_SCHEMA
  ) INTO placed;
  IF placed THEN
    RAISE EXCEPTION 'lines of an order change in draft only, or by an accepted change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procurement_order_line_frozen';
  END IF;
  RETURN NULL;
END $$
"""

CHANGE_MOVES = (
    "proposed>in_approval",
    "proposed>accepted",
    "proposed>rejected",
    "proposed>expired",
    "proposed>withdrawn",
    "in_approval>proposed",
    "in_approval>accepted",
    "in_approval>rejected",
    "in_approval>expired",
    "in_approval>withdrawn",
)
CONFIRMATION_MOVES = ("pending>accepted", "pending>declined", "pending>superseded")
NOTICE_MOVES = (
    "draft>sent",
    "draft>cancelled",
    "sent>in_transit",
    "sent>arrived",
    "sent>cancelled",
    "sent>exception",
    "in_transit>arrived",
    "in_transit>cancelled",
    "in_transit>exception",
    "arrived>receiving",
    "arrived>exception",
    "receiving>completed",
    "receiving>exception",
    "exception>receiving",
    "exception>completed",
    "exception>cancelled",
)


def _state_trigger(name: str, table: str, moves: tuple[str, ...]) -> str:
    arguments = ", ".join(f"'{move}'" for move in moves)
    return f"""CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({arguments})"""


TRIGGERS = [
    _state_trigger("order_change_state", "procurement_order_change", CHANGE_MOVES),
    """CREATE TRIGGER order_change_first_state BEFORE INSERT ON procurement_order_change FOR EACH ROW
    WHEN (NEW.status <> 'proposed') EXECUTE FUNCTION procurement_check_first_state()""",
    _state_trigger("order_confirmation_state", "procurement_order_confirmation", CONFIRMATION_MOVES),
    """CREATE TRIGGER order_confirmation_first_state BEFORE INSERT ON procurement_order_confirmation
    FOR EACH ROW WHEN (NEW.status NOT IN ('pending', 'recorded'))
    EXECUTE FUNCTION procurement_check_first_state()""",
    _state_trigger("ship_notice_state", "procurement_ship_notice", NOTICE_MOVES),
    """CREATE TRIGGER ship_notice_first_state BEFORE INSERT ON procurement_ship_notice FOR EACH ROW
    WHEN (NEW.status <> 'draft') EXECUTE FUNCTION procurement_check_first_state()""",
]

VIEWS = {
    "inv_procurement_schedule_quantity": """
    SELECT l.id, o.number, l.line_no, l.quantity, s.quantity AS scheduled
      FROM procurement_order_line l JOIN procurement_order o ON o.id = l.order_id
      LEFT JOIN LATERAL (SELECT sum(p.quantity) AS quantity FROM procurement_order_schedule p
        WHERE p.line_id = l.id) s ON true
     WHERE l.quantity IS DISTINCT FROM s.quantity""",
    "inv_procurement_shipped_quantity": """
    SELECT l.id, o.number, l.line_no, l.quantity, s.quantity AS shipped
      FROM procurement_order_line l JOIN procurement_order o ON o.id = l.order_id
      JOIN LATERAL (SELECT sum(n.quantity) AS quantity
        FROM procurement_ship_notice_line n JOIN procurement_ship_notice h ON h.id = n.notice_id
       WHERE n.line_id = l.id AND h.status NOT IN ('draft', 'cancelled')) s ON true
     WHERE s.quantity > l.quantity""",
    "inv_procurement_called_off": """
    SELECT b.id, b.number, b.ceiling_amount, b.called_off_amount, s.amount AS on_call_offs
      FROM procurement_order b
      LEFT JOIN LATERAL (SELECT coalesce(sum(c.total_amount), 0) AS amount FROM procurement_order c
        WHERE c.blanket_id = b.id AND c.issued_at IS NOT NULL AND c.status <> 'cancelled') s ON true
     WHERE b.called_off_amount <> s.amount OR b.called_off_amount > b.ceiling_amount""",
}


class Migration(migrations.Migration):
    dependencies = [("procurement", "0004_collaboration")]

    operations = [
        migrations.RunSQL(
            [CHECK_LINES, *TRIGGERS, *(f"CREATE VIEW {name} AS {body}" for name, body in VIEWS.items())],
            reverse_sql=migrations.RunSQL.noop,
            elidable=False,
        ),
    ]
