"""A server that forgets a visit when its connection is lost, not only two minutes later."""

from streamlit.runtime.memory_session_storage import MemorySessionStorage

_MOST_VISITS, _SECONDS = 128, 0
MemorySessionStorage.__init__.__defaults__ = (_MOST_VISITS, _SECONDS)
