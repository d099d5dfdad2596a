"""The door for Stripe's webhooks. A body that nobody of ours signed costs a hash and leaves no trace but a log line."""

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from billing.gateway import BadSignature, signed_event
from billing.services.stripe_event_receive import stripe_event_receive
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work

log = structlog.get_logger("billing")

LARGEST = 1_000_000
LIVE_KEYS = ("sk_live_", "rk_live_")


@csrf_exempt
@require_POST
def stripe_webhook(request: HttpRequest) -> HttpResponse:
    """This will store a signed event and acknowledge it; known ones are acknowledged again.

    Answers 400 to what is not signed for us now, of another account or the other mode, and 413 to what is too large.
    """
    size = request.META.get("CONTENT_LENGTH") or ""
    if not size.isdigit() or int(size) > LARGEST:
        return _refused(413, "too large")
    at = clock.now()
    try:
        event = signed_event(
            request.body,
            request.META.get("HTTP_STRIPE_SIGNATURE", ""),
            secrets=settings.STRIPE_WEBHOOK_SECRETS[:2],
            at=at,
        )
        body = request.body.decode()
        with unit_of_work(ACCOUNTS):
            fresh = stripe_event_receive(
                event=event, body=body, live=settings.STRIPE_SECRET_KEY.startswith(LIVE_KEYS), at=at
            )
    except (BadSignature, UnicodeDecodeError) as error:
        return _refused(400, str(error) if isinstance(error, BadSignature) else "not UTF-8")
    return JsonResponse({"received": True, "known": not fresh})


def _refused(status: int, why: str) -> HttpResponse:
    log.warning("billing.webhook_refused", why=why)
    return JsonResponse({"received": False}, status=status)
