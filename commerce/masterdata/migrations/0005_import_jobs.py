"""Imports know their file by its id and their columns by place."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import tenants.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("masterdata", "0004_alias_names"),
    ]

    operations = [
        migrations.DeleteModel("ImportRow"),
        migrations.DeleteModel("ImportJob"),
        migrations.CreateModel(
            name="ImportJob",
            fields=[
                (
                    "id",
                    models.UUIDField(default=tenants.kernel.ids.new_id, primary_key=True, serialize=False),
                ),
                ("group_id", models.UUIDField()),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("uploaded", "uploaded"),
                            ("read", "read"),
                            ("validating", "validating"),
                            ("validated", "validated"),
                            ("applying", "applying"),
                            ("applied", "applied"),
                            ("failed", "failed"),
                            ("discarded", "discarded"),
                        ],
                        default="uploaded",
                    ),
                ),
                ("file_id", models.UUIDField()),
                ("file_name", models.TextField()),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.TextField()),
                ("file_format", models.TextField(default="")),
                ("encoding", models.TextField(default="")),
                ("sheet", models.TextField(default="")),
                ("header_row", models.PositiveIntegerField(default=0)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("preview", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=dict)),
                ("defaults", models.JSONField(default=dict)),
                ("counts", models.JSONField(default=dict)),
                ("only_good_rows", models.BooleanField(default=False)),
                ("progress", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("failure_code", models.TextField(default="")),
                ("failure_en", models.TextField(default="")),
                ("failure_zh", models.TextField(default="")),
                ("actor", models.JSONField(default=dict)),
                ("uploaded_by_name", models.TextField(default="")),
                ("version", models.PositiveBigIntegerField(default=1)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("applied_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "masterdata_import_job",
                "indexes": [
                    models.Index(fields=["group_id", "-created_at", "-id"], name="import_job_newest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "uploaded",
                                    "read",
                                    "validating",
                                    "validated",
                                    "applying",
                                    "applied",
                                    "failed",
                                    "discarded",
                                ],
                            )
                        ),
                        name="import_status_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=tenants.kernel.ids.new_id, primary_key=True, serialize=False),
                ),
                ("group_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("cells", models.JSONField()),
                ("fields", models.JSONField(default=dict)),
                ("problems", models.JSONField(default=list)),
                (
                    "outcome",
                    models.TextField(
                        choices=[
                            ("pending", "pending"),
                            ("bad", "bad"),
                            ("new", "new"),
                            ("changed", "changed"),
                            ("unchanged", "unchanged"),
                            ("created", "created"),
                            ("amended", "amended"),
                            ("kept", "kept"),
                        ],
                        default="pending",
                    ),
                ),
                ("supplier_org_id", models.UUIDField(null=True)),
                (
                    "job",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="masterdata.importjob",
                    ),
                ),
            ],
            options={
                "db_table": "masterdata_import_row",
                "indexes": [
                    models.Index(
                        fields=["group_id", "job", "outcome", "number"], name="import_row_by_outcome"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("group_id", "job", "number"), name="import_row_once")
                ],
            },
        ),
    ]
