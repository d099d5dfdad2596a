"""How suppliers come in by themselves: links that lead to the group, and what applicants hand in."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.masterdata.states import APPLICATION
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class RegistrationLink(models.Model):
    """A way in. With an `email` it is an invitation for that address alone; without, anybody may use it.

    Only a hash of the token is kept. `unit_id` is the unit that asked for the supplier, if one did.
    """

    access = PublicAccess(group="SIU", accounts="SU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    email = models.TextField(default="")
    label = models.TextField(default="")
    token_hash = models.TextField(unique=True)
    created_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_registration_link"
        indexes = [models.Index(fields=["group_id", "-created_at"], name="registration_link_newest")]


class SupplierApplication(models.Model):
    """What an applicant tells of the company, what the rules found, and what was decided.

    `findings` lists each rule with its outcome in words; `decided_by_rule` names the rule when no person
    decided. `work_seconds` is the time people spent on it with the page before them.
    """

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    link = models.ForeignKey(RegistrationLink, on_delete=models.PROTECT, related_name="+", db_index=False)
    person_gid = models.UUIDField()
    email = models.TextField()
    unit_id = models.UUIDField(null=True)
    legal_name = models.TextField(default="")
    profile = models.JSONField(default=dict)
    categories = models.JSONField(default=list)
    documents = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    status = models.TextField(default="draft", choices=[(s, s) for s in APPLICATION.states])
    supplier_org_id = models.UUIDField(null=True)
    decided_by_name = models.TextField(default="")
    decided_by_rule = models.TextField(default="")
    decision_reason = models.TextField(default="")
    work_seconds = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_supplier_application"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "link", "person_gid"],
                condition=Q(status__in=["draft", "returned", "submitted"]),
                name="application_open_once",
            ),
            models.CheckConstraint(
                condition=Q(status__in=list(APPLICATION.states)), name="application_status_known"
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "status", "-created_at"], name="application_by_status"),
        ]
