"""Flow definitions: how a unit approves one type of document, version by version."""

from django.db import models
from django.db.models.functions import Now

from commerce.approvals.states import FLOW
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class FlowDefinition(models.Model):
    """One numbered version of a flow. `graph` is read by `flow.graph.parse_graph`, which states its form.

    `findings` are those of the last check; `version` counts edits of this row.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    document_type = models.TextField()
    number = models.PositiveIntegerField()
    name = models.TextField()
    status = models.TextField(default="draft", choices=[(s, s) for s in FLOW.states])
    graph = models.JSONField()
    findings = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    edited_at = models.DateTimeField(null=True)
    edited_by_name = models.TextField(default="")
    checked_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by_name = models.TextField(default="")
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "approvals_flow_definition"
        constraints = [
            models.UniqueConstraint(fields=["document_type", "number"], name="flow_number_once"),
            models.UniqueConstraint(
                fields=["document_type"],
                name="flow_published_once",
                condition=models.Q(status="published"),
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(FLOW.states)), name="flow_status_known"
            ),
        ]
