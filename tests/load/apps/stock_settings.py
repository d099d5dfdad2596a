"""Settings of the comparator: graphene-django as documented; its one middleware tells the length."""

import os
from urllib.parse import parse_qs, urlsplit

_url = urlsplit(os.environ["FLOOR_URL"])
_query = {name: values[0] for name, values in parse_qs(_url.query).items()}

SECRET_KEY = "benchmark"
ALLOWED_HOSTS = ["*"]
DEBUG = False
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "tests.load.apps.stock"
INSTALLED_APPS = ["graphene_django"]
USE_TZ = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _url.path[1:],
        "USER": _url.username,
        "PASSWORD": _url.password,
        "HOST": _query.get("host", _url.hostname),
        "PORT": _url.port or "",
        "CONN_MAX_AGE": 900,
        "OPTIONS": {"options": f"-c search_path={os.environ['FLOOR_SCHEMA']}"},
    }
}
