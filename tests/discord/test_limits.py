from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app import limits
from bot.discord_app.limits import Card, Field

texts = st.text(max_size=300) | st.text(alphabet="ab. \n🚀é", max_size=6000)


@given(texts, st.integers(min_value=1, max_value=4096))
def test_a_cut_text_fits(text: str, limit: int) -> None:
    assert limits.size(limits.clip(text, limit)) <= limit


@given(texts)
def test_a_text_that_fits_is_left_as_it_is(text: str) -> None:
    assert limits.clip(text, 100_000) == text.strip()


def test_cuts_are_made_at_the_end_of_a_sentence() -> None:
    text = "He went out. He came back. Nobody had done that before."
    assert limits.clip(text, 40) == "He went out. He came back."


def test_where_no_sentence_fits_a_word_is_the_end() -> None:
    assert limits.clip("A very long sentence without any end to it", 20) == "A very long…"


def test_signs_that_cost_two_units_are_counted_so() -> None:
    assert limits.size("🚀") == 2
    assert limits.clip("🚀" * 10, 10) == "🚀🚀🚀🚀…"


@given(
    st.builds(
        Card,
        colour=st.just(0),
        author=texts,
        title=texts,
        description=texts,
        footer=texts,
        fields=st.lists(st.builds(Field, name=texts, value=texts), max_size=40).map(tuple),
    )
)
def test_any_card_is_brought_within_all_limits(card: Card) -> None:
    cut = limits.within_limits(card)
    assert limits.total(cut) <= limits.EMBED
    assert len(cut.fields) <= limits.FIELDS
    assert all(0 < limits.size(field.name) <= limits.FIELD_NAME for field in cut.fields)
    assert all(0 < limits.size(field.value) <= limits.FIELD_VALUE for field in cut.fields)


def test_the_source_line_is_never_given_up() -> None:
    full = Card(0, description="a " * 3000, footer="Sources: " + "b " * 900, fields=(Field("c", "d" * 1000),) * 20)
    assert limits.within_limits(full).footer == full.footer.strip()


@given(st.lists(st.text(max_size=1500), max_size=30))
def test_lines_are_kept_whole_in_fields(lines: list[str]) -> None:
    made = list(limits.fields("List", lines, "List, continued"))
    assert all(limits.size(field.value) <= limits.FIELD_VALUE for field in made)
    assert [field.name for field in made] == ["List", *["List, continued"] * (len(made) - 1)][: len(made)]
