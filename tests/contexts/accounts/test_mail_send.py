"""A mail leaves after its change, once; its text is gone from the database afterwards."""

import re
import uuid
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from tenants.accounts.login.adapter import AccountAdapter
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.mail.render import render
from tenants.accounts.mail.texts import TEXTS
from tenants.accounts.models import OutgoingMail
from tenants.accounts.services.mail_send import MailNotSent, MailServerAway, mail_send
from tenants.kernel.actor import system_actor
from tenants.runtime import outside
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.support.world import NOW

TO = "wang@example.com"
VALUES = {"inviter": "Li <b>\nNa", "place": "Unit A1", "role": "buyer", "expires": "2026-03-09",
          "invitation_url": "https://hanse.example.com/invitation/secret"}  # fmt: skip


@pytest.fixture
def waiting(world):
    with unit_of_work(ACCOUNTS):
        mail_request(
            name="accounts/invitation", recipient=TO, locale="en", values=VALUES, at=NOW,
            actor=system_actor(name="test"),
        )  # fmt: skip
        return OutgoingMail.objects.get()


def test_a_mail_is_sent_once_and_forgotten(waiting):
    mail_send(mail_id=waiting.id, at=NOW)
    mail_send(mail_id=waiting.id, at=NOW)
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Li <b> Na invites you to Unit A1", [TO])
    assert "https://hanse.example.com/invitation/secret" in sent.body
    html = sent.alternatives[0].content
    assert "Li &lt;b&gt; Na" in html and "<b>" not in html
    with unit_of_work(ACCOUNTS):
        assert OutgoingMail.objects.count() == 0


def test_a_mail_waits_while_the_mail_server_is_not_called(waiting, valkey, settings):
    settings.REDIS_URL, settings.EMAIL_HOST = valkey.url, f"{waiting.id}.example"
    outside._client.cache_clear()
    for _ in range(5):
        with pytest.raises(OSError), outside.calling("mail", at=settings.EMAIL_HOST):
            raise TimeoutError
    with pytest.raises(MailServerAway):
        mail_send(mail_id=waiting.id, at=NOW)
    with unit_of_work(ACCOUNTS):
        kept = OutgoingMail.objects.get()
    assert (kept.claimed_at, kept.last_error, mail.outbox) == (None, "OutsideUnavailable", [])
    outside._client().delete(outside._key("state", f"mail {settings.EMAIL_HOST}"))
    mail_send(mail_id=waiting.id, at=NOW)
    outside._client.cache_clear()
    assert len(mail.outbox) == 1


def test_a_mail_being_sent_is_left_alone_until_its_sender_is_given_up(waiting):
    with unit_of_work(ACCOUNTS):
        OutgoingMail.objects.update(claimed_at=NOW)
    mail_send(mail_id=waiting.id, at=NOW + timedelta(minutes=4))
    assert mail.outbox == []
    mail_send(mail_id=waiting.id, at=NOW + timedelta(minutes=6))
    assert len(mail.outbox) == 1


def test_a_refused_mail_waits_for_the_next_try(waiting, settings):
    good = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(MailServerAway):
        mail_send(mail_id=waiting.id, at=NOW)
    with unit_of_work(ACCOUNTS):
        row = OutgoingMail.objects.get()
    assert (row.attempts, row.claimed_at, row.last_error) == (1, None, "ConnectionRefusedError")
    settings.EMAIL_BACKEND = good
    mail_send(mail_id=waiting.id, at=NOW)
    assert len(mail.outbox) == 1


def test_addresses_that_the_server_refuses_do_not_keep_other_mails_back(
    waiting, valkey, settings, monkeypatch
):
    settings.REDIS_URL, settings.EMAIL_HOST = valkey.url, f"{waiting.id}.example"
    outside._client.cache_clear()

    def refuse(self, messages):
        raise SMTPRecipientsRefused({TO: (550, b"no such mailbox")})

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse)
        for _ in range(6):
            with pytest.raises(MailNotSent) as refused:
                mail_send(mail_id=waiting.id, at=NOW)
            assert not isinstance(refused.value, MailServerAway)
    mail_send(mail_id=waiting.id, at=NOW)
    outside._client.cache_clear()
    assert len(mail.outbox) == 1


def test_an_unknown_mail_is_nothing(world):
    mail_send(mail_id=uuid.UUID(int=1), at=NOW)
    assert mail.outbox == []


def test_every_mail_of_allauth_has_our_words(world):
    import allauth

    folder = __import__("pathlib").Path(allauth.__file__).parent / "templates"
    theirs = {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for app in ("account", "mfa")
        for path in folder.glob(f"{app}/email/*_subject.txt")
    }
    by_code = {"account/email/login_code", "account/email/password_reset_code"}
    assert theirs - by_code <= set(TEXTS)
    assert AccountAdapter.send_mail.__module__ == "tenants.accounts.login.adapter"


@pytest.mark.parametrize("name", sorted(TEXTS))
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_every_mail_renders_in_both_languages(name, locale):
    text = TEXTS[name]
    keys = {*re.findall(r"\{(\w+)\}", repr((text.en, text.zh))), *([text.link] if text.link else [])}
    rendered = render(name=name, locale=locale, values={key: f"<{key}>" for key in keys})
    assert rendered.subject and "{" not in rendered.subject + rendered.text
    assert f'<html lang="{locale}">' in rendered.html
    assert all(f"<{key}>" not in rendered.html for key in keys)
