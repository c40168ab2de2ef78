"""From the ledger of a requirement to what its bar draws."""

from socialupph.domain.ledger import Ledger
from socialupph.specs.ledger_table import bar_figures
from socialupph.ui.kit.ledger_bar import LedgerFigures, LedgerPiece


def ledger_figures(ledger: Ledger) -> LedgerFigures | None:
    """The bar of ``ledger``; None for a requirement that nothing is counted for."""
    found = bar_figures(ledger)
    if found is None:
        return None
    return LedgerFigures(
        volume=float(found.volume),
        pieces=tuple(LedgerPiece(piece.code, float(piece.amount), piece.tip) for piece in found.pieces),
        planned=float(found.planned),
        mark_at=None if found.threshold is None else float(found.threshold),
        delivered_text=found.delivered_text,
        planned_text=found.planned_text,
        mark_text=found.threshold_text,
        volume_text=found.volume_text,
        verdict=found.verdict,
        planned_tip=found.planned_text,
    )
