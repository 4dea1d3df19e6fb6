"""Which day it is, from the moment that the front end was told."""

import datetime as dt


def today(now: float) -> dt.date:
    """Return the UTC day of a moment in seconds since 1970."""
    return dt.datetime.fromtimestamp(now, tz=dt.UTC).date()
