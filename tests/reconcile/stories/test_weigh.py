"""What terms weigh."""

from hearsay.reconcile.stories.weigh import COMMON, rarity


def test_what_every_text_has_does_not_grow_rare_in_a_large_ledger() -> None:
    assert rarity("that", 0, documents=0) < COMMON
    assert rarity("that", 0, documents=1_000_000) < COMMON


def test_a_name_of_which_nobody_knew_is_as_rare_as_the_ledger_tells() -> None:
    assert rarity("zopum", 10, documents=100_000) > rarity("zopum", 1_000, documents=100_000) > COMMON
    assert rarity("zopum", 50_000, documents=100_000) < COMMON


def test_what_a_ledger_has_oftener_than_other_news_is_as_common_as_there() -> None:
    assert rarity("ferri", 40_000, documents=100_000) < COMMON < rarity("ferri", 0, documents=100_000)
