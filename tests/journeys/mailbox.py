"""The mails that the platform of the journeys has sent: files in its folder."""

import re
import threading
import time
from email import message_from_string, policy
from email.message import EmailMessage
from pathlib import Path

WAIT = 120.0  # seconds
END_OF_MAIL = re.compile(r"^-{70,}$", re.MULTILINE)


def link_to(folder: Path, address: str, path: str) -> str:
    """This will wait for a mail to an address that holds a link with this path, and give the newest such link."""
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        links = [link for mail in _mails(folder, address) for link in _links(mail) if path in link]
        if links:
            return links[-1]
        threading.Event().wait(0.2)
    raise AssertionError(f"no mail to {address} with a link to {path}")


def _mails(folder: Path, address: str) -> list[EmailMessage]:
    files = sorted(folder.glob("*"), key=lambda file: file.stat().st_mtime) if folder.exists() else []
    texts = [text for file in files for text in END_OF_MAIL.split(file.read_text()) if text.strip()]
    mails = [message_from_string(text.lstrip(), policy=policy.default) for text in texts]
    return [mail for mail in mails if isinstance(mail, EmailMessage) and address in str(mail["to"])]


def _links(mail: EmailMessage) -> list[str]:
    body = mail.get_body(("plain",))
    return re.findall(r"https?://\S+", body.get_content()) if body is not None else []
