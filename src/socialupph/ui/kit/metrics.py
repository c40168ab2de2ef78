"""Every measure, as a factor of the height of body text: written once, right at any text size."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from PySide6.QtWidgets import QApplication

from socialupph.ui.kit import fonts

LEAST_TARGET = 28
RING = 2
RING_GAP = 1
RING_SPACE = RING + RING_GAP


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels. ``unit`` is the font height, 18 at 100 %; ``grid`` the step of 8."""

    unit: int
    grid: int
    half: int
    row: int
    row_dense: int
    row_two: int
    palette_row: int
    control: int
    small: int
    header: int
    top_bar: int
    status_bar: int
    nav_item: int
    sidebar: int
    panel: int
    panel_least: int
    panel_most: int
    page_left: int
    page_right: int
    card_x: int
    card_y: int
    gap: int
    pad: int
    pill: int
    icon: int
    icon_big: int
    mark: int
    radius: int
    radius_card: int
    radius_float: int
    bar: int
    bar_small: int
    overlay_under: int
    palette_width: int
    toast_width: int
    empty_width: int

    @classmethod
    def of(cls, unit: int) -> Self:
        """Everything from the height of one line of body text."""

        def at(pixels: float) -> int:
            """A measure that is ``pixels`` at 100 %, where the unit is 18."""
            return round(pixels * unit / 18)

        return cls(
            unit=unit,
            grid=at(8),
            half=at(4),
            row=round(2.0 * unit),
            row_dense=round(1.8 * unit),
            row_two=round(2.67 * unit),
            palette_row=round(2.2 * unit),
            control=max(LEAST_TARGET, round(1.8 * unit)),
            small=max(LEAST_TARGET, round(1.55 * unit)),
            header=round(1.8 * unit),
            top_bar=round(2.67 * unit),
            status_bar=round(1.55 * unit),
            nav_item=max(LEAST_TARGET, round(1.9 * unit)),
            sidebar=at(228),
            panel=at(340),
            panel_least=at(300),
            panel_most=at(440),
            page_left=at(24),
            page_right=at(20),
            card_x=at(20),
            card_y=at(14),
            gap=at(20),
            pad=at(12),
            pill=at(24),
            icon=at(16),
            icon_big=at(20),
            mark=at(9),
            radius=at(5),
            radius_card=at(8),
            radius_float=at(10),
            bar=at(18),
            bar_small=at(8),
            overlay_under=at(1180),
            palette_width=at(640),
            toast_width=at(420),
            empty_width=at(520),
        )

    def px(self, at_100: float) -> int:
        """A measure used in one place only, given in pixels at 100 %."""
        return round(at_100 * self.unit / 18)


@lru_cache(maxsize=8)
def _of_font(body: str) -> Metrics:
    del body  # only the key of the cache
    return Metrics.of(fonts.measure().height())


def metrics() -> Metrics:
    """The measures for the application font as it is now."""
    return _of_font(QApplication.font().toString())
