"""The demo: the whole bot in a simulated Discord in the browser. Needs the extra `demo`, no account and no token."""
