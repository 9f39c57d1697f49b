"""How people get ready. Lay members were met before the first meeting; of clinicians nobody had asked it."""

from django.utils.translation import gettext_lazy as _

from .people import CLINICAL, COMMISSIONING, LAY, MANAGERS

# For one group: its title, what it is for, and a step with its words.
FOR_CLINICIANS = (
    _("For clinicians"),
    _("You know the care. Here is what else helps on the day."),
    (
        (
            _("Leave your title at the door"),
            _("Use first names. Say the long word and what it means. Let others speak first now and then."),
            _("Use your first name.\nSay what long words mean.\nLet others speak first."),
            2,
        ),
        (
            _("Read the review before we meet"),
            _("The version in plain words takes five minutes. Read what people told us too: it is knowledge as well."),
            _("Read the short version.\nRead what people told us."),
            5,
        ),
    ),
)

# Of each group, how many have done everything. All others have done a first step.
READY = {LAY: 4, CLINICAL: 1, COMMISSIONING: 0, MANAGERS: 1}

CALL = ("edith", _("In the morning, please, after ten."))
