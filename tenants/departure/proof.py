"""Proofs of deletion: shown to whoever knows their number, verified with the key that seals audit trails."""

import base64

from cryptography.exceptions import InvalidSignature

from tenants.runtime.sealing import signing_key


def public_key_text() -> str:
    """This will give the key that verifies proofs, in base64."""
    return base64.b64encode(signing_key().public_key().public_bytes_raw()).decode()


def is_genuine(proof: str, signature: str) -> bool:
    """This will tell whether the proof is as it was signed here."""
    try:
        signing_key().public_key().verify(base64.b64decode(signature), proof.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
