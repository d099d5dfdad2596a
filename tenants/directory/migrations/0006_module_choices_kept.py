"""The choices of modules, kept as a text with the group and with each unit, for the look-up that opens a request.

Written by the database itself whenever a choice is made, changed or taken back, whoever does it; the columns are no
fields of the models, so that nothing else writes them.
"""

from django.db import migrations

KEPT = """
CREATE FUNCTION public.directory_keep_module_choices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO pg_catalog AS $$
DECLARE changed public.directory_module_switch;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  IF changed.unit_id IS NULL THEN
    UPDATE public.directory_group SET module_choices = public.directory_module_choices(changed.group_id, NULL)
      WHERE id = changed.group_id;
  ELSE
    UPDATE public.directory_business_unit
      SET module_choices = public.directory_module_choices(changed.group_id, changed.unit_id)
      WHERE id = changed.unit_id;
  END IF;
  RETURN NULL;
END $$
"""

WORDED = """
CREATE FUNCTION public.directory_module_choices(of_group uuid, of_unit uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(CASE WHEN w.unit_id IS NULL THEN 'g' ELSE 'u' END
    || CASE WHEN w.enabled THEN '+' ELSE '-' END || w.module, ' ' ORDER BY w.module), '')
  FROM public.directory_module_switch w
  WHERE w.group_id = of_group AND w.unit_id IS NOT DISTINCT FROM of_unit
$$
"""

TRIGGER = """
CREATE TRIGGER keep_module_choices AFTER INSERT OR UPDATE OR DELETE ON public.directory_module_switch
FOR EACH ROW EXECUTE FUNCTION public.directory_keep_module_choices()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0005_group_grant"),
    ]

    operations = [
        migrations.RunSQL(
            [
                "ALTER TABLE public.directory_group ADD COLUMN module_choices text NOT NULL DEFAULT ''",
                "ALTER TABLE public.directory_business_unit ADD COLUMN module_choices text NOT NULL DEFAULT ''",
                WORDED,
                KEPT,
                "REVOKE ALL ON FUNCTION public.directory_module_choices(uuid, uuid) FROM PUBLIC",
                "REVOKE ALL ON FUNCTION public.directory_keep_module_choices() FROM PUBLIC",
                TRIGGER,
                "UPDATE public.directory_group SET module_choices = public.directory_module_choices(id, NULL)",
                "UPDATE public.directory_business_unit "
                "SET module_choices = public.directory_module_choices(group_id, id)",
            ],
            [
                "DROP TRIGGER keep_module_choices ON public.directory_module_switch",
                "DROP FUNCTION public.directory_keep_module_choices()",
                "DROP FUNCTION public.directory_module_choices(uuid, uuid)",
                "ALTER TABLE public.directory_business_unit DROP COLUMN module_choices",
                "ALTER TABLE public.directory_group DROP COLUMN module_choices",
            ],
        )
    ]
