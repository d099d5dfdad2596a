"""The blacklist gate inside the database: which sanction blocks, and the same after waiting for HQ."""

from django.db import migrations

_LOCK_KEY = """
CREATE FUNCTION public.masterdata_supplier_lock_key(supplier uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT ('x' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
    '1:' || public.current_group()::text || ':' || supplier::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint
$$
"""

_BLOCKING = """
CREATE FUNCTION public.masterdata_blocking_sanction(
  supplier uuid, action text, categories uuid[], unit uuid, at timestamptz
) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT s.id
  FROM public.masterdata_sanction s
  WHERE s.group_id = public.current_group()
    AND s.supplier_org_id IN (
      SELECT m.id
      FROM public.masterdata_supplier_org own
      JOIN public.masterdata_supplier_org m
        ON m.group_id = own.group_id
        AND (m.id = coalesce(own.same_as_id, own.id) OR m.same_as_id = coalesce(own.same_as_id, own.id))
      WHERE own.id = supplier AND own.group_id = public.current_group()
    )
    AND s.status IN ('scheduled', 'in_force_provisional', 'in_force')
    AND (s.status <> 'scheduled' OR s.from_at <= at)
    AND (s.until_at IS NULL OR at < s.until_at)
    AND action = ANY (s.actions)
    AND (s.all_units OR unit = ANY (s.unit_ids))
    AND (
      s.all_categories
      OR coalesce(pg_catalog.cardinality(categories), 0) = 0
      OR EXISTS (
        SELECT 1
        FROM pg_catalog.unnest(categories) AS wanted (id)
        LEFT JOIN public.masterdata_category c ON c.id = wanted.id AND c.group_id = public.current_group()
        WHERE c.id IS NULL OR c.path && s.category_ids
      )
    )
  ORDER BY s.until_at DESC NULLS FIRST, s.id
  LIMIT 1
$$
"""

_BLOCKS = """
CREATE FUNCTION public.masterdata_sanction_blocks(
  supplier uuid, action text, categories uuid[], unit uuid, at timestamptz
) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  -- After the lock a new statement sees what HQ has committed meanwhile.
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(public.masterdata_supplier_lock_key(supplier));
  RETURN public.masterdata_blocking_sanction(supplier, action, categories, unit, at) IS NOT NULL;
END
$$
"""

_ARGUMENTS = "(uuid, text, uuid[], uuid, timestamptz)"


class Migration(migrations.Migration):
    dependencies = [("masterdata", "0001_initial")]

    operations = [
        migrations.RunSQL(_LOCK_KEY, "DROP FUNCTION public.masterdata_supplier_lock_key(uuid)"),
        migrations.RunSQL(_BLOCKING, f"DROP FUNCTION public.masterdata_blocking_sanction{_ARGUMENTS}"),
        migrations.RunSQL(_BLOCKS, f"DROP FUNCTION public.masterdata_sanction_blocks{_ARGUMENTS}"),
        migrations.RunSQL(
            [
                "GRANT EXECUTE ON FUNCTION public.masterdata_supplier_lock_key(uuid) TO app_unit, app_group",
                f"GRANT EXECUTE ON FUNCTION public.masterdata_blocking_sanction{_ARGUMENTS} TO app_unit, app_group",
                f"GRANT EXECUTE ON FUNCTION public.masterdata_sanction_blocks{_ARGUMENTS} TO app_unit, app_group",
            ],
            migrations.RunSQL.noop,
        ),
    ]
