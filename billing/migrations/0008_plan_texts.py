from django.db import migrations

ABOUT = "从采购申请到发票匹配,含审批。"


def mend(apps, schema_editor):
    """This will give a plan's Chinese text its Chinese comma."""
    plans = apps.get_model("billing", "Plan").objects.using(schema_editor.connection.alias)
    plans.filter(about_zh=ABOUT).update(about_zh=ABOUT.replace(",", "，"))


class Migration(migrations.Migration):
    dependencies = [("billing", "0007_revenue_month")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
