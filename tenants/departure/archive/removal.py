"""Counts and deletes the rows of a group, as the owner of the tables."""

import uuid

from django.db import transaction
from psycopg import sql

from tenants.departure.tables import HELD_BY_LAW, KEPT_NAMELESS, GroupTable, group_tables
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in


def rows_of_schema(schema_name: str) -> int:
    """This will count the rows of all tables of a unit."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema_name])
        total = 0
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema_name, table)))
            total += cursor.fetchone()[0]
    return total


def count_rows(group_id: uuid.UUID) -> dict[str, int]:
    """This will count by table the rows of a group in `public` that are to go; tables without any are left out."""
    counts: dict[str, int] = {}
    with owner_in("public") as connection, connection.cursor() as cursor:
        for table in group_tables():
            if table.name not in HELD_BY_LAW | KEPT_NAMELESS:
                rows = sql.SQL("SELECT count(*) {} {}").format(_of_group(table), _but_the_mail(table))
                cursor.execute(rows, [group_id])
                counts[table.name] = cursor.fetchone()[0]
    return {name: count for name, count in counts.items() if count}


def count_nameless(group_id: uuid.UUID) -> list[dict[str, object]]:
    """This will count by table the rows of a group that are to stay without its name."""
    kept: list[dict[str, object]] = []
    with owner_in("public") as connection, connection.cursor() as cursor:
        for table in group_tables():
            if table.name in KEPT_NAMELESS:
                cursor.execute(sql.SQL("SELECT count(*) {}").format(_of_group(table)), [group_id])
                kept.append(
                    {"table": table.name, "rows": cursor.fetchone()[0], "why": KEPT_NAMELESS[table.name]}
                )
    return kept


def delete_rows(group_id: uuid.UUID) -> list[dict[str, object]]:
    """This will delete all rows of a group in `public`, in one transaction; those that point at others go first.

    Sums that stay lose the group's name in the same transaction. Gives what law keeps.
    """
    nobody = uuid.uuid4()
    kept: list[dict[str, object]] = []
    with (
        owner_in("public") as connection,
        transaction.atomic(using=OWNER_ALIAS),
        connection.cursor() as cursor,
    ):
        for table in reversed(group_tables()):
            name = sql.Identifier("public", table.name)
            if table.name in HELD_BY_LAW:
                cursor.execute(sql.SQL("SELECT count(*) {}").format(_of_group(table)), [group_id])
                kept.append(
                    {"table": table.name, "rows": cursor.fetchone()[0], "why": HELD_BY_LAW[table.name]}
                )
                continue
            if table.name in KEPT_NAMELESS:
                cursor.execute(_renamed(table), [nobody, group_id])
                continue
            cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
            cursor.execute(sql.SQL("DELETE {} {}").format(_of_group(table), _but_the_mail(table)), [group_id])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))
    return kept


def _renamed(table: GroupTable) -> sql.Composed:
    """The rows get ids of their own too: the group's archive has the old ones."""
    return sql.SQL("UPDATE public.{} SET {group} = %s, {key} = gen_random_uuid() WHERE {group} = %s").format(
        sql.Identifier(table.name), group=sql.Identifier(table.column), key=sql.Identifier(table.key)
    )


def _of_group(table: GroupTable) -> sql.Composed:
    return sql.SQL("FROM public.{} WHERE {} = %s").format(
        sql.Identifier(table.name), sql.Identifier(table.column)
    )


def _but_the_mail(table: GroupTable) -> sql.SQL:
    """The event that sends the owner's mail, and the one being handled, close by themselves and go after a month."""
    if table.name != "runtime_outbox_event":
        return sql.SQL("")
    return sql.SQL("AND event_type NOT IN ('accounts.mail.requested', 'departure.group.due')")
