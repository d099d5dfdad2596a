"""The catalogue of house rules. `test_house_rules.py` holds them and proves that each catches its offence."""

import ast
import re

from tenants.runtime.outside import KINDS
from tests.architecture.rules import (
    CONTEXTS,
    PRODUCT,
    Found,
    Rule,
    Source,
    called,
    dotted,
    imported,
    starts_with,
)
from tests.architecture.trails import silent_moves

MONEY_PATHS = ("tenants/kernel", "commerce", "billing", "graphql/api")
SECONDS_AND_POINTS = ("graphql/api/rates.py",)  # what a caller may spend in a minute is no money
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now", "time.time")
WITHOUT_DATABASE = ("graphql/api/live",)
CLOCKLESS = ("services", "policies.py", "states.py", "models", "queries.py", "events.py", "handlers.py")
SQL_MODULES = (
    "queries.py", "queries/*.py", "locks.py", "tenants/runtime/*.py", "tenants/runtime/*/*.py",
    "tenants/directory/schemas.py", "tenants/directory/provisioning/*.py", "tenants/directory/fleet/*.py",
    "tenants/directory/archives/*.py", "tenants/departure/archive/*.py",
    "*/migrations/*.py", "graphql/api/reads/*.py", "infra/embedded/*.py",
    "infra/tools/*.py", "infra/config/checks.py", "infra/config/pages.py",
)  # fmt: skip
CALLS_OUT = ("socket.create_connection", "get_connection", "send_mail", "EmailMessage", "stripe.StripeClient")
OWN_PAGES = (
    "tenants/operations/probing.py",
)  # the probes look at our own pages, and tell when they are down
MOVING = ("services", "incoming", "invoicing", "paying")
ORM_CALLS = {
    "create", "filter", "exclude", "get", "update", "get_or_create", "update_or_create", "aupdate", "acreate",
}  # fmt: skip
HTTP_CLIENTS = (
    "requests",
    "httpx",
    "urllib.request",
    "urllib3",
    "aiohttp",
    "http.client",
    "requests_hardened",
)
OUTBOUND = (
    "tenants/runtime/egress.py", "billing/gateway/*.py", "infra/embedded/supervisor.py",
    "infra/standins/stripe/webhooks.py",
)  # fmt: skip
ENVIRONMENT_READERS = ("infra/config/settings/env.py", "infra/embedded/*.py", "infra/tools/*.py")
RAW_SQL = re.compile(
    r"(objects|manager|queryset|rows)\.(raw|extra)$|RawSQL$|(cursor|connection)\.execute(many)?$|connection\.cursor$"
)
STOCK_WORDS = re.compile(r"(^|_)(quantity|qty|amount|balance|used|reserved|on_hand|credit|total|budget)(_|$)")


def _floats(source: Source) -> Found:
    for node, name in called(source):
        if name == "float" or name.endswith(("FloatField", "graphene.Float")):
            yield node.lineno, f"{name}(…)"
        literal = node.args[0] if node.args else None
        if (
            name.endswith("Decimal")
            and isinstance(literal, ast.Constant)
            and isinstance(literal.value, float)
        ):
            yield node.lineno, "Decimal of a float"


def _on_commit(source: Source) -> Found:
    return ((node.lineno, name) for node, name in called(source) if name.endswith("on_commit"))


def _http(source: Source) -> Found:
    return ((line, name) for line, name in imported(source) if starts_with(name, *HTTP_CLIENTS))


def _raw_sql(source: Source) -> Found:
    for node, name in called(source):
        if RAW_SQL.search(name):
            yield node.lineno, f"{name}(…)"


def _spread_into_orm(source: Source) -> Found:
    for node in source.nodes(ast.Call):
        into_orm = isinstance(node.func, ast.Attribute) and node.func.attr in ORM_CALLS
        spread = [keyword.value for keyword in node.keywords if keyword.arg is None]
        if into_orm and any(not isinstance(value, ast.Dict) for value in spread):
            yield node.lineno, f"{dotted(node.func)}(**…)"


def _tenant_helpers(source: Source) -> Found:
    banned = ("django_tenants.test", "django_tenants.utils.schema_context", "django_tenants.utils.tenant_context",
              "django_tenants.utils.schema_exists", "tenant_schemas_celery")  # fmt: skip
    yield from ((line, name) for line, name in imported(source) if starts_with(name, *banned))
    for node in source.nodes(ast.With):
        for item in node.items:
            if isinstance(item.context_expr, ast.Name) and item.context_expr.id in ("tenant", "unit"):
                yield node.lineno, f"with {item.context_expr.id}:"


def _schema_switches(source: Source) -> Found:
    names = (".set_tenant", ".set_schema", ".set_schema_to_public")
    return ((node.lineno, name) for node, name in called(source) if name.endswith(names))


def _clocks(source: Source) -> Found:
    return ((node.lineno, f"{name}()") for node, name in called(source) if name.endswith(CLOCKS))


def _readings(source: Source) -> Found:
    return ((node.lineno, f"{name}()") for node, name in called(source) if name.endswith("clock.now"))


def _signals(source: Source) -> Found:
    return ((line, name) for line, name in imported(source) if starts_with(name, "django.db.models.signals"))


def _environment(source: Source) -> Found:
    for node in source.nodes(ast.Attribute):
        if dotted(node) == "os.environ" and not _is_default_settings(source, node.lineno):
            yield node.lineno, "os.environ"
    yield from ((node.lineno, name) for node, name in called(source) if name == "os.getenv")


def _is_default_settings(source: Source, line: int) -> bool:
    return "DJANGO_SETTINGS_MODULE" in source.text.splitlines()[line - 1]


def _caches(source: Source) -> Found:
    return ((line, name) for line, name in imported(source) if starts_with(name, "django.core.cache"))


def _stock_arithmetic(source: Source) -> Found:
    for node in source.nodes(ast.AugAssign):
        if isinstance(node.target, ast.Attribute) and STOCK_WORDS.search(node.target.attr):
            yield node.lineno, f"{dotted(node.target)} is read, changed and written"


def _skips(source: Source) -> Found:
    names = ("pytest.skip", "mark.skip", "mark.skipif", "mark.xfail", "pytest.xfail", "pytest.importorskip",
             "unittest.skip", "skipTest")  # fmt: skip
    for node in source.nodes(ast.Attribute):
        if dotted(node).endswith(names):
            yield node.lineno, dotted(node)


def _mocks(source: Source) -> Found:
    banned = ("unittest.mock", "mock", "pytest_mock")
    return ((line, name) for line, name in imported(source) if starts_with(name, *banned))


NAMES_OF_ONE = ("slug", "unit_slug", "schema_name", "group_name", "group_id", "unit_id")


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != "public" and any(letter.isalnum() for letter in value)


def _own_code(source: Source) -> Found:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            named = {getattr(side, "attr", getattr(side, "id", "")) for side in sides} & set(NAMES_OF_ONE)
            if named and any(isinstance(side, ast.Constant) and _is_name(side.value) for side in sides):
                yield node.lineno, f"asks for one customer by {named.pop()}"


def _sleeps(source: Source) -> Found:
    return ((node.lineno, name) for node, name in called(source) if name in ("time.sleep", "sleep"))


def _unfinished(source: Source) -> Found:
    words = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    for number, line in enumerate(source.text.splitlines(), 1):
        if words.search(line):
            yield number, line.strip()
    for node in source.nodes(ast.Raise) if source.is_in(*CONTEXTS) else ():
        name = dotted(node.exc.func if isinstance(node.exc, ast.Call) else node.exc) if node.exc else ""
        if name == "NotImplementedError":
            yield node.lineno, "raise NotImplementedError"


def _patterns(source: Source) -> Found:
    """Calls of `re` with a pattern that is not written in the source."""
    for node, name in called(source):
        written = not node.args or _is_written(node.args[0])
        if starts_with(name, "re") and name != "re.escape" and not written:
            yield node.lineno, f"{name} of a computed pattern"


def _is_written(pattern: ast.AST) -> bool:
    """A literal, a name, or an entry of a constant table such as `FORMS.get(country, ANY)`."""
    if isinstance(pattern, ast.Call):
        return dotted(pattern.func).split(".")[0].isupper()
    if isinstance(pattern, ast.Subscript):
        return dotted(pattern.value).isupper()
    return isinstance(pattern, ast.Constant | ast.JoinedStr | ast.Name)


def _feeds(source: Source) -> Found:
    """Reading on from a position: what commits later with a smaller one would be skipped for ever."""
    cursors = ("position__gt", "position__gte", "updated_at__gt", "updated_at__gte")
    for node, name in called(source):
        used = [keyword.arg for keyword in node.keywords if keyword.arg in cursors]
        if used and name.split(".")[-1] in ("filter", "exclude", "Q"):
            yield node.lineno, f"{name}({used[0]}=…)"


def _evaluation(source: Source) -> Found:
    for node, name in called(source):
        if name in ("eval", "exec", "compile", "__import__"):
            yield node.lineno, f"{name}(…)"
    engines = (
        "zen",
        "simpleeval",
        "asteval",
        "RestrictedPython",
        "jinja2",
        "lupa",
        "js2py",
        "pickle",
        "marshal",
    )
    yield from ((line, name) for line, name in imported(source) if starts_with(name, *engines))


def _unwatched(source: Source) -> Found:
    """Calls outside without a breaker: `egress.call` that names no system, other clients outside `outside.calling`."""
    watched = any(name == "outside.calling" for _, name in called(source))
    for node, name in called(source):
        if name == "egress.call":
            system = next((k.value for k in node.keywords if k.arg == "system"), None)
            if not (
                isinstance(system, ast.Constant) and (system.value in KINDS or source.matches(*OWN_PAGES))
            ):
                yield node.lineno, "egress.call of no known system"
        elif name.endswith(CALLS_OUT) and not watched:
            yield node.lineno, f"{name}(…)"


def _in_product(source: Source) -> bool:
    return source.is_in(*PRODUCT)


def _in_contexts(source: Source) -> bool:
    return source.is_in(*CONTEXTS)


def _migration(source: Source) -> bool:
    return source.matches("*/migrations/*.py")


RULES = (
    Rule("floats", "money and quantities are Decimal",
         lambda s: s.is_in(*MONEY_PATHS) and not _migration(s) and not s.matches(*SECONDS_AND_POINTS), _floats,
         "commerce/procurement/services/total.py", "total = float('0.1') * 3\n", waivable=True),
    Rule("on_commit", "an effect is an outbox row written with the change",
         lambda s: _in_product(s) and not s.is_in("tenants/runtime"), _on_commit,
         "commerce/procurement/services/send.py", "transaction.on_commit(lambda: notify.delay(1))\n"),
    Rule("http clients", "outbound HTTP goes through the one hardened client",
         lambda s: _in_product(s) and not s.matches(*OUTBOUND), _http,
         "commerce/masterdata/services/rates.py", "import requests\n"),
    Rule("feeds", "what commits late must not be skipped: claim what is not done",
         _in_product, _feeds,
         "tenants/webhooks/queries.py", "OutboxEvent.objects.filter(position__gt=cursor)\n"),
    Rule("evaluation", "what customers write is data, never code",
         lambda s: s.is_in(*CONTEXTS), _evaluation,
         "commerce/approvals/flow/conditions.py", "eval(given['formula'])\n", waivable=True),
    Rule("unwatched calls", "a breaker and a bulkhead stand before every system outside",
         lambda s: s.is_in(*CONTEXTS), _unwatched,
         "commerce/masterdata/services/rates.py", "egress.call('GET', url, system='ecb')\n"),
    Rule("raw sql", "SQL lives in queries.py, locks.py and the runtime, where it is reviewed",
         lambda s: _in_product(s) and not s.matches(*SQL_MODULES), _raw_sql,
         "commerce/procurement/services/find.py", "Order.objects.raw('SELECT 1')\n", waivable=True),
    Rule("spread into ORM", "a caller's dictionary would choose fields and operators",
         _in_product, _spread_into_orm,
         "commerce/procurement/services/find.py", "Order.objects.filter(**given)\n", waivable=True),
    Rule("tenant helpers", "the unit of work is opened by scopes alone",
         lambda s: _in_product(s) or s.is_in("tests"), _tenant_helpers,
         "commerce/procurement/tasks.py", "from django_tenants.utils import schema_context\n"),
    Rule("schema switches", "schemas are switched by the runtime and the owner's DDL alone",
         lambda s: _in_product(s) and not s.is_in("tenants/runtime", "tenants/directory"), _schema_switches,
         "commerce/procurement/tasks.py", "connection.set_schema(name)\n"),
    Rule("clocks", "time is an argument; the edge reads the database's clock",
         lambda s: s.is_in(*CONTEXTS, "graphql/api") and not s.is_in("tenants/runtime", *WITHOUT_DATABASE)
         and not _migration(s), _clocks,
         "commerce/procurement/tasks.py", "at = timezone.now()\n"),
    Rule("clocks inside", "time is an argument below the edge",
         lambda s: _in_contexts(s) and not s.is_in("tenants/runtime")
         and any(f"/{part}" in f"/{s.path}" for part in CLOCKLESS), _readings,
         "commerce/procurement/services/submit.py", "at = clock.now()\n", waivable=True),
    Rule("own code", "what one customer wants is configured; its code is everybody's",
         lambda s: s.is_in(*CONTEXTS, "graphql/api"), _own_code,
         "commerce/procurement/services/submit.py", "if unit.slug == 'harbour-1': price = 0\n"),
    Rule("signals", "what happens is written in the service, in order",
         _in_product, _signals,
         "commerce/procurement/handlers.py", "from django.db.models.signals import post_save\n"),
    Rule("environment", "settings are read through the table in env.py",
         lambda s: _in_product(s) and not s.matches(*ENVIRONMENT_READERS), _environment,
         "commerce/procurement/services/submit.py", "key = os.environ['KEY']\n"),
    Rule("caches", "cache keys are made by the one function that demands a tenant",
         lambda s: _in_product(s) and not s.is_in("tenants/runtime"), _caches,
         "commerce/masterdata/queries.py", "from django.core.cache import cache\n"),
    Rule("stock arithmetic", "quantities and money move by a conditional UPDATE",
         lambda s: _in_contexts(s) and "/services" in s.path, _stock_arithmetic,
         "commerce/procurement/services/receive.py", "line.quantity -= taken\n", waivable=True),
    Rule("silent moves", "every change of a state leaves its audit row and its event",
         lambda s: s.is_in("commerce") and any(f"/{part}/" in s.path for part in MOVING), silent_moves,
         "commerce/procurement/services/arrive.py",
         "def arrive(key): Notice.objects.filter(id=key).update(status='arrived')\n", waivable=True),
    Rule("unfinished", "what is landed is finished",
         _in_product, _unfinished,
         "commerce/procurement/services/submit.py", "raise NotImplementedError\n"),
    Rule("patterns", "patterns that users can write run in re2",
         _in_contexts, _patterns,
         "commerce/masterdata/services/search.py", "re.search(given['pattern'], text)\n", waivable=True),
    Rule("skips", "a skipped test proves nothing", lambda s: s.is_in("tests"), _skips,
         "tests/contexts/test_x.py", "@pytest.mark.skip\ndef test_x(): ...\n"),
    Rule("mocks", "tests go through public doors on real servers", lambda s: s.is_in("tests"), _mocks,
         "tests/contexts/test_x.py", "from unittest.mock import patch\n"),
    Rule("sleeps", "tests wait for what they need, never for time",
         lambda s: s.is_in("tests") and not s.is_in("tests/load"), _sleeps,
         "tests/contexts/test_x.py", "time.sleep(1)\n", waivable=True),
)  # fmt: skip
