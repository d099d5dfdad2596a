"""How allauth's second factors meet this platform: secrets encrypted, passkeys bound to the public host."""

import base64
from functools import lru_cache
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class MfaAdapter(DefaultMFAAdapter):
    """allauth's MFA adapter."""

    def encrypt(self, text: str) -> str:
        """This will encrypt a TOTP secret or the seed of recovery codes before it is stored."""
        return _cipher(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """This will give what `encrypt` was given; a former SECRET_KEY still opens it."""
        cipher = _cipher(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return cipher.decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """This will name who passkeys are for: the host people open, whatever host a request claims."""
        return {"id": urlsplit(settings.PUBLIC_URL).hostname or "localhost", "name": "Hanse"}


@lru_cache(maxsize=4)
def _cipher(*keys: str) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"hanse second factor")
    return base64.urlsafe_b64encode(derive.derive(key.encode()))
