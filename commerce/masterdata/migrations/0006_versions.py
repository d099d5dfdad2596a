"""Versions are shown as Int, which has 32 bits."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("masterdata", "0005_import_jobs"),
    ]

    operations = [
        migrations.AlterField(
            model_name="category",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="exchangedoc",
            name="doc_version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="importjob",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="item",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="sanction",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="screeninghit",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="supplierorg",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
