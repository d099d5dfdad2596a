"""Turns the words of a mail into subject, plain text and HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

from tenants.accounts.mail.texts import TEXTS


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail ready to be sent."""

    subject: str
    text: str
    html: str


def render(*, name: str, locale: str, values: Mapping[str, object]) -> RenderedMail:
    """This will render a mail of `TEXTS` in a language; raises KeyError for an unknown mail or value.

    Values are people's words: they are kept on one line, escaped in HTML, and never read as templates.
    """
    text = TEXTS[name]
    words = text.words(locale)
    plain = {key: " ".join(str(value).split()) for key, value in values.items()}
    context = {
        "lang": "zh-CN" if words is text.zh else "en",
        "subject": words.subject.format_map(plain),
        "lines": [line.format_map(plain) for line in words.lines],
        "button": words.button,
        "link": plain[text.link] if text.link else "",
    }
    return RenderedMail(
        subject=str(context["subject"]),
        text=render_to_string("accounts/mail.txt", context),
        html=render_to_string("accounts/mail.html", context),
    )
