"""Where answering ends and declining begins. Found by `make calibrate` on the tuning half of the golden questions."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Bands:
    """Thresholds between 0 and 1.

    `certain`: how much of a question must be understood for its names and conditions to be answered. `told`: how much
    of it a text must tell, `told_anchored` where something says that it is about spacewalks, `told_alone`
    where nothing does and the text is not called by its name. `margin`: by how much the
    best text must beat the next. `offer`: from where on texts are offered as choices.
    """

    certain: float = 0.62
    told: float = 0.62
    told_anchored: float = 0.42
    told_alone: float = 0.7
    margin: float = 0.06
    offer: float = 0.34


BANDS: Final = Bands()
