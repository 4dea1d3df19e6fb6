"""A process that stays keeps all that it has imported, so it leaves alone what it has no use for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.loopback import Loopback
from tests.faults.process import BotProcess

_IMPORT = "import time:"
_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """What the bot imports at its very first start up to its first answer."""
    with Loopback() as discord:
        guild, alice = discord.world.add_guild("Astronomy club"), discord.world.add_user("alice")
        channel = discord.world.add_channel(guild, "general")
        with BotProcess(discord, tmp_path_factory.mktemp("bot"), PYTHONPROFILEIMPORTTIME="1") as bot:
            discord.wait(lambda: discord.world.commands and discord.gateway.connected(), 60)
            asked = discord.people.command(alice, channel, "ask", {"question": "who was first?"})
            discord.wait(lambda: discord.people.answers(asked))
            assert bot.stop() == 0
        lines = bot.log.read_text(encoding="utf-8").splitlines()
    return frozenset(line.rpartition("|")[2].strip() for line in lines if line.startswith(_IMPORT))


@pytest.mark.parametrize("needless", ["alembic", "pygments", "rich.console", "sqlalchemy.orm"])
def test_what_is_not_needed_is_not_imported(imported: frozenset[str], needless: str) -> None:
    assert "discord.client" in imported
    assert needless not in imported


def test_what_the_log_does_without_is_there_for_others() -> None:
    script = "import bot.telemetry, rich.console; rich.console.Console().print('[b]drawn[/b]')"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=_ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "drawn\n"
