"""What the exchanges page selects, orders and hands out: pure, the twin of ``ui.exchanges``."""
