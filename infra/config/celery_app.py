"""The Celery application: `celery -A infra.config.celery_app worker -B`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.development")

import django
from django.conf import settings
from kombu import Queue

django.setup()  # models are imported below

from billing.tasks import charge_all, reconcile_all, take_revenue_of_month, usage_keep  # noqa: E402 after setup
from infra.config.settings.env import broker_url  # noqa: E402 after setup
from infra.config.wiring import register_reactions  # noqa: E402 after setup
from tenants.directory.tasks import audit_seal, audit_seal_all, spare_schemas, storage_recount  # noqa: E402 after setup
from tenants.operations.tasks import measure_groups, probe_all, usage_flush  # noqa: E402 after setup
from tenants.privacy.tasks import retention  # noqa: E402 after setup
from tenants.runtime.events import URGENT  # noqa: E402 after setup
from tenants.runtime.tasks import app  # noqa: E402 after setup

VISIBILITY_TIMEOUT = 3600


app.conf.update(
    broker_url=broker_url(settings.REDIS_URL),
    result_backend=None,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_default_queue="default",
    task_queues=(Queue(URGENT), Queue("default")),
    broker_transport_options={
        "visibility_timeout": VISIBILITY_TIMEOUT,
        "socket_connect_timeout": 5,
        "socket_timeout": 10,  # a broker that fell silent is given up, and the relay keeps what it could not send
        "socket_keepalive": True,
        "queue_order_strategy": "priority",  # in the order above: what people wait for overtakes a backlog
    },
    broker_connection_retry_on_startup=True,
    worker_hijack_root_logger=False,
    timezone="UTC",
)
app.set_default()
register_reactions()
app.conf.beat_schedule = {
    task.name: {
        "task": task.name,
        "schedule": seconds,
        "kwargs": {"envelope": task.seal(group_id=None, unit_id=None, epoch=None, args={})},
        "options": {"queue": task.queue_name, "expires": max(seconds, 60.0)},  # the next one is as good
    }
    for task, seconds in (
        (retention, 3600.0),  # works once a day; asked hourly so that a day that was broken off is finished
        (audit_seal, 180.0),  # so that heads are outside the database within five minutes (R31)
        (audit_seal_all, 21_600.0),
        (spare_schemas, 60.0),
        (charge_all, 3600.0),
        (reconcile_all, 86_400.0),
        (usage_keep, 3600.0),
        (storage_recount, 86_400.0),
        (take_revenue_of_month, 21_600.0),
        (probe_all, 60.0),
        (usage_flush, 120.0),
        (measure_groups, 300.0),
    )
}

__all__ = ["app"]
