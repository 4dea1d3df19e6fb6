"""A look-up bot that knows every spacewalk: corpus, matching, answers and their front ends."""
