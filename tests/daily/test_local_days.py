"""Facts that name a day which is another one on the card: they say whose day it is."""

import re

from bot.corpus import Corpus


def test_a_day_that_is_not_the_card_s_is_marked_as_local(corpus: Corpus) -> None:
    local = {walk.id for walk in corpus.spacewalks if walk.local_date}
    unmarked = [
        fact.id
        for fact in corpus.daily.values()
        for walk in re.findall(r"\{(?:date|day) ([a-z0-9-]+)\}", fact.text or "")
        if walk in local and not re.search(r"(American|Moscow|Beijing) time|in the United States", fact.text or "")
    ]
    assert not unmarked
