"""Answering: from what is asked to what to tell. Knows the corpus and the readings, and no front end."""

from bot.answering.answer import Answer, Choice, Fact, Outcome, Quotation, Row
from bot.answering.librarian import Librarian
from bot.answering.wording import Wording

__all__ = ["Answer", "Choice", "Fact", "Librarian", "Outcome", "Quotation", "Row", "Wording"]
