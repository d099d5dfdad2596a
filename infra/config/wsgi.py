"""The WSGI application: the API's doors first, then pages."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.development")

pages = get_wsgi_application()

from api.views import DoorsFirst  # noqa: E402 after Django is set up
from infra.config import graphiql, urls  # noqa: E402, F401 builds the schemas now, not at the first request

application = DoorsFirst(pages, leave=graphiql.wants_page)

gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
"""What was made at the start lives on; large answers make many short-lived objects, which need no early walks."""
