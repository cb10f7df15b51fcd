"""A page as a screen reader and the Tab key go through it, written down line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import CDPSession, Page

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "region", "complementary", "search")
STATES = ("checked", "expanded", "pressed", "disabled", "required")
MAX_STOPS = 150
FOCUSED = """(() => {
  let element = document.activeElement;
  while (element?.contentDocument) element = element.contentDocument.activeElement;
  return element === document.body ? null : element;
})()"""


def walk_of(page: Page) -> str:
    """The headings and landmarks of a page and its frames in their order, then its tab stops."""
    devtools = page.context.new_cdp_session(page)
    lines = ["headings and landmarks", *_structure(devtools), "", "tab stops", *_stops(devtools)]
    return "\n".join(lines) + "\n"


def _structure(devtools: CDPSession) -> Iterator[str]:
    tree = devtools.send("Page.getFrameTree")["frameTree"]
    frames = [tree["frame"], *(child["frame"] for child in tree.get("childFrames", []))]
    for number, frame in enumerate(frames):
        if number:
            yield "  frame"
        nodes = devtools.send("Accessibility.getFullAXTree", {"frameId": frame["id"]})["nodes"]
        for node in _in_order(nodes):
            role = _value(node, "role")
            if node.get("ignored") or role not in ("heading", *LANDMARKS):
                continue
            level = _properties(node).get("level", "")
            yield "  " + " ".join(filter(None, (role, str(level), _value(node, "name"))))


def _in_order(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The nodes of a tree as they stand in the document; the browser gives level after level."""
    by_id = {node["nodeId"]: node for node in nodes}
    waiting = [nodes[0]["nodeId"]]
    while waiting:
        node = by_id.get(waiting.pop())
        if node is not None:
            yield node
            waiting += reversed(node.get("childIds", []))


def _stops(devtools: CDPSession) -> Iterator[str]:
    first = None
    for _ in range(MAX_STOPS):
        for kind in ("rawKeyDown", "keyUp"):
            key = {"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
            devtools.send("Input.dispatchKeyEvent", key)
        found = devtools.send("Runtime.evaluate", {"expression": FOCUSED})["result"]
        if "objectId" not in found:  # the browser's own controls come next
            return
        asked = {"objectId": found["objectId"], "fetchRelatives": False}
        (node,) = devtools.send("Accessibility.getPartialAXTree", asked)["nodes"]
        if node["backendDOMNodeId"] == first:
            return
        first = first or node["backendDOMNodeId"]
        told = _properties(node)
        states = [f"{name}: {told[name]}" for name in STATES if name in told]
        line = " ".join(filter(None, (_value(node, "role"), _value(node, "name"))))
        yield f"  {line} ({', '.join(states)})" if states else f"  {line}"
    raise AssertionError(f"the Tab key comes to no end within {MAX_STOPS} stops")


def _value(node: dict[str, Any], name: str) -> str:
    return " ".join(str(node.get(name, {}).get("value", "")).split())


def _properties(node: dict[str, Any]) -> dict[str, Any]:
    return {
        item["name"]: item["value"].get("value")
        for item in node.get("properties", [])
        if item["value"].get("value") not in (None, False)
        or item["name"] in ("expanded", "pressed")
    }
