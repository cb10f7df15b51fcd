"""nginx on this machine: giving the published pages as a town's web server would, and in front of
several processes as deploy/ has it.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

from partner_map.settings import PROJECT_FOLDER

_START_SECONDS = 10
_DEPLOY = PROJECT_FOLDER / "deploy"
_MAIN = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {contents}
}}
"""
_PUBLISHED = """
  types {{
    text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png;
    application/json json; application/manifest+json webmanifest; application/xml xml;
  }}
  access_log off; gzip_static on; sendfile on; tcp_nopush on;
  server {{
    listen 127.0.0.1:{port} backlog=4096; root {root}; absolute_redirect off;
    location /miasta/assets/ {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
  }}
"""
_LOG = """
  log_format who '$request_uri $status $upstream_addr'; access_log {folder}/access.log who;
"""


@dataclass(frozen=True, slots=True)
class Front:
    """nginx with deploy/nginx-many.conf, and the files that it writes."""

    port: int
    log: Path
    process: int

    @property
    def root(self) -> str:
        """Where the published pages are in ``/miasta/`` and the application in ``/mapa/``."""
        return f"http://127.0.0.1:{self.port}"

    def answered_by(self, path: str) -> str:
        """Who answered the last request for a path with its query, as ``host:port``.

        Several joined by commas where the first ones could not. A websocket is not told of
        until it has ended.
        """
        told = [line.split(" ", 2) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return [upstream for asked, _, upstream in told if asked == path][-1]


def is_there() -> bool:
    """Whether this machine has nginx."""
    return _program() is not None


@contextmanager
def served_by_nginx(root: Path, folder: Path) -> Iterator[str]:
    """Give the files below a root from 127.0.0.1; the URL of ``miasta/`` below it."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}/miasta/"
    with _running(_PUBLISHED.format(root=root, port=port), folder, url):
        yield url


@contextmanager
def in_front_of(ports: Sequence[int], site: Path, folder: Path) -> Iterator[Front]:
    """Put nginx in front of the processes at these ports of 127.0.0.1, as deploy/ has it.

    ``site`` has the published pages in ``miasta/``; nginx's own files come into ``folder``.
    """
    port = _free_port()
    servers = (_DEPLOY / "nginx-servers.conf").read_text(encoding="utf-8")
    first, *others = re.findall(r"^ *server .*\n", servers, re.MULTILINE)
    for other in others:
        servers = servers.replace(other, "")
    own = "".join(re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{one}", first) for one in ports)
    many = (_DEPLOY / "nginx-many.conf").read_text(encoding="utf-8")
    many = many.replace("listen 80;", f"listen 127.0.0.1:{port} backlog=4096;")
    many = many.replace("listen [::]:80;", "").replace("/var/cache/partner-map-site", str(site))
    contents = _LOG.format(folder=folder) + servers.replace(first, own) + many
    with _running(contents, folder, f"http://127.0.0.1:{port}/") as process:
        yield Front(port, folder / "access.log", process)


@contextmanager
def _running(contents: str, folder: Path, url: str) -> Iterator[int]:
    """Run nginx with what stands in its ``http`` block, from when a URL answers; its process."""
    program = _program()
    assert program is not None
    configuration = folder / "nginx.conf"
    configuration.write_text(_MAIN.format(folder=folder, contents=contents), encoding="utf-8")
    process = subprocess.Popen(
        [program, "-p", str(folder), "-c", str(configuration)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(url, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _program() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except HTTPError:
            return  # it answers
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
