"""Descriptions of commands in the languages of Discord, from the same catalogues as everything else."""

import discord
from babel import UnknownLocaleError
from discord import app_commands

from bot.answering import Wording
from bot.discord_app import limits

_TRANSLATED = frozenset(
    {
        app_commands.TranslationContextLocation.command_description,
        app_commands.TranslationContextLocation.group_description,
        app_commands.TranslationContextLocation.parameter_description,
        app_commands.TranslationContextLocation.choice_name,
    }
)


class CatalogueTranslator(app_commands.Translator):
    """Looks texts up in the gettext catalogue of a locale. Names stay as they are typed in every language."""

    def __init__(self) -> None:
        """Start with no catalogue open."""
        super().__init__()
        self._words: dict[discord.Locale, Wording | None] = {}

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation, None where there is none."""
        if context.location not in _TRANSLATED:
            return None
        if locale not in self._words:
            self._words[locale] = _wording(locale)
        words = self._words[locale]
        translated = words.gettext(string.message) if words else string.message
        return None if translated == string.message else limits.clip(translated, limits.COMMAND_DESCRIPTION)


def _wording(locale: discord.Locale) -> Wording | None:
    try:
        return Wording(locale.value.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
