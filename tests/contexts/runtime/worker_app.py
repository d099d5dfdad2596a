"""The platform's Celery application with the tests' reactions, for worker and relay processes of the tests."""

from infra.config.celery_app import app
from tests.contexts.runtime import reactions

__all__ = ["app", "reactions"]
