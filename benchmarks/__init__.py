"""How fast and how small the bot is: `python -m benchmarks`, or `make bench`. Measures, never asserts."""
