"""A published award notice in eForms XML becomes typed contracts. The standard's own ids of fields (BT-…, OPT-…) stand beside ours."""

from socialupph.exchange.notices.reader import read_notice

__all__ = ["read_notice"]
