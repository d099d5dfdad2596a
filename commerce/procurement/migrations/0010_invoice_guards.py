"""The database's own refusals for invoices and payments: illegal moves, changed originals, second payments.

Single statements without a schema's name, so that the compiled DDL serves every unit.
"""

from django.db import migrations

INVOICE_MOVES = (
    "received>matching",
    "received>exception",
    "received>rejected",
    "matching>approved",
    "matching>exception",
    "matching>rejected",
    "exception>matching",
    "exception>rejected",
    "approved>scheduled",
    "approved>matching",
    "approved>rejected",
    "scheduled>paid",
    "scheduled>approved",
)
PAYMENT_RUN_MOVES = ("proposed>released", "proposed>cancelled", "released>paid", "released>cancelled")
PAYMENT_ITEM_MOVES = (
    "proposed>scheduled",
    "proposed>withdrawn",
    "scheduled>paid",
    "scheduled>withdrawn",
)


def _arguments(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


TRIGGERS = [
    f"""CREATE TRIGGER invoice_state BEFORE UPDATE ON procurement_invoice FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(INVOICE_MOVES)})""",
    """CREATE TRIGGER invoice_first_state BEFORE INSERT ON procurement_invoice FOR EACH ROW
    WHEN (NEW.status <> 'received') EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER invoice_frozen BEFORE UPDATE ON procurement_invoice FOR EACH ROW
    EXECUTE FUNCTION procurement_check_frozen(
      'status', 'answer_code', 'reject_reason', 'approved_hash', 'approval_run_gid', 'due_date', 'version',
      'approved_at', 'paid_at', 'closed_at', 'updated_at', 'order_id', 'credited_return_id')""",
    f"""CREATE TRIGGER payment_run_state BEFORE UPDATE ON procurement_payment_run FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(PAYMENT_RUN_MOVES)})""",
    """CREATE TRIGGER payment_run_first_state BEFORE INSERT ON procurement_payment_run FOR EACH ROW
    WHEN (NEW.status <> 'proposed') EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER payment_run_frozen BEFORE UPDATE ON procurement_payment_run FOR EACH ROW
    EXECUTE FUNCTION procurement_check_frozen(
      'status', 'releaser_key', 'releaser_name', 'file_gid', 'cancel_reason', 'version', 'released_at',
      'paid_at', 'closed_at')""",
    f"""CREATE TRIGGER payment_item_state BEFORE UPDATE ON procurement_payment_item FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION procurement_check_state({_arguments(PAYMENT_ITEM_MOVES)})""",
    """CREATE TRIGGER payment_item_first_state BEFORE INSERT ON procurement_payment_item FOR EACH ROW
    WHEN (NEW.status <> 'proposed') EXECUTE FUNCTION procurement_check_first_state()""",
    """CREATE TRIGGER payment_item_frozen BEFORE UPDATE ON procurement_payment_item FOR EACH ROW
    EXECUTE FUNCTION procurement_check_frozen('status')""",
    """CREATE TRIGGER bank_account_frozen BEFORE UPDATE ON procurement_bank_account FOR EACH ROW
    EXECUTE FUNCTION procurement_check_frozen('status', 'retired_at')""",
]

VIEWS = {
    "inv_procurement_invoiced_quantity": """
    SELECT p.order_line_id AS id, p.invoiced_quantity, s.booked
      FROM procurement_line_progress p
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(m.booked_quantity), 0) AS booked
          FROM procurement_match_line m
          JOIN procurement_match_result r ON r.id = m.match_result_id AND r.is_current
          JOIN procurement_invoice i ON i.id = r.invoice_id AND i.status <> 'rejected'
         WHERE m.order_line_id = p.order_line_id) s ON true
     WHERE p.invoiced_quantity <> s.booked""",
    "inv_procurement_invoice_lines": """
    SELECT i.id, i.number, i.lines_amount, s.total AS line_total
      FROM procurement_invoice i
      LEFT JOIN LATERAL (SELECT coalesce(sum(l.line_amount), 0) AS total
        FROM procurement_invoice_line l WHERE l.invoice_id = i.id) s ON true
     WHERE i.lines_amount <> s.total""",
    "inv_procurement_payment_total": """
    SELECT r.id, r.number, r.total_amount, s.total
      FROM procurement_payment_run r
      LEFT JOIN LATERAL (SELECT coalesce(sum(p.amount), 0) AS total
        FROM procurement_payment_item p WHERE p.run_id = r.id) s ON true
     WHERE r.total_amount <> s.total""",
    "inv_procurement_payment_state": """
    SELECT i.id, i.number, i.status, p.status AS item_status
      FROM procurement_payment_item p JOIN procurement_invoice i ON i.id = p.invoice_id
     WHERE (p.status = 'paid' AND i.status <> 'paid') OR (p.status = 'scheduled' AND i.status <> 'scheduled')""",
}


class Migration(migrations.Migration):
    dependencies = [("procurement", "0009_invoices")]

    operations = [
        migrations.RunSQL(
            [*TRIGGERS, *(f"CREATE VIEW {name} AS {body}" for name, body in VIEWS.items())],
            reverse_sql=migrations.RunSQL.noop,
            elidable=False,
        ),
    ]
