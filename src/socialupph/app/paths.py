"""Where files are: what ships with the program, and what it keeps for this user on this computer."""

import os
from functools import cache
from pathlib import Path

import platformdirs

APPLICATION = "SocialUpph"
HOME_VARIABLE = "SOCIALUPPH_HOME"


@cache
def _resource_folder() -> Path:
    """``socialupph/resources`` in an installed program, ``resources`` at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def resource(name: str) -> Path:
    """The file or folder ``name`` that ships with the program, such as ``icons/add_20_regular.svg``."""
    path = _resource_folder() / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def handbook() -> Path:
    """The folder of the user's manual: inside the installed program, or ``docs/handbok`` of a checkout."""
    installed = _resource_folder() / "handbok"
    return installed if installed.is_dir() else _resource_folder().parent / "docs" / "handbok"


def user_folder() -> Path:
    """Where the program keeps its own things for this user, made when it is missing.

    Local and never roaming: a register on a roaming or redirected profile gets damaged. The environment variable
    ``SOCIALUPPH_HOME`` puts everything elsewhere, for tests and for trying the program without leaving traces.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    folder = Path(chosen) if chosen else platformdirs.user_data_path(APPLICATION, appauthor=False, roaming=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings_file() -> Path:
    """The choices this user has made; it need not exist yet."""
    return user_folder() / "settings.json"


def registers_folder() -> Path:
    """Where a new register is put unless the user says otherwise."""
    return _below("registers")


def drafts_folder() -> Path:
    """Half-filled forms, kept until they are saved or thrown away."""
    return _below("drafts")


def logs_folder() -> Path:
    """What the program wrote about its own running; never about people."""
    return _below("logs")


def _below(name: str) -> Path:
    folder = user_folder() / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
