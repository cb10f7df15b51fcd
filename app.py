"""The server: Streamlit's application with our routes, middleware and start-up."""

from __future__ import annotations

from functools import partial

import streamlit as st
from starlette.middleware import Middleware

from partner_map.log import set_up_log
from partner_map.server.admission import AdmissionMiddleware
from partner_map.server.compression import CompressionMiddleware
from partner_map.server.frame import FrameMiddleware
from partner_map.server.headers import HeadersMiddleware
from partner_map.server.not_found import NotFoundMiddleware
from partner_map.server.page import PageMiddleware
from partner_map.server.routes import routes
from partner_map.server.startup import lifespan, served_url
from partner_map.server.streamlit_log import join_log
from partner_map.server.websocket import WebsocketMiddleware
from partner_map.settings import (
    PACKAGE_FOLDER,
    connections_an_address,
    frame_ancestors,
    log_form,
    messages_a_second,
    served_hosts,
)
from partner_map.ui.failure import show_error

set_up_log(log_form())
join_log()

_BASE = str(st.get_option("server.baseUrlPath") or "")
_ROUTES = routes(_BASE)
_URL = served_url(st.get_option("server.address"), st.get_option("server.port"), _BASE)

app = st.App(
    PACKAGE_FOLDER / "ui" / "shell.py",
    routes=_ROUTES,
    middleware=[
        Middleware(HeadersMiddleware, framing=frame_ancestors()),
        Middleware(
            AdmissionMiddleware,
            base=_BASE,
            own=[route.path for route in _ROUTES],
            hosts=served_hosts(),
        ),
        Middleware(
            WebsocketMiddleware, connections=connections_an_address(), messages=messages_a_second()
        ),
        Middleware(NotFoundMiddleware, base=_BASE),
        Middleware(PageMiddleware, base=_BASE),
        Middleware(FrameMiddleware),
        Middleware(CompressionMiddleware, base=_BASE),
    ],
    lifespan=partial(lifespan, _URL),
    on_script_error=show_error,
)
