from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("procurement", "0021_account_changer"),
    ]

    operations = [
        migrations.AddField(
            model_name="procurementsetting",
            name="closed_until_date",
            field=models.DateField(null=True),
        ),
    ]
