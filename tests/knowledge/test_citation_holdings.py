from mindlines.knowledge.actions import item_erasing
from mindlines.knowledge.models import CitationImport
from mindlines.knowledge.queries.item_holdings import import_rows


def test_a_list_on_its_way_in_is_shown_to_whoever_brought_it_and_erased_with_them(community, bo, ana):
    CitationImport.objects.create(community=community, by=bo, file_name="review.ris")
    assert [row["File"] for row in import_rows(bo)] == ["review.ris"] and list(import_rows(ana)) == []
    item_erasing.forget(bo)
    assert CitationImport.objects.count() == 0
