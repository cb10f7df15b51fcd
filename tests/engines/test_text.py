"""Words in each engine: as large as the visitor has them, and none cut short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.engine import Engine
from tests.support.firefox import Firefox

pytestmark = pytest.mark.thorough

CUT = """() => [...document.querySelectorAll('button p')].filter((words) => {
  const { overflowX } = getComputedStyle(words.parentElement);
  const [own, room] = [words, words.parentElement].map((one) => one.getBoundingClientRect().width);
  return words.checkVisibility() && overflowX !== 'visible' && own > room;
}).map((words) => words.textContent)"""
SIZES = """() => ['.st-key-aside p', '.timeline-chart', '[class*=st-key-cities-] button p']
  .map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"""


@pytest.mark.parametrize("path", ["?mode=kiosk", "wymiany", "wymiany?lang=en"])
@pytest.mark.parametrize("width", [1400, 390])
def test_no_word_on_a_button_is_cut(engine: Engine, url: str, path: str, width: int) -> None:
    engine.resize(width, 844)
    engine.open(f"{url}/{path}")
    engine.drawn("data-ready", "true")

    assert engine.evaluate(CUT) == []


def test_text_is_as_large_as_the_browsers_own(engine: Engine, url: str, tmp_path: Path) -> None:
    if not isinstance(engine, Firefox):
        pytest.skip("WebKitGTK's small browser has no such setting")
    engine.open(url)
    engine.drawn("data-ready", "true")
    usual = engine.evaluate(SIZES)

    with engine.with_settings(tmp_path, **{"font.size.variable.x-western": 32}) as large:
        large.resize(1400, 900)
        large.open(url)
        large.drawn("data-ready", "true")

        assert large.evaluate(SIZES) == pytest.approx([2 * size for size in usual])
        assert large.evaluate("() => document.documentElement.scrollWidth") <= 1400
