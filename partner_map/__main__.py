"""``python -m partner_map``: the command ``partner-map`` where it is not installed."""

from __future__ import annotations

import sys

from partner_map.cli.parser import main

if __name__ == "__main__":
    sys.exit(main())
