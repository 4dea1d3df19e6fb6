"""A grown corpus holds together: copies lead to copies, and no two share a name."""

import pytest

from benchmarks.growing import grown
from bot.corpus import Corpus


@pytest.fixture(scope="module")
def larger(corpus: Corpus) -> Corpus:
    return grown(corpus, 3)


def test_everything_copied_is_there_three_times(corpus: Corpus, larger: Corpus) -> None:
    for name in ("spacewalks", "spacewalkers", "others", "stories", "topics", "missions"):
        entries = getattr(corpus, name)
        assert len(getattr(larger, name)) == 3 * len(entries), name
    assert larger.spacewalkers["alexei-leonov"] == corpus.spacewalkers["alexei-leonov"]


def test_every_reference_leads_somewhere(larger: Corpus) -> None:
    people = {*larger.spacewalkers, *larger.others}
    walks = {*larger.spacewalk_by_id}
    missions = {mission.name for mission in larger.missions.values()}
    for walk in larger.spacewalks:
        assert {*walk.crew, *walk.suit_of} <= {*larger.spacewalkers}
        assert {*walk.at_hatch} <= people
        assert {*walk.missions} <= missions
    for story in larger.stories.values():
        assert {*story.people, *story.inside} <= people
        assert {*story.spacewalks} <= walks
    for topic in larger.topics.values():
        assert {*topic.people} <= people
        assert {*topic.spacewalks} <= walks
        assert {*topic.stories} <= {*larger.stories}
        assert {*topic.see_also} <= {*larger.topics}


def test_copies_are_of_copies(larger: Corpus) -> None:
    walk = larger.spacewalk_by_id["voskhod-2-bace"]
    assert walk.crew == ("alexei-leonov-bace",)
    assert walk.mission == "Voskhod 2bace"
    assert larger.spacewalkers["alexei-leonov-bace"].name == "Alexei Leonovbace"


def test_no_two_spacewalks_share_a_name(larger: Corpus) -> None:
    assert len({walk.name for walk in larger.spacewalks}) == len(larger.spacewalks)
