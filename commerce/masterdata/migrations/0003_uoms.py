"""Fills the units of measure from `commerce.masterdata.uoms`."""

from django.db import migrations

from commerce.masterdata.uoms import UOMS


def fill(apps, schema_editor):
    """This will write every unit of measure, once."""
    uom = apps.get_model("masterdata", "Uom")
    uom.objects.using(schema_editor.connection.alias).bulk_create(
        [
            uom(code=code, name_en=name_en, name_zh=name_zh, symbol=symbol, dimension=dimension)
            for code, (name_en, name_zh, symbol, dimension) in UOMS.items()
        ]
    )


class Migration(migrations.Migration):
    dependencies = [("masterdata", "0002_gate")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
