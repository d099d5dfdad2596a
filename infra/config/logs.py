"""Logs: one line a fact, for people or for collectors, without secrets and without bodies (R30)."""

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

from tenants.kernel.personal import is_hidden_in_logs

SECRET_NAMES = re.compile(
    r"pass(word)?$|secret|token|authorization|cookie|api_?key|otp|recovery|session_?key|credential|body$|iban|account_?number",
    re.I,
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
BEARER = re.compile(r"(Bearer\s+|hk_)[\w.~+/-]+=*", re.I)
HIDDEN = "[hidden]"
LONGEST = 2000

Event = MutableMapping[str, Any]


def without_secrets(logger: Any, method: str, event: Event) -> Event:
    """This will hide values whose name tells a secret or personal data, and addresses and keys inside other texts."""
    for name, value in event.items():
        if SECRET_NAMES.search(name) or is_hidden_in_logs(name):
            event[name] = HIDDEN
        elif isinstance(value, str):
            event[name] = clean(value)
    return event


def clean(text: str) -> str:
    """This will make a text safe for one line of a log: no addresses, no keys, no line breaks, not endless."""
    shortened = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    hidden = BEARER.sub(HIDDEN, EMAIL.sub(HIDDEN, shortened))
    return hidden.translate(CONTROLS)


CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), 127)} | {
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    9: "\\t",
}

TIME = structlog.processors.TimeStamper(fmt="iso", utc=True)
"""Only collectors need it: the supervisor writes the time before each line."""

SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
]


def logging_settings(level: str, form: str) -> dict[str, Any]:
    """This will configure structlog and give Django's LOGGING; `form` is console or json."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    for_people = structlog.dev.ConsoleRenderer(
        colors=False,
        pad_event_to=0,
        pad_level=False,
        exception_formatter=structlog.dev.plain_traceback,  # the richer one shows local variables
    )
    render = structlog.processors.JSONRenderer(ensure_ascii=False) if form == "json" else for_people
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *([TIME, structlog.processors.format_exc_info] if form == "json" else []),
            without_secrets,
            render,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": logging.getLevelName(level.upper())},
        "loggers": {
            "django.server": {"handlers": ["console"], "propagate": False},
            "celery": {"level": "INFO"},
            "kombu": {"level": "WARNING"},
        },
    }
