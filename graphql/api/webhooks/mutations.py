"""What can be done with webhooks."""

from graphene import Boolean, Int, String

from api.inputs import id_of, list_of
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import DateTime
from api.webhooks.types import Webhook, WebhookDelivery
from tenants.webhooks.services.deliveries import webhook_delivery_replay, webhook_test
from tenants.webhooks.services.webhooks import webhook_create, webhook_delete, webhook_edit, webhook_rotate

COUNTRY = "Where the receiver works: an ISO 3166 code of two letters."
PEOPLE = "Whether to tell who did it; that goes out only while a transfer on record covers it."


def _webhook() -> object:
    return id_of("Webhook", required=True, description="The webhook.")


class WebhookCreate(Mutation):
    """Adds a webhook to the group or the unit; its secret is answered this once."""

    permission = "webhooks.webhook.create"
    service = webhook_create
    creates = True
    secret = True

    class Input:
        url = String(required=True, description="A public https address by name.")
        event_types = list_of(String, required=True, description="Codes of `webhookEvents`.")
        country = String(required=True, description=COUNTRY)
        title = String(description="What it is for.")
        with_people = Boolean(description=PEOPLE)

    class Payload:
        webhook = read_back(Webhook)
        secret = String(description="The secret that signs; it cannot be shown again.")


class WebhookEdit(Mutation):
    """Changes a webhook; what is left out stays. Another address takes a recent proof of identity."""

    permission = "webhooks.webhook.edit"
    service = webhook_edit

    class Input:
        webhook_id = _webhook()
        version = Int(required=True, description="The version of the webhook that was read.")
        url = String(description="A public https address by name.")
        event_types = list_of(String, description="Codes of `webhookEvents`.")
        country = String(description=COUNTRY)
        title = String(description="What it is for.")
        with_people = Boolean(description=PEOPLE)
        active = Boolean(description="False pauses it, true sets it going, also after it was disabled.")

    class Payload:
        webhook = read_back(Webhook)


class WebhookRotate(Mutation):
    """Gives a webhook another secret; for 24 hours the former one signs as well."""

    permission = "webhooks.webhook.rotate"
    service = webhook_rotate
    secret = True

    class Input:
        webhook_id = _webhook()

    class Payload:
        webhook = read_back(Webhook)
        secret = String(description="The new secret; it cannot be shown again.")


class WebhookDelete(Mutation):
    """Deletes a webhook with its log."""

    permission = "webhooks.webhook.delete"
    service = webhook_delete

    class Input:
        webhook_id = _webhook()


class WebhookTest(Mutation):
    """Sends a webhook the event `webhook.test`, in whatever state it is."""

    permission = "webhooks.webhook.test"
    service = webhook_test

    class Input:
        webhook_id = _webhook()

    class Payload:
        delivery = read_back(WebhookDelivery)


class WebhookDeliveryReplay(Mutation):
    """Sends one delivery now, or all since an instant again; they keep their ids."""

    permission = "webhooks.webhook_delivery.replay"
    service = webhook_delivery_replay

    class Input:
        webhook_id = _webhook()
        delivery_id = id_of("WebhookDelivery", description="One delivery; otherwise `since`.")
        since = DateTime(description="From when on; at most 1,000 at a time, the oldest first.")
        only_missed = Boolean(description="Leave out what arrived; true when left out.")

    class Payload:
        webhook = read_back(Webhook)
        count = Int(description="How many go out again.")


GROUP = [WebhookCreate, WebhookEdit, WebhookRotate, WebhookDelete, WebhookTest, WebhookDeliveryReplay]
UNIT = GROUP
