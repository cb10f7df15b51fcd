"""What the collector passes over is garbage no longer than until the next save."""

from __future__ import annotations

import weakref

from partner_map.runtime import memory


class Session:
    """Something that holds itself, as a session of Streamlit does."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_frozen_and_is_garbage_since_is_collected_before_the_next_freeze() -> None:
    session = Session()
    held = weakref.ref(session)
    memory.freeze()
    del session
    memory.collect()
    assert held() is not None

    memory.collect_and_freeze()

    assert held() is None
