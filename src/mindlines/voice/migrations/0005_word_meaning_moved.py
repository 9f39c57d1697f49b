from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("voice", "0004_one_home_for_meanings")]

    operations = [
        migrations.RemoveField(model_name="wordrequest", name="meaning"),
        migrations.AlterField(
            model_name="wordrequest",
            name="state",
            field=models.CharField(
                choices=[("open", "Asked for"), ("dropped", "Put aside")], default="open", max_length=10
            ),
        ),
    ]
