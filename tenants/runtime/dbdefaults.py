"""Column defaults that only the database knows."""

from django.db.models import BigIntegerField, Func, TextField


class CurrentUser(Func):
    """The database role that writes the row."""

    template = "CURRENT_USER"
    output_field = TextField()


class CurrentTransaction(Func):
    """The id of the writing transaction, for a feed in commit order."""

    template = "(pg_current_xact_id()::text::bigint)"
    output_field = BigIntegerField()


class NextOutboxPosition(Func):
    """The next position in the outbox, from its sequence in `public`."""

    template = "nextval('public.runtime_outbox_position')"
    output_field = BigIntegerField()
