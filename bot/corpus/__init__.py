"""The corpus: what is known about spacewalks, loaded strictly and checked. Imports nothing else of the bot."""

from bot.corpus.loading import load_corpus
from bot.corpus.problems import CorpusError, Problem
from bot.corpus.refs import Ref, Sort
from bot.corpus.snapshot import Career, Corpus

__all__ = ["Career", "Corpus", "CorpusError", "Problem", "Ref", "Sort", "load_corpus"]
