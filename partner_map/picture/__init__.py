"""A picture of the map without a browser: SVG, and PNG and PDF made of it.

Where everything stands is computed by the browser's own modules (mapview/assets/picture.js), so
that a name stands by the same rules here and there.
"""
