"""Proofs of deletion: shown to whoever knows their number, verified with the key that seals audit trails."""

import base64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tenants.runtime.sealing import signing_key


def public_key_text() -> str:
    """This will give the key that verifies proofs, in base64."""
    return base64.b64encode(signing_key().public_key().public_bytes_raw()).decode()


def is_genuine(proof: str, signature: str, *, public_key: Ed25519PublicKey | None = None) -> bool:
    """This will tell whether the proof is as it was signed; without a public key, as it was signed here."""
    try:
        (public_key or signing_key().public_key()).verify(base64.b64decode(signature), proof.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
