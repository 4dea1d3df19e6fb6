"""The daily fact: which one, when it is due, and bringing it to its channel once."""
