"""What stays is kept out of the garbage collector's way.

Streamlit collects garbage after every run of a script. With pandas and Folium among what
it goes through, that is most of a run; 8,000 partners that were loaded later cost 22 ms more.
"""

from __future__ import annotations

import gc


def settle() -> None:
    """Collect what is garbage now, and let the collector pass over all that is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
