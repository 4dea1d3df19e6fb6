"""The demo as people start it: a process that prints its address, and a page that is used in a real browser."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.answering import Librarian
from bot.demo.stage import staged
from tests.demo.browser import CHROMIUM, opened


@asynccontextmanager
async def running(folder: Path, *arguments: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The demo as a process, with its address; at the end it is stopped as by Ctrl-C."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-browser", *arguments, cwd=folder, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+\S*", line)
        assert address, line
        yield process, address[0]
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0


async def test_the_demo_says_where_it_is_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    async with running(tmp_path) as (process, address), aiohttp.ClientSession() as session:
        page = await session.get(address)
        assert page.status == 200
        assert process.stdout is not None
        said = [(await asyncio.wait_for(process.stdout.readline(), 60)).decode() for _ in range(2)]
    title = re.search("<title>(.+)</title>", await page.text())
    assert title
    assert title[1] in said[1]


async def test_the_first_screen_shows_three_exchanges_at_the_real_time(librarian: Librarian, tmp_path: Path) -> None:
    before = datetime.now(tz=UTC)
    async with staged(librarian, tmp_path) as stage:
        history = stage.channel.history()
        ours = [message for message in history if message.author == stage.env.bot.user]
        assert len(ours) == 3
        assert all(message.embeds for message in ours)
        assert all(message.components for message in ours)
        assert all(abs((message.created_at - before).total_seconds()) < 60 for message in history)
        assert not stage.env.errors


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
async def test_a_person_types_a_command_and_presses_a_button(tmp_path: Path) -> None:
    said = "document.querySelector('.channel-timeline').innerText"
    button = "[...document.querySelectorAll('button')].filter(b => b.textContent.trim() === 'Luca Parmitano').pop()"
    offered = "[...document.querySelectorAll('[role=option]')].some(o => o.innerText.includes('US EVA-23'))"
    async with running(tmp_path) as (_, address), opened(address, tmp_path / "profile") as page:
        await page.until(f"{said}.includes('the 1st spacewalk')")
        await page.value("document.querySelector('#channel-composer-input').focus()")
        await page.type("/spacewalk")
        await page.until("document.querySelector('[role=option][aria-selected=true]').innerText.includes('/spacewalk')")
        await page.enter()
        await page.until("document.activeElement.dataset.option === 'query'")
        await page.type("us eva 23")
        await page.until(offered)
        answers = await page.value(f"{said}.split('US EVA-23: the').length")
        await page.enter_until("document.activeElement.value === 'us-eva-23'")
        await page.enter_until(f"{said}.split('US EVA-23: the').length > {answers}")
        await page.click_until(button, f"{said}.includes('Luca Parmitano made 6 spacewalks')")
        assert len(await page.picture()) > 10_000
