"""`python -m bot` is the same as the installed command `spacewalk-bot`."""


def main() -> None:
    """Run the command. Ctrl-C ends it without a word even while it is still being imported, which takes its time."""
    try:
        from bot.cli import main as command  # noqa: PLC0415 - see above

        command()
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # as shells have it: 128 and the number of the signal


if __name__ == "__main__":
    main()
