"""The order of the process's memory, instead of Streamlit's full collection after each run.

With 100 visitors that was 64% of the server's time, as it goes through all that they hold.
What stays is kept out of the collector's way; the sessions that ended are collected now and
then, between the runs.
"""

from __future__ import annotations

import gc


def collect_and_freeze() -> None:
    """Collect what is garbage now, and let the collector pass over all that is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def freeze() -> None:
    """Let the collector pass over what is there now, without looking for garbage in it."""
    gc.freeze()


def collect() -> None:
    """Collect what is garbage since things were settled: the sessions that have ended."""
    gc.collect()
