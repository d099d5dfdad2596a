"""Secrets of webhooks and the headers that prove who sent a delivery (the standard-webhooks scheme)."""

import base64
import secrets
import uuid
from datetime import datetime

from standardwebhooks import Webhook as Signer

from tenants.runtime import files

START = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    """This will make a secret in the form that receivers' libraries take."""
    return START + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def sealed(secret: str, *, webhook_id: uuid.UUID) -> bytes:
    """This will encrypt a secret under the data key of the present scope."""
    return files.seal_text(secret, record_id=webhook_id)


def unsealed(secret: bytes, *, webhook_id: uuid.UUID) -> str:
    """This will decrypt a secret in its webhook's scope; raises NotFound when its key was shredded."""
    return files.open_text(secret, record_id=webhook_id)


def headers(*, event_id: uuid.UUID, at: datetime, body: str, known_secrets: list[str]) -> dict[str, str]:
    """This will sign a body with each secret: two while one replaces the other."""
    message_id = f"evt_{event_id.hex}"
    return {
        "Content-Type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(Signer(secret).sign(message_id, at, body) for secret in known_secrets),
    }
