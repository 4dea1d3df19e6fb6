"""Buttons and menus as Discord knows them. Everything a press needs travels in its custom_id, so none of them dies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, Self

import discord
from discord import ui

from bot.discord_app.controls import Button, Control, Menu
from bot.discord_app.presses import BUTTON_ID, MENU_ID, Press, Verb, read

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_ROW: Final = discord.ComponentType.action_row.value
_BUTTON: Final = discord.ComponentType.button.value
_SELECT: Final = discord.ComponentType.select.value
_STYLES: Final = {
    Verb.FACT: discord.ButtonStyle.primary,
    Verb.READ: discord.ButtonStyle.primary,
    Verb.PAGE: discord.ButtonStyle.primary,
    Verb.REPORT: discord.ButtonStyle.secondary,
    Verb.REMOVE: discord.ButtonStyle.danger,
}


class PressedButton(ui.DynamicItem[ui.Button[ui.View]], template=BUTTON_ID):
    """A button of any message of the bot, however old."""

    def __init__(self, press: Press, button: "ui.Button[ui.View]") -> None:
        """Take the button as Discord shows it, and what it stands for."""
        super().__init__(button)
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: "ui.Item[Any]", match: re.Match[str], /
    ) -> Self:
        """Read what the button stands for."""
        if not isinstance(item, ui.Button):
            raise TypeError("not a button")
        return cls(read(match), item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button stands for."""
        await _bot(interaction).on_press(interaction, self._press)


class PressedMenu(ui.DynamicItem[ui.Select[ui.View]], template=MENU_ID):
    """A menu of any message of the bot, however old."""

    def __init__(self, menu: "ui.Select[ui.View]") -> None:
        """Take the menu as Discord shows it."""
        super().__init__(menu)
        self._menu = menu

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: "ui.Item[Any]", _match: re.Match[str], /
    ) -> Self:
        """Keep the menu: what was chosen comes with the press."""
        if not isinstance(item, ui.Select):
            raise TypeError("not a menu")
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open what was chosen."""
        await _bot(interaction).on_choice(interaction, self._menu.values)


def _bot(interaction: discord.Interaction[Any]) -> "SpacewalkBot":
    client: SpacewalkBot = interaction.client
    return client


#: What a client is told of once, so that buttons of earlier runs work.
DYNAMIC_ITEMS: Final = (PressedButton, PressedMenu)


class DrawnView(ui.View):
    """Controls as they are sent. Nothing listens to them here: whoever presses is answered by the items above.

    So thousands of messages cost no memory, and the same controls are drawn once.
    """

    def __init__(self, controls: Sequence[Control]) -> None:
        """Draw controls, row by row."""
        super().__init__(timeout=None)
        by_row = groupby(controls, key=lambda control: control.row)
        self._rows = [{"type": _ROW, "components": [_drawn(control) for control in row]} for _, row in by_row]

    def to_components(self) -> list[dict[str, Any]]:
        """Return the rows as Discord takes them."""
        return self._rows

    def is_finished(self) -> bool:
        """Tell discord.py that there is nothing to keep."""
        return True


def view_of(controls: Sequence[Control]) -> DrawnView | None:
    """Return controls as Discord's view; None for none."""
    return DrawnView(controls) if controls else None


def _drawn(control: Control) -> dict[str, Any]:
    match control:
        case Button():
            style = _STYLES.get(control.press.verb, discord.ButtonStyle.secondary).value
            return {"type": _BUTTON, "style": style, "label": control.label, "custom_id": control.press.custom_id}
        case Menu():
            return {
                "type": _SELECT,
                "custom_id": control.press.custom_id,
                "placeholder": control.placeholder,
                "options": [{"label": option.label, "value": option.value} for option in control.options],
            }


def presses_in(message: discord.Message) -> Iterator[Press]:
    """Yield what the buttons of a message stand for."""
    for row in message.components:
        for component in getattr(row, "children", ()):
            found = getattr(component, "custom_id", None)
            if found and (match := BUTTON_ID.fullmatch(found)):
                yield read(match)


def asker_of(message: discord.Message) -> int | None:
    """Return who asked for a message of the bot, None where that cannot be told."""
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id
    return next((press.number for press in presses_in(message) if press.verb is Verb.REMOVE), None)


def custom_id(interaction: discord.Interaction[Any]) -> str:
    """Return what a component or a form is known by."""
    data: Mapping[str, Any] = dict(interaction.data or {})
    return str(data.get("custom_id", ""))


def is_ours(found: str) -> bool:
    """Tell whether a component is one that this version knows."""
    return bool(BUTTON_ID.fullmatch(found) or MENU_ID.fullmatch(found))
