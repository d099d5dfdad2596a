"""A fingerprint of a schema's whole catalogue, to prove two schemas identical.

It covers tables, columns, types, defaults, identities, indexes, constraints, triggers, functions, views,
sequences, policies, owners and grants. Names of the schema and of its role are replaced by marks. NOT NULL is
compared as a property of its column, not by the name that PostgreSQL 18 gives the constraint.
"""

import hashlib
import re
from typing import Any

from tenants.directory.fleet.owner import every_name_qualified, owner_in

SCHEMA_MARK, ROLE_MARK = "<schema>", "<role>"
_GRANTED = re.compile(r" grants=\S*")

_GRANTS = """
coalesce((SELECT string_agg(format('%%s:%%s%%s',
    CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END, a.privilege_type,
    CASE WHEN a.is_grantable THEN '*' ELSE '' END), ',' ORDER BY a.grantee, a.privilege_type)
  FROM aclexplode({acl}) a WHERE a.grantee <> {owner}), '')
"""

_LINES = f"""
WITH here AS (SELECT oid, nspacl, nspowner FROM pg_namespace WHERE nspname = %(schema)s),
relations AS (SELECT c.* FROM pg_class c JOIN here ON c.relnamespace = here.oid)
SELECT format('schema owner=%%s grants=%%s', pg_get_userbyid(nspowner),
  {_GRANTS.format(acl="nspacl", owner="nspowner")}) FROM here
UNION ALL
SELECT format('relation %%s kind=%%s persistence=%%s options=%%s security=%%s%%s identity=%%s owner=%%s grants=%%s',
  relname, relkind, relpersistence, reloptions, relrowsecurity, relforcerowsecurity, relreplident,
  pg_get_userbyid(relowner), {_GRANTS.format(acl="relacl", owner="relowner")})
FROM relations WHERE relkind <> 'i'
UNION ALL
SELECT format('column %%s.%%s place=%%s type=%%s notnull=%%s default=%%s identity=%%s generated=%%s collation=%%s '
  'storage=%%s grants=%%s', r.relname, a.attname,
  row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod),
  a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attcollation::regcollation,
  a.attstorage, a.attacl::text)
FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE r.relkind IN ('r', 'v', 'm', 'p')
UNION ALL
SELECT format('index %%s valid=%%s %%s', r.relname, i.indisvalid, pg_get_indexdef(r.oid))
FROM relations r JOIN pg_index i ON i.indexrelid = r.oid
UNION ALL
SELECT format('constraint %%s.%%s %%s validated=%%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid),
  c.convalidated) FROM pg_constraint c JOIN here ON c.connamespace = here.oid WHERE c.contype <> 'n'
UNION ALL
SELECT format('trigger %%s enabled=%%s', pg_get_triggerdef(t.oid), t.tgenabled)
FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT format('function %%s owner=%%s grants=%%s', pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner),
  {_GRANTS.format(acl="coalesce(p.proacl, acldefault('f', p.proowner))", owner="p.proowner")})
FROM pg_proc p JOIN here ON p.pronamespace = here.oid WHERE p.prokind IN ('f', 'p')
UNION ALL
SELECT format('view %%s %%s about=%%s', relname, pg_get_viewdef(oid), obj_description(oid, 'pg_class'))
FROM relations WHERE relkind IN ('v', 'm')
UNION ALL
SELECT format('sequence %%s type=%%s start=%%s step=%%s min=%%s max=%%s cycle=%%s of=%%s', r.relname,
  s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle,
  (SELECT format('%%s.%%s %%s', d.refobjid::regclass, a.attname, d.deptype) FROM pg_depend d
   JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
   WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')))
FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
UNION ALL
SELECT format('policy %%s.%%s %%s %%s %%s %%s %%s', r.relname, p.polname, p.polcmd, p.polpermissive,
  p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
UNION ALL
SELECT format('type %%s %%s', t.typname, t.typtype) FROM pg_type t JOIN here ON t.typnamespace = here.oid
WHERE t.typtype IN ('e', 'd', 'r', 'm')
"""  # noqa: S608 the inserted parts stand above


def fingerprint_lines(cursor: Any, *, schema_name: str, role: str | None = None) -> list[str]:
    """This will describe every object of the schema, one line each, sorted, with marks for schema and role.

    Names outside the schema are spelled with theirs, whatever search_path the caller has.
    """
    with every_name_qualified(cursor):
        cursor.execute(_LINES, {"schema": schema_name})
        lines = [row[0] for row in cursor.fetchall()]
    marked = (line.replace(schema_name, SCHEMA_MARK) for line in lines)
    return sorted(line.replace(role, ROLE_MARK) if role else line for line in marked)


def structure(cursor: Any, *, schema_name: str) -> str:
    """This will give the SHA-256 of the schema's description without grants, which each unit's role has its own."""
    lines = sorted(_GRANTED.sub("", line) for line in fingerprint_lines(cursor, schema_name=schema_name))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def structure_of(schema_name: str) -> str:
    """This will read the structure of one unit's schema, as the owner."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        return structure(cursor, schema_name=schema_name)
