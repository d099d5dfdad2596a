"""The invariant of what came in follows decisions on goods in quarantine."""

from django.db import migrations

VIEW = """CREATE OR REPLACE VIEW inv_procurement_line_progress AS
    SELECT p.order_line_id AS id, p.accepted_quantity, p.rejected_quantity, p.quarantined_quantity,
           s.accepted, s.rejected, s.quarantined
      FROM procurement_line_progress p
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(l.accepted_quantity + coalesce(d.accepted, 0)), 0) AS accepted,
               coalesce(sum(l.rejected_quantity + coalesce(d.rejected, 0)), 0) AS rejected,
               coalesce(sum(l.quarantined_quantity - coalesce(d.accepted + d.rejected, 0)), 0) AS quarantined
          FROM procurement_receipt_line l JOIN procurement_receipt r ON r.id = l.receipt_id
          LEFT JOIN LATERAL (
            SELECT sum(q.accepted_quantity) AS accepted, sum(q.rejected_quantity) AS rejected
              FROM procurement_quarantine_decision q WHERE q.receipt_line_id = l.id) d ON true
         WHERE l.order_line_id = p.order_line_id AND r.status = 'posted') s ON true
     WHERE (p.accepted_quantity, p.rejected_quantity, p.quarantined_quantity)
           IS DISTINCT FROM (s.accepted, s.rejected, s.quarantined)"""


class Migration(migrations.Migration):
    dependencies = [("procurement", "0017_quarantine_decisions")]

    operations = [
        migrations.RunSQL([VIEW], reverse_sql=migrations.RunSQL.noop, elidable=False),
    ]
