"""How often one person may ask: so many times in a span of seconds, counted without asking the clock itself."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Final

#: People remembered at most; who is forgotten starts anew.
_MOST_PEOPLE: Final = 10_000


@dataclass(slots=True)
class Cooldown:
    """Lets each person do something `times` times within any `seconds`."""

    times: int
    seconds: float
    _used: OrderedDict[int, deque[float]] = field(default_factory=OrderedDict)

    def wait(self, person: int, now: float) -> float:
        """Count one use and return 0, or return for how many seconds the person has to wait, counting nothing."""
        used = self._used.setdefault(person, deque())
        self._used.move_to_end(person)
        while used and used[0] <= now - self.seconds:
            used.popleft()
        if len(used) >= self.times:
            return used[0] + self.seconds - now
        used.append(now)
        if len(self._used) > _MOST_PEOPLE:
            self._used.popitem(last=False)
        return 0.0
