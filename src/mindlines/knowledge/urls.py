from django.urls import URLPattern, URLResolver, path, re_path

from .exports import citations as citation_files
from .exports import files
from .exports import judging as judging_papers
from .exports import plain as plain_papers
from .views import (
    bringing,
    citation_imports,
    citations,
    diagnoses,
    easy,
    items,
    judging,
    negotiations,
    plain,
    settling,
    statements,
)

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
urlpatterns += [
    path("communities/<slug:slug>/knowledge/references/", citations.references, name="references"),
    path("communities/<slug:slug>/knowledge/references/new/", citations.new, name="new_citation"),
    path("communities/<slug:slug>/knowledge/references/<str:form>/", citation_files.citations, name="citations"),
    path("communities/<slug:slug>/knowledge/import/", citation_imports.upload, name="import"),
    path("communities/<slug:slug>/knowledge/import/<int:pk>/", citation_imports.preview, name="import_preview"),
    path("communities/<slug:slug>/knowledge/import/<int:pk>/decide/", citation_imports.decide, name="import_decide"),
    path("communities/<slug:slug>/knowledge/import/<int:pk>/confirm/", citation_imports.confirm, name="import_confirm"),
    path("communities/<slug:slug>/knowledge/import/<int:pk>/done/", citation_imports.done, name="import_done"),
    path("communities/<slug:slug>/knowledge/import/<int:pk>/drop/", citation_imports.drop, name="import_drop"),
    path(
        "communities/<slug:slug>/knowledge/import/<int:pk>/take-back/",
        citation_imports.take_back,
        name="import_take_back",
    ),
    path("knowledge/<int:pk>/citation/", citations.change, name="change_citation"),
]

# Plain versions.
urlpatterns += [
    path("knowledge/<int:pk>/plain/", plain.plain, name="plain"),
    path("knowledge/<int:pk>/plain/write/", plain.write, name="plain_write"),
    path("knowledge/<int:pk>/plain/check/", plain.check, name="plain_check"),
    path("knowledge/<int:pk>/easy/", easy.easy, name="easy"),
    path("knowledge/<int:pk>/easy/pdf/", plain_papers.pdf, name="easy_pdf"),
    path("knowledge/<int:pk>/easy/write/", easy.write, name="easy_write"),
    path("knowledge/<int:pk>/easy/lines/", easy.add, name="easy_add"),
    path("knowledge/<int:pk>/easy/lines/<int:line>/", easy.line, name="easy_line"),
    path("knowledge/<int:pk>/easy/lines/<int:line>/move/", easy.move, name="easy_move"),
    path("knowledge/<int:pk>/easy/lines/<int:line>/remove/", easy.remove, name="easy_remove"),
    path("knowledge/<int:pk>/easy/lines/<int:line>/picture/", plain_papers.picture, name="easy_picture"),
    path("knowledge/<int:pk>/said/<slug:form>/earlier/", plain.earlier, name="plain_earlier"),
    path("knowledge/<int:pk>/said/<slug:form>/still-right/", plain.still_right, name="plain_still_right"),
    path("knowledge/<int:pk>/said/<slug:form>/clear/", plain.sign, name="plain_sign"),
    path("knowledge/<int:pk>/said/<slug:form>/told-us/", plain.sign_for, name="plain_sign_for"),
    path("knowledge/<int:pk>/said/<slug:form>/not-clear/", plain.take_back, name="plain_take_back"),
    path("knowledge/<int:pk>/said/<slug:form>/ask/", plain.ask, name="plain_ask"),
]

# Negotiations.
urlpatterns += [
    path("communities/<slug:slug>/negotiations/", negotiations.negotiations, name="negotiations"),
    path("statements/<int:pk>/negotiations/new/", negotiations.begin, name="begin_negotiation"),
    path("negotiations/<int:pk>/", negotiations.negotiation, name="negotiation"),
    re_path(r"^negotiations/(?P<pk>\d{1,18})/(?P<side>research|here|lived)/$", negotiations.write, name="write_side"),
    path("negotiations/<int:pk>/things/new/", negotiations.attach, name="attach"),
    path("negotiations/<int:pk>/things/<int:attached>/remove/", negotiations.detach, name="detach"),
    path("negotiations/<int:pk>/judge/", judging.judge, name="judge"),
    path("negotiations/<int:pk>/paper/", judging.paper, name="judge_on_paper"),
    path("negotiations/<int:pk>/paper/sheet/", judging_papers.pdf, name="judging_sheet"),
    path("negotiations/<int:pk>/paper/<int:member>/", judging.judge_for, name="judge_for"),
    path("negotiations/<int:pk>/show/", settling.show, name="show_judgements"),
    path("negotiations/<int:pk>/settle/", settling.settle, name="settle"),
    path("negotiations/<int:pk>/review/", settling.review, name="review"),
    path("negotiations/<int:pk>/actions/new/", settling.agree_step, name="agree_step"),
]

# Diagnoses.
urlpatterns += [
    path("communities/<slug:slug>/diagnoses/", diagnoses.diagnoses, name="diagnoses"),
    path("statements/<int:pk>/diagnoses/new/", diagnoses.new, name="diagnosis_new"),
    path("diagnoses/<int:pk>/", diagnoses.diagnosis, name="diagnosis"),
    path("diagnoses/<int:pk>/rate/<slug:part>/", diagnoses.rate, name="diagnosis_rate"),
    path("diagnoses/<int:pk>/close/", diagnoses.close, name="diagnosis_close"),
    path("diagnoses/<int:pk>/again/", diagnoses.again, name="diagnosis_again"),
    path("diagnoses/<int:pk>/act/<slug:prompt>/", diagnoses.act, name="diagnosis_act"),
    path("diagnoses/<int:pk>/remove/", diagnoses.remove, name="diagnosis_remove"),
]
