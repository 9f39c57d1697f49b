from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0004_search_filed")]

    operations = [
        migrations.AddField(
            model_name="community",
            name="words_version",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="New after each change of the glossary; empty without one.",
                max_length=40,
            ),
            preserve_default=False,
        ),
    ]
