"""What the words above a card say about what became of a question."""

import pytest

from bot.discord_app.front_desk import FrontDesk


@pytest.mark.parametrize("typed", ["hello", "thanks!"])
def test_small_talk_is_not_called_unanswered(front_desk: FrontDesk, typed: str) -> None:
    card = front_desk.ask(typed).card
    assert card is not None
    assert card.author == "Spacewalks in general"


def test_what_is_not_known_is_called_unanswered(front_desk: FrontDesk) -> None:
    card = front_desk.ask("recipe for pancakes").card
    assert card is not None
    assert card.author == "No answer"
