"""Every sentence of the daily fact on Discord, whole, by where it is read, for translators."""

from bot.discord_app.daily.texts import looking_after, problems, setting_up, targets, unreadable

__all__ = ["looking_after", "problems", "setting_up", "targets", "unreadable"]
