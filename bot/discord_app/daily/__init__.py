"""The daily fact on Discord: setting it up, posting it, saying how it goes."""
