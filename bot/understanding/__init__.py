"""Understanding: from what a person typed to what is asked. Knows the corpus and nothing else of the bot."""

from bot.understanding.matcher import Matcher
from bot.understanding.reading import Reading

__all__ = ["Matcher", "Reading"]
