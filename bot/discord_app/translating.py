"""Descriptions of commands in the languages of Discord, from the same catalogues as everything else."""

from functools import lru_cache

import discord
from discord import app_commands

from bot.answering.wording import catalogue
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
        self._catalogue = lru_cache(lambda locale: catalogue(locale.value.replace("-", "_")))

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation, None where there is none."""
        if context.location not in _TRANSLATED:
            return None
        translated = self._catalogue(locale).gettext(string.message)
        return None if translated == string.message else limits.clip(translated, limits.COMMAND_DESCRIPTION)
