"""The WSGI application: API and pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.development")

application = get_wsgi_application()
