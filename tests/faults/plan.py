"""What shall go wrong, and with which requests. A test plans faults; each request consumes the first that fits it."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Refuse:
    """An answer of 4xx with Discord's own code, e.g. `Refuse(403, 50013, "Missing Permissions")`; nothing is done."""

    status: int
    code: int
    message: str = "Refused"


@dataclass(frozen=True)
class RateLimit:
    """429 for so many seconds. Without `via`, as from the proxies before Discord, discord.py does not try again."""

    retry_after: float
    via: bool = True


@dataclass(frozen=True)
class ServerError:
    """An answer of 5xx, if so wished after the request was carried out."""

    status: int = 500
    after_accepting: bool = False


@dataclass(frozen=True)
class Drop:
    """The connection closed without an answer. A client may itself repeat a GET on a connection it had kept."""

    after_accepting: bool = False


@dataclass(frozen=True)
class Kill:
    """Calls `kill`: before the request is carried out, before it is answered, or once the answer is written."""

    when: Literal["before", "accepted", "answered"]
    kill: Callable[[], object]


@dataclass(frozen=True)
class Delay:
    """The request carried out, or its answer written, so many seconds late."""

    seconds: float
    after_accepting: bool = False


Fault = Refuse | RateLimit | ServerError | Drop | Kill | Delay


@dataclass
class Planned:
    """A fault and how many requests it is still for; None is all of them until the plan is cleared."""

    method: str
    path: str
    fault: Fault
    left: int | None

    def takes(self, method: str, path: str) -> bool:
        """Tell whether a request consumes this."""
        return self.left != 0 and fits(method, path, self.method, self.path)


class Plan:
    """The faults to come, in the order they were added."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []
        self._lock = threading.Lock()

    def add(self, method: str, path: str, fault: Fault, times: int | None = 1) -> Planned:
        """Plan a fault for requests like `"POST", "/channels/*/messages"`: * is one part of a path, or any method."""
        planned = Planned(method, path, fault, times)
        with self._lock:
            self._planned.append(planned)
        return planned

    def clear(self) -> None:
        """Let everything work again."""
        with self._lock:
            self._planned.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """Return the fault for a request, which is thereby consumed."""
        with self._lock:
            for planned in self._planned:
                if planned.takes(method, path):
                    if planned.left is not None:
                        planned.left -= 1
                    return planned.fault
        return None


def fits(method: str, path: str, wanted_method: str, wanted_path: str) -> bool:
    """Tell whether a request is one of those that a method and a path with * mean."""
    pattern = "/".join("[^/]+" if part == "*" else re.escape(part) for part in wanted_path.split("/"))
    return wanted_method in ("*", method) and re.fullmatch(pattern, path) is not None
