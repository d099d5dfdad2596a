"""The ASGI application: live streams alone. It loads settings but no models; pages and API are WSGI."""

import os

from django.conf import settings

from api.live.app import LiveApp

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.development")

application = LiveApp(
    redis_url=lambda: settings.REDIS_URL,
    keys=lambda: [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS],
    origins=lambda: settings.CSRF_TRUSTED_ORIGINS,
)
