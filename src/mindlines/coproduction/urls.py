from django.urls import URLPattern, URLResolver, path

from .exports import decisions as decision_files
from .exports import line as line_files
from .exports import outputs as output_files
from .views import changes, line, scorings
from .views.decisions import closing, grounds, listing, page, preparing, running, saying, voting
from .views.outputs import pages as outputs
from .views.outputs import remarks, thanking, writing

app_name = "coproduction"
urlpatterns: list[URLPattern | URLResolver] = []

# Decisions.
urlpatterns += [
    path("communities/<slug:slug>/decisions/", listing.decisions, name="decisions"),
    path("communities/<slug:slug>/decisions/new/", preparing.new, name="decision_new"),
    path("decisions/<int:pk>/", page.decision, name="decision"),
    path("decisions/<int:pk>/change/", preparing.change, name="decision_change"),
    path("decisions/<int:pk>/drop/", preparing.drop, name="decision_drop"),
    path("decisions/<int:pk>/vote/", voting.vote, name="decision_vote"),
    path("decisions/<int:pk>/objections/<int:objection>/", voting.settle, name="objection_settle"),
    path("decisions/<int:pk>/grounds/", grounds.put, name="grounds"),
    path("decisions/<int:pk>/grounds/<int:ground>/remove/", grounds.remove, name="ground_remove"),
    path("decisions/<int:pk>/proposals/<int:proposal>/", saying.amend, name="proposal_amend"),
    path("decisions/<int:pk>/dissent/", saying.dissent, name="dissent"),
    path("decisions/<int:pk>/close/", closing.close, name="decision_close"),
    path("decisions/<int:pk>/actions/new/", closing.follow_up, name="follow_up"),
    path("decisions/<int:pk>/review/", closing.review, name="decision_review"),
    path("decisions/<int:pk>/record.pdf", decision_files.pdf, name="decision_pdf"),
    path("decisions/<int:pk>/record.docx", decision_files.docx, name="decision_docx"),
    path("decisions/<int:pk>/record.json", decision_files.as_json, name="decision_json"),
    path("decisions/<int:pk>/<slug:deed>/", running.step, name="decision_step"),
]

# Choosing priorities.
urlpatterns += [
    path("communities/<slug:slug>/scorings/", scorings.scorings, name="scorings"),
    path("communities/<slug:slug>/scorings/new/", scorings.new, name="scoring_new"),
    path("scorings/<int:pk>/", scorings.scoring, name="scoring"),
    path("scorings/<int:pk>/show/", scorings.show, name="scoring_show"),
    path("scorings/<int:pk>/close/", scorings.close, name="scoring_close"),
    path("scorings/<int:pk>/remove/", scorings.remove, name="scoring_remove"),
]

# Outputs, written together.
urlpatterns += [
    path("communities/<slug:slug>/outputs/", outputs.outputs, name="outputs"),
    path("communities/<slug:slug>/outputs/new/", outputs.new, name="output_new"),
    path("outputs/<int:pk>/", outputs.output, name="output"),
    path("outputs/<int:pk>/change/", outputs.change, name="output_change"),
    path("outputs/<int:pk>/rests-on/", outputs.rests_on, name="output_rests_on"),
    path("outputs/<int:pk>/step/<slug:deed>/", outputs.step, name="output_step"),
    path("outputs/<int:pk>/write/", writing.write, name="output_write"),
    path("outputs/<int:pk>/write/plain/", writing.plain, name="output_plain"),
    path("outputs/<int:pk>/history/", writing.history, name="output_history"),
    path("outputs/<int:pk>/history/compare/", writing.compare, name="output_compare"),
    path("outputs/<int:pk>/history/keep/", writing.keep, name="output_keep"),
    path("outputs/<int:pk>/history/<int:number>/restore/", writing.restore, name="output_restore"),
    path("outputs/<int:pk>/comments/", remarks.remarks, name="output_remarks"),
    path("outputs/comments/<int:pk>/<slug:deed>/", remarks.settle, name="output_remark"),
    path("outputs/<int:pk>/thanks/", thanking.thanks, name="output_credits"),
    path("outputs/<int:pk>/thanks/mine/", thanking.wish, name="output_wish"),
    path("outputs/<int:pk>/thanks/add/", thanking.thank, name="output_thank"),
    path("outputs/thanks/<int:pk>/take-out/", thanking.take_out, name="output_unthank"),
    path("outputs/<int:pk>/text.<slug:form>", output_files.file, name="output_file"),
]

# Practice changes.
urlpatterns += [
    path("communities/<slug:slug>/changes/", changes.changes, name="changes"),
    path("communities/<slug:slug>/changes/new/", changes.new, name="change_new"),
    path("changes/<int:pk>/", changes.change, name="change"),
    path("changes/<int:pk>/correct/", changes.correct, name="change_correct"),
    path("changes/<int:pk>/confirm/", changes.confirm, name="change_confirm"),
    path("changes/<int:pk>/end/", changes.end, name="change_end"),
    path("changes/<int:pk>/go-on/", changes.go_on, name="change_go_on"),
    path("changes/<int:pk>/remove/", changes.remove, name="change_remove"),
]

# The line: traces, questions and the whole graph.
urlpatterns += [
    path("trace/<slug:kind>/<int:pk>/", line.trace, name="trace"),
    path("communities/<slug:slug>/line/", line.line, name="line"),
    path("communities/<slug:slug>/line/lived/", line.lived, name="lived"),
    path("communities/<slug:slug>/line/not-discussed/", line.undiscussed, name="undiscussed"),
    path("communities/<slug:slug>/line/adapted/", line.adapted, name="adapted"),
    path("communities/<slug:slug>/line/line.jsonld", line_files.json_ld, name="line_jsonld"),
    path("communities/<slug:slug>/line/<slug:which>.csv", line_files.table, name="line_table"),
]
