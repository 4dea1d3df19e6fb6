"""Where answering ends and declining begins. Found by `make calibrate` on the tuning half of the golden questions."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Bands:
    """Thresholds between 0 and 1.

    `certain` is how much of a question must be understood for its names and conditions to be answered; `designated`
    is enough where a spacewalk is named by its designator. `told` is how much of a question a text must tell,
    `told_anchored` where something says that it is about spacewalks, `told_alone` where nothing does and the text is
    not called by its name, `clear` where it stands far above all others. `margin` is by how much the best text must
    beat the next, `offer` from where on texts are offered as choices. Below `sure`, a text that has at least `news`
    of the words left over beats a reading by rule. From `asked` on, a question is one that an editor has answered,
    whatever the rules make of it.
    """

    certain: float = 0.62
    designated: float = 0.3
    told: float = 0.62
    told_anchored: float = 0.42
    told_alone: float = 0.7
    clear: float = 0.3
    margin: float = 0.06
    offer: float = 0.34
    sure: float = 0.8
    news: float = 0.5
    asked: float = 0.9


BANDS: Final = Bands()
