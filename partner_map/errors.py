"""The one family of errors that this program raises on purpose."""


class PartnerMapError(Exception):
    """Root of every error that the program raises itself; says what, where and what to do."""
