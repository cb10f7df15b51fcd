"""What an upgrade of Streamlit broke: each failure names it, and where to look."""

from __future__ import annotations

import inspect
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime import forward_msg_cache
from streamlit.runtime.scriptrunner import script_runner

from partner_map.assets import Font, package_folder
from partner_map.i18n.translator import translator_for
from partner_map.server import streamlit_host
from partner_map.server.page import rewrite_page
from partner_map.settings import PROJECT_FOLDER


def settings() -> list[str]:
    """The options that .streamlit/config.toml sets."""
    told = tomllib.loads((PROJECT_FOLDER / ".streamlit" / "config.toml").read_text("utf-8"))
    return [f"{section}.{name}" for section, values in told.items() for name in values]


def test_streamlit_has_all_that_we_rely_on() -> None:
    assert streamlit_host.lost() == []


def test_streamlit_says_the_words_that_we_translate() -> None:
    folder = package_folder("streamlit") / "static" / "static" / "js"
    said = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    english = streamlit_host.fixed_words(translator_for("en"))

    gone = [word for word in english if not re.search(rf"[\"'`]{word}(?: \$\{{|[\"'`])", said)]

    assert gone == [], f"Streamlit no longer says these; look at {folder} for what it says now"


def test_streamlit_knows_the_options_that_we_set() -> None:
    unknown = set(settings()) - set(config.get_config_options())

    assert unknown == set(), "Streamlit no longer has these; look at .streamlit/config.toml"


def test_streamlit_collects_garbage_after_a_run_only_where_the_option_says_so() -> None:
    source = inspect.getsource(script_runner)

    assert re.findall(r'if config\.get_option\("(.*)"\):\s+gc\.collect\(', source) == [
        "runner.postScriptGC"
    ], "look at streamlit/runtime/scriptrunner/script_runner.py and runtime/memory.py"
    assert source.count("gc.collect(") == 1, "Streamlit collects at another place as well"
    assert "runner.postScriptGC" in settings()


def test_an_element_that_is_the_same_again_is_referred_to_from_a_size_on() -> None:
    source = inspect.getsource(forward_msg_cache)

    assert '>= int(config.get_option("global.minCachedMessageSize"))' in source
    assert {"global.minCachedMessageSize", "global.maxCachedMessageAge"} <= set(settings())


def test_all_modules_of_elements_are_there_and_not_named_by_the_page() -> None:
    root = package_folder("streamlit") / "static"
    index = (root / "index.html").read_text(encoding="utf-8")

    modules = streamlit_host.element_modules()

    assert all((root / url).is_file() for url in modules)
    assert not [url for url in modules if url in index]
    kinds = {url.rpartition("/")[2].split(".")[0] for url in modules}
    assert {"BidiComponent", "ComponentInstance", "Slider", "ButtonGroup"} <= kinds


def test_the_font_is_the_one_that_the_page_loads() -> None:
    font = streamlit_host.text_font()

    assert font.file is not None
    assert font.file.read_bytes()[:4] == b"wOF2"
    assert f'href="./{font.url}"' in streamlit_host.index_page()


CACHED = (
    streamlit_host.text_font,
    streamlit_host.element_modules,
    streamlit_host.first_files,
)
"""What is read of the installed package once a process."""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what we use of Streamlit, for a test to break."""
    real = package_folder("streamlit") / "static"
    copy = tmp_path / "static"
    names = ("index.html", "static/media/SourceSansVF*", "static/js/*.js")
    for source in (path for name in names for path in real.glob(name)):
        target = copy / source.relative_to(real)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    monkeypatch.setattr(streamlit_host, "package_folder", lambda _: tmp_path)
    for cached in CACHED:
        cached.cache_clear()
    yield copy
    for cached in CACHED:
        cached.cache_clear()


def replace_in_index(old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        index = root / "index.html"
        index.write_text(index.read_text("utf-8").replace(old, new), encoding="utf-8")

    return change


def remove(pattern: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        for path in root.glob(pattern):
            path.unlink()

    return change


BROKEN = {
    "the index page has no language": replace_in_index('<html lang="en">', "<html>"),
    "the index page has no title": replace_in_index("<title>Streamlit</title>", ""),
    "the index page has no end of its head": replace_in_index("</head>", ""),
    "the index page has no end of its body": replace_in_index("</body>", ""),
    "the index page has no script that is a module": replace_in_index(
        '<script type="module"', "<script"
    ),
    "the index page has no icon as its first link": replace_in_index("shortcut icon", "icon"),
    "the index page has no element of the page": replace_in_index('id="root"', 'id="page"'),
    "the index page has no icon": replace_in_index("./favicon.png", "./icon.png"),
    "the index page has no words for browsers without scripts": replace_in_index(
        "<noscript>", "<div>"
    ),
    "there is no upright text font": remove("static/media/*Upright*"),
    "the element Slider has no module": remove("static/js/Slider.*.js"),
    "the element TextInput has no module": remove("static/js/TextInput.*.js"),
}


@pytest.mark.parametrize(("sentence", "change"), BROKEN.items(), ids=BROKEN)
def test_what_is_lost_is_named_and_the_page_stands_without_it(
    installed: Path, sentence: str, change: Callable[[Path], None]
) -> None:
    assert streamlit_host.lost() == []
    streamlit_host.text_font.cache_clear()
    change(installed)

    assert [told.startswith(f"Streamlit: {sentence}") for told in streamlit_host.lost()] == [True]
    assert str(installed) in streamlit_host.lost()[0]
    page = rewrite_page(streamlit_host.index_page(), "pl")
    assert ('<div id="root"></div>' in page) == ("element of the page" not in sentence)
    assert page.count("<title>Miasta partnerskie na mapie</title>") == ("title" not in sentence)
    assert (' rel="stylesheet" href="./assets/page/' in page) == ("end of its head" not in sentence)


def test_without_an_end_of_its_body_its_scripts_are_loaded_at_once(installed: Path) -> None:
    replace_in_index("</body>", "")(installed)
    loader = "<script></script>"
    parts = streamlit_host.IndexParts("", "", "", head="", no_script="", loader=loader)

    page = streamlit_host.rewrite_index(streamlit_host.index_page(), parts)

    assert "<template" not in page
    assert '<script type="module" crossorigin src="./static/js/index.' in page


def test_without_a_font_its_url_is_empty(installed: Path) -> None:
    remove("static/media/*")(installed)

    assert streamlit_host.text_font() == Font("", None)


def test_a_module_that_another_imports_in_vain_is_left_out(installed: Path) -> None:
    kept = streamlit_host.element_modules()
    slider = next(installed.glob("static/js/Slider.*.js"))
    slider.write_text('import"./gone.js";' + slider.read_text("utf-8"), encoding="utf-8")
    streamlit_host.element_modules.cache_clear()

    assert streamlit_host.element_modules() == kept


def test_its_script_asks_for_the_icon_font_as_we_keep_it_from_doing() -> None:
    entry = next(name for name in streamlit_host.first_files() if "/js/index." in name)
    script = (package_folder("streamlit") / "static" / entry).read_text("utf-8")

    assert "document.fonts.load(`1em " in script, f"look at {entry}"
    assert "document.fonts.load" in streamlit_host.ICON_FONT_WHEN_NEEDED
    page = rewrite_page(streamlit_host.index_page(), "pl")
    assert page.count(streamlit_host.ICON_FONT_WHEN_NEEDED) == 1


def test_its_script_is_told_where_the_root_is_as_it_reads_it() -> None:
    entry = next(name for name in streamlit_host.first_files() if "/js/index." in name)
    script = (package_folder("streamlit") / "static" / entry).read_text("utf-8")

    for name in ("window.__streamlit", "BACKEND_BASE_URL"):
        assert name in script, f"look at {entry}"
        assert name in streamlit_host.ROOT_OF_PAGES
    assert rewrite_page(streamlit_host.index_page(), "pl").count(streamlit_host.ROOT_OF_PAGES) == 1
