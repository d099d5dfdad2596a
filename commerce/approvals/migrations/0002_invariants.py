"""The view of invariant 4: a row of `inv_approvals_decisions` is a breach of it."""

from django.db import migrations

VIEW = """
CREATE VIEW inv_approvals_decisions AS
SELECT d.run_id, d.id AS decision_id, 'decision_on_other_content' AS breach
  FROM approvals_decision_record d JOIN approvals_flow_run r ON r.id = d.run_id
 WHERE d.decision = 'approve' AND d.content_hash <> r.content_hash
UNION ALL
SELECT d.run_id, d.id, 'requester_decided'
  FROM approvals_decision_record d JOIN approvals_flow_run r ON r.id = d.run_id
 WHERE d.actor_gid = r.requester_gid OR d.on_behalf_of_gid = r.requester_gid
    OR jsonb_exists(d.chain, r.requester_gid::text)
UNION ALL
SELECT r.id, NULL, 'approved_other_content'
  FROM approvals_flow_run r
 WHERE r.status IN ('approved', 'invalidated') AND r.approved_hash <> r.content_hash
UNION ALL
SELECT r.id, NULL, 'step_without_approval'
  FROM approvals_flow_run r
       CROSS JOIN LATERAL generate_series(0, jsonb_array_length(r.plan) - 1) AS step(i)
 WHERE r.status IN ('approved', 'invalidated')
   AND NOT EXISTS (SELECT FROM approvals_decision_record d
                    WHERE d.run_id = r.id AND d.step_index = step.i AND d.decision = 'approve')
"""


class Migration(migrations.Migration):
    dependencies = [("approvals", "0001_initial")]

    operations = [migrations.RunSQL([VIEW], reverse_sql=["DROP VIEW inv_approvals_decisions"])]
