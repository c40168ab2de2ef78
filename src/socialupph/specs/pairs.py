"""Names and values of a record that stand under one another; what is not known is left out."""

Pairs = tuple[tuple[str, str], ...]


def known(*pairs: tuple[str, str]) -> Pairs:
    """Those that have a value."""
    return tuple((label, value) for label, value in pairs if value)
