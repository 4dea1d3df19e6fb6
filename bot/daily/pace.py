"""How fast facts may go out, so that those due at nine o'clock leave room for everybody who asks something then."""

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    """Lets one through every `seconds`, in the order they came."""

    seconds: float
    _next: float = field(default=0.0)

    async def __call__(self) -> None:
        """Wait for one's turn."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._next)
        self._next = turn + self.seconds
        if turn > now:
            await asyncio.sleep(turn - now)
