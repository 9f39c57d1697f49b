import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("communities", "0005_words_version"),
        ("voice", "0002_polls_led_from_elsewhere"),
    ]

    operations = [
        migrations.AddField(
            model_name="wordrequest",
            name="term",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="requests",
                to="communities.term",
            ),
        ),
    ]
