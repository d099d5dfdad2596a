"""Under row security a trigram index is never used: docs/decisions/0008-search-under-row-security.md."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("masterdata", "0006_versions"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="supplierorg",
            name="supplier_search",
        ),
    ]
