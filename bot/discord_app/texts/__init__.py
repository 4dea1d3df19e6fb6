"""Every sentence of the Discord front end that is no answer, whole, by where it is read, for translators.

Descriptions of commands stand with the commands: Discord asks for their translations when the commands are registered.
"""

from bot.discord_app.texts import cards, controls, introducing, replies

__all__ = ["cards", "controls", "introducing", "replies"]
