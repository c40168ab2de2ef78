"""Which files may be kept inside a register: by name, size and what they really are."""

from collections.abc import Mapping
from pathlib import PurePath

from socialupph.domain.errors import RuleViolation

MOST_BYTES = 20 * 1024 * 1024
_MEGABYTE = 1024 * 1024

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

KINDS: Mapping[str, tuple[str, bytes]] = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ZIP),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _ZIP),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".txt": ("text/plain", b""),
    ".eml": ("message/rfc822", b""),
    ".msg": ("application/vnd.ms-outlook", _OLE),
}
"""File ending, media type and how the file begins; text has no sign of its own but never holds a NUL."""


def media_type(name: str, content: bytes) -> str:
    """What the file is. RuleViolation ``document.empty``, ``.too_large``, ``.kind`` or ``.not_what_it_says``."""
    if not content:
        raise RuleViolation("document.empty", "content", {"name": name})
    if len(content) > MOST_BYTES:
        size = -(-len(content) // _MEGABYTE)
        raise RuleViolation(
            "document.too_large", "content", {"name": name, "size": size, "most": MOST_BYTES // _MEGABYTE}
        )
    found = KINDS.get(PurePath(name).suffix.lower())
    if found is None:
        raise RuleViolation("document.kind", "content", {"name": name})
    kind, start = found
    if not content.startswith(start) or (not start and b"\x00" in content):
        raise RuleViolation("document.not_what_it_says", "content", {"name": name})
    return kind
