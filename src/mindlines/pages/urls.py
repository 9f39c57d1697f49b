from django.urls import path, re_path

from .views import about, home, meeting, overview, search

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    # The floor of communities has a page at this address too; here the meetings join it.
    re_path(r"^communities/(?!new/)(?P<slug>[-\w]+)/$", overview.overview, name="overview"),
    # The floor of meetings has a page at this address; here the room and the votes join it.
    path("meetings/<int:pk>/", meeting.meeting, name="meeting"),
    path("search/", search.search, name="search"),
    path("help/", about.help_page, name="help"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("words/", about.words, name="words"),
]
