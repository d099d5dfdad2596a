"""A unit whose making failed is ordered anew, once, in its own group."""

from tenants.directory.models import BusinessUnit, ProvisioningJob
from tenants.directory.services.unit_remake import unit_remake
from tenants.kernel.actor import Actor
from tenants.operations.services.provisioning import RETRIED, provisioning_retry
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import OPERATOR, unit_of_work
from tests.support.world import NOW


def failed_job(world) -> ProvisioningJob:
    with world.a.scope():
        lost = BusinessUnit(
            group_id=world.a.id, slug="lost", schema_name="t_000000000000000000000000ff", name="Lost", country="CN",
            currency="CNY", time_zone="Asia/Shanghai", status="purged",
        )  # fmt: skip
        lost.save()
        job = ProvisioningJob(
            group_id=world.a.id, unit=lost, status="failed", step="schema", done=2, total=8, error="OperationalError",
            choices={"first_admin_email": "first@example.com"},
        )  # fmt: skip
        ProvisioningJob.objects.bulk_create([job])
    return job


def test_the_operator_asks_and_the_groups_trail_has_it(world) -> None:
    job = failed_job(world)
    actor = Actor(
        kind="person", permissions=frozenset({"operations.provisioning.retry"}), display_name="Olga"
    )
    with unit_of_work(OPERATOR):
        assert provisioning_retry(actor=actor, at=NOW, job_id=job.id) == job.id
    with world.a.scope():
        assert OutboxEvent.objects.get(event_type=RETRIED).subject_id == job.id
        assert GroupAuditEntry.objects.get(action="operations.provisioning.retry").actor_name == "Olga"
    with world.b.scope():
        assert not OutboxEvent.objects.filter(event_type=RETRIED).exists()


def test_a_failed_unit_is_ordered_anew_once_with_its_first_administrator(world) -> None:
    job = failed_job(world)
    with world.a.scope():
        made = unit_remake(at=NOW, job_id=job.id)
        again = unit_remake(at=NOW, job_id=job.id)
        fresh = ProvisioningJob.objects.get(id=made)
        assert (fresh.status, fresh.unit.slug, fresh.unit.status) == ("waiting", "lost", "requested")
        assert fresh.choices == {"first_admin_email": "first@example.com"}
        assert fresh.unit.schema_name != "t_000000000000000000000000ff" and again is None
    with world.b.scope():
        assert unit_remake(at=NOW, job_id=job.id) is None
