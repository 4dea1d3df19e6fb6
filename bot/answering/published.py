"""Well-known totals that others publish, where a count of people by their time outside would differ with them."""

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.understanding.reading import CountQuery


def otherwise_published(desk: Desk, query: CountQuery) -> str:
    """Return who would count, or would not, by a published total instead of the listed lengths; "" for nobody."""
    if query.each_time is None or not query.selection.is_open:
        return ""
    least, most = query.each_time
    told = []
    for person in desk.corpus.spacewalkers.values():
        published = person.published
        if published is None or published.standing != "leads" or published.time is None:
            continue
        counts = least <= published.time <= most
        if counts != (least <= desk.corpus.careers[person.id].minutes <= most):
            total = desk.words.duration(published.time)
            told.append(sentences.counts.by_published_total(desk.words, person.name, total, counts=counts))
    return " ".join(told)
