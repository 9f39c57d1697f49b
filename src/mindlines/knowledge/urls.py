from django.urls import URLPattern, URLResolver, path, re_path

from .exports import files
from .views import bringing, items, statements

app_name = "knowledge"
urlpatterns: list[URLPattern | URLResolver] = []

# Pieces of knowledge and their statements.
urlpatterns += [
    path("communities/<slug:slug>/knowledge/", items.items, name="items"),
    path("communities/<slug:slug>/knowledge/new/", bringing.bring, name="bring"),
    path("communities/<slug:slug>/knowledge/new/said/", bringing.from_said, name="from_said"),
    path("communities/<slug:slug>/knowledge/new/said/<int:pk>/", bringing.keep, name="keep"),
    path("communities/<slug:slug>/knowledge/new/told/", bringing.write_down, name="write_down"),
    re_path(
        r"^communities/(?P<slug>[-\w]+)/knowledge/new/(?P<form>story|table|file|link|note)/$", bringing.new, name="new"
    ),
    path("knowledge/<int:pk>/", items.item, name="item"),
    path("knowledge/<int:pk>/change/", items.change, name="change"),
    path("knowledge/<int:pk>/quality/", items.quality, name="quality"),
    path("knowledge/<int:pk>/versions/", items.earlier, name="versions"),
    path("knowledge/<int:pk>/withdraw/", items.withdraw, name="withdraw"),
    path("knowledge/<int:pk>/files/new/", items.add_file, name="add_file"),
    path("knowledge/files/<int:pk>/file/", files.file, name="file"),
    path("knowledge/<int:pk>/statements/new/", statements.write, name="write_statement"),
    path("knowledge/<int:pk>/statements/order/", statements.order, name="order_statements"),
    path("statements/<int:pk>/", statements.statement, name="statement"),
    path("statements/<int:pk>/change/", statements.change, name="change_statement"),
    path("statements/<int:pk>/withdraw/", statements.withdraw, name="withdraw_statement"),
]

# Taking citations in.
urlpatterns += []

# Plain versions.
urlpatterns += []

# Negotiations.
urlpatterns += []

# Diagnoses.
urlpatterns += []
