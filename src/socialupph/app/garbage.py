"""Python's collector of garbage, kept from stopping the window.

A full collection walks through every object of every library with all threads standing still: a sixth of a second with
SQLAlchemy read. Libraries are never garbage, so nothing is collected while they are read, and afterwards they are left out.
"""

import gc


def hold() -> None:
    """Collect nothing from now on, until ``let_go``."""
    gc.disable()


def let_go() -> None:
    """Collect again, but never what there is by now. Nothing happens unless ``hold`` was called."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
