"""Bank accounts as ciphertext, and payment runs."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.procurement.receiving_states import PAYMENT_RUN
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess

ITEM_STATES = ("proposed", "scheduled", "paid", "withdrawn")
ITEM_HOLDS = ("proposed", "scheduled", "paid")
"""States in which an item keeps its invoice from every other payment."""


class BankAccount(models.Model):
    """An account of the unit itself, or of one supplier. `sealed` is the account number as ciphertext.

    A change is a new row; the one before is retired and stays for what was paid to it.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    supplier_org_gid = models.UUIDField(null=True)
    holder_name = models.TextField()
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    bank_name = models.TextField(default="")
    bic = models.TextField(default="")
    scheme = models.TextField(choices=[("iban", "iban"), ("other", "other")])
    sealed = models.BinaryField()
    masked = models.TextField()
    status = models.TextField(default="active", choices=[("active", "active"), ("retired", "retired")])
    changed_by_name = models.TextField(default="")
    changed_by_key = models.TextField(default="", db_default="")
    created_at = models.DateTimeField(db_default=Now())
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procurement_bank_account"
        constraints = [
            models.UniqueConstraint(
                fields=["supplier_org_gid", "currency"],
                condition=Q(status="active"),
                nulls_distinct=False,
                name="bank_account_active_once",
            ),
        ]

    def __str__(self) -> str:
        return self.masked


class PaymentRun(models.Model):
    """A proposal of what to pay on a day in one currency, released by a second person as an ISO 20022 file."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    currency = models.CharField(max_length=3)
    execution_date = models.DateField()
    due_until_date = models.DateField()
    payer_account = models.ForeignKey("procurement.BankAccount", on_delete=models.PROTECT, related_name="+")
    status = models.TextField(default="proposed", choices=[(s, s) for s in PAYMENT_RUN.states])
    total_amount = models.DecimalField(max_digits=24, decimal_places=4)
    transfer_count = models.PositiveIntegerField()
    creator_key = models.TextField()
    creator_name = models.TextField(default="")
    releaser_key = models.TextField(default="")
    releaser_name = models.TextField(default="")
    file_gid = models.UUIDField(null=True)
    cancel_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    released_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_payment_run"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="payment_run_number_once"),
            models.CheckConstraint(
                condition=Q(status__in=PAYMENT_RUN.states), name="payment_run_status_known"
            ),
            models.CheckConstraint(
                condition=Q(total_amount__gt=0, total_amount__lt=10**18), name="payment_run_total_range"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("released", "paid"))
                | (
                    ~Q(releaser_key="") & ~Q(releaser_key=models.F("creator_key")) & Q(file_gid__isnull=False)
                ),
                name="payment_run_four_eyes",
            ),
        ]
        indexes = [models.Index(fields=["status", "-id"], name="payment_run_by_status")]

    def __str__(self) -> str:
        return self.number


class PaymentItem(models.Model):
    """One invoice, or below zero one credit note, in a payment run. No invoice is in two runs that hold it."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    run = models.ForeignKey("procurement.PaymentRun", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    transfer_no = models.PositiveIntegerField()
    invoice = models.ForeignKey("procurement.SupplierInvoice", on_delete=models.PROTECT, related_name="+")
    supplier_org_gid = models.UUIDField()
    payee_account = models.ForeignKey("procurement.BankAccount", on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=24, decimal_places=4)
    priority = models.PositiveSmallIntegerField()
    due_date = models.DateField()
    status = models.TextField(default="proposed", choices=[(s, s) for s in ITEM_STATES])

    class Meta:
        db_table = "procurement_payment_item"
        constraints = [
            models.UniqueConstraint(fields=["run", "place"], name="payment_item_place_once"),
            models.UniqueConstraint(
                fields=["invoice"], condition=Q(status__in=ITEM_HOLDS), name="payment_item_never_twice"
            ),
        ]
        indexes = [models.Index(fields=["invoice"], name="payment_item_by_invoice")]

    def __str__(self) -> str:
        return f"{self.place}: {self.amount}"
