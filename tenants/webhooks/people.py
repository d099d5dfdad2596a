"""Who did what a webhook is told of, as far as a transfer on record lets it go to that receiver."""

import uuid
from datetime import datetime
from urllib.parse import urlsplit

from tenants.accounts.queries.personal import groups_of, own_name
from tenants.accounts.services.scopes import in_accounts
from tenants.privacy.queries import fields_that_may_go
from tenants.webhooks.models import Webhook, WebhookDelivery

_PERSON = "person:"


def by_of(delivery: WebhookDelivery, webhook: Webhook, *, at: datetime) -> dict[str, str] | None:
    """This will give name and address of the member who caused an event, without what no transfer covers.

    None when the webhook does not ask for people, nothing may go, or it was nobody who is (still) a member.
    """
    if not webhook.with_people or not delivery.actor_key.startswith(_PERSON):
        return None
    host = urlsplit(webhook.url).hostname or ""
    may_go = fields_that_may_go(group_id=webhook.group_id, host=host, country=webhook.country, day=at.date())
    if not may_go:
        return None
    person_id = uuid.UUID(delivery.actor_key.removeprefix(_PERSON))
    with in_accounts():
        if webhook.group_id not in groups_of(person_id):
            return None
        email, name = own_name(person_id)
    return {field: value for field, value in (("email", email), ("name", name)) if field in may_go}
