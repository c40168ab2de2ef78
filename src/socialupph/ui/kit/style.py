"""The proxy style: Fusion with our fields, ticks, headers, scroll bars and measures. No more: it is asked a lot."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QWidget,
)

from socialupph.specs.marks import Shape
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.marks import draw_mark
from socialupph.ui.kit.metrics import RING_SPACE, metrics
from socialupph.ui.kit.paint import arrow, chevron, hairline, ring, rounded, text_in

ERROR_PROPERTY: Final = "kitError"  # a field with this property set to True is drawn with a red edge

FIRST_PAD_PROPERTY: Final = "kitFirstPad"  # a header's first label stands under the page title

_CC, _CE, _CT = QStyle.ComplexControl, QStyle.ControlElement, QStyle.ContentsType
_PE, _PM, _SE = QStyle.PrimitiveElement, QStyle.PixelMetric, QStyle.SubElement
_State = QStyle.StateFlag
_OURS: Final = frozenset(
    {_PE.PE_PanelLineEdit, _PE.PE_FrameFocusRect, _PE.PE_IndicatorCheckBox, _PE.PE_IndicatorRadioButton}
)
_FIRST: Final = frozenset(
    {QStyleOptionHeader.SectionPosition.Beginning, QStyleOptionHeader.SectionPosition.OnlyOneSection}
)
_TICKS: Final = frozenset(
    {
        _PM.PM_IndicatorWidth,
        _PM.PM_IndicatorHeight,
        _PM.PM_ExclusiveIndicatorWidth,
        _PM.PM_ExclusiveIndicatorHeight,
    }
)
_FIELDS: Final = frozenset({_CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox})


def draw_field(painter: QPainter, rect: QRect, *, enabled: bool, focused: bool, error: bool) -> None:
    """The box of anything one types in: edge, two pixels when focused, red when wrong."""
    now, size = tokens(), metrics()
    edge, width = now.edge, 1.0
    if error:
        edge, width = now.bad_mark, 2.0
    elif focused:
        edge, width = now.focus, 2.0
    elif not enabled:
        edge = now.line
    rounded(painter, QRectF(rect), size.radius, now.base if enabled else now.dis_bg, edge, width=width)


def has_error(widget: QWidget | None) -> bool:
    """Whether the form put a red edge on ``widget`` or on the field it sits in."""
    return widget is not None and bool(widget.property(ERROR_PROPERTY))


class KitStyle(QProxyStyle):
    """Fusion with a few parts of our own."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == _PE.PE_IndicatorHeaderArrow:
            return  # drawn with the label, after its words
        if element not in _OURS:
            super().drawPrimitive(element, option, painter, widget)
        elif element == _PE.PE_PanelLineEdit:
            self._line_edit(option, painter, widget)
        elif element == _PE.PE_FrameFocusRect:
            ring(painter, QRectF(option.rect), metrics().radius, tokens().focus)
        else:
            self._indicator(element, option, painter)

    def _line_edit(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        state = option.state
        bare = isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0
        if bare:
            return  # inside a combo, a spin box or a frame of ours, which has drawn the edge
        draw_field(
            painter,
            option.rect,
            enabled=bool(state & _State.State_Enabled),
            focused=bool(state & _State.State_HasFocus),
            error=has_error(widget),
        )

    def _indicator(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
        now, size = tokens(), metrics()
        state = option.state
        enabled, on = bool(state & _State.State_Enabled), bool(state & _State.State_On)
        partly = bool(state & _State.State_NoChange)
        box = QRectF(option.rect)
        radius = box.height() / 2 if element == _PE.PE_IndicatorRadioButton else size.px(3)
        filled = on or partly
        ground = now.accent if filled else now.base
        edge = now.accent if filled else now.edge
        if not enabled:
            ground, edge = now.dis_bg, now.dis_text
        rounded(painter, box, radius, ground, edge, width=1.2)
        if not filled:
            return
        ink = now.on_accent if enabled else now.dis_text
        shape = Shape.CHECK if on else Shape.DASH
        if element == _PE.PE_IndicatorRadioButton:
            shape = Shape.DOT
        side = box.width() * (0.45 if shape is Shape.DOT else 0.58)
        left, top = box.center().x() - side / 2, box.center().y() - side / 2
        draw_mark(painter, left, top, shape, ink, side)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _CC.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            self._combo(option, painter, widget)
        elif control == _CC.CC_ScrollBar and isinstance(option, QStyleOptionSlider) and widget is not None:
            self._scroll_bar(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _combo(self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
        now, size = tokens(), metrics()
        state = option.state
        enabled = bool(state & _State.State_Enabled)
        focused = bool(state & _State.State_HasFocus)
        rect = option.rect
        draw_field(painter, rect, enabled=enabled, focused=focused, error=has_error(widget))
        side = size.px(12)
        at = QRect(rect.right() - size.px(10) - side, rect.center().y() - side // 2, side, side)
        chevron(painter, at, now.text2 if enabled else now.dis_text)

    def _scroll_bar(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget) -> None:
        now = tokens()
        slider = self.subControlRect(_CC.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
        if not slider.isValid() or option.maximum == option.minimum:
            return
        active = bool(option.activeSubControls & QStyle.SubControl.SC_ScrollBarSlider)
        upright = option.orientation == Qt.Orientation.Vertical
        slim = QRectF(slider).adjusted(4, 2, -4, -2) if upright else QRectF(slider).adjusted(2, 4, -2, -4)
        radius = min(slim.width(), slim.height()) / 2
        rounded(painter, slim, radius, now.text3 if active else now.edge)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if isinstance(option, QStyleOptionHeader) and element in (_CE.CE_HeaderSection, _CE.CE_HeaderLabel):
            if element == _CE.CE_HeaderSection:
                self._header_ground(option.rect, painter)
            else:
                self._header_label(option, painter, widget)
            return
        if element == _CE.CE_HeaderEmptyArea:
            self._header_ground(option.rect, painter)
            return
        super().drawControl(element, option, painter, widget)

    def _header_ground(self, rect: QRect, painter: QPainter) -> None:
        now = tokens()
        painter.fillRect(rect, now.base)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), now.line)

    def _header_label(self, option: QStyleOptionHeader, painter: QPainter, widget: QWidget | None) -> None:
        now, size = tokens(), metrics()
        sorted_by = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
        alignment = option.textAlignment
        right = bool(alignment & Qt.AlignmentFlag.AlignRight)
        painter.save()
        painter.setFont(fonts.font("small", 600))
        lead = size.px(6)
        if option.position in _FIRST and widget is not None:
            lead = int(widget.property(FIRST_PAD_PROPERTY) or lead)
        rect = option.rect.adjusted(lead, 0, -size.px(6), -1)
        side = size.px(12) if sorted_by else 0
        room = rect.adjusted(0, 0, -side - size.half, 0) if sorted_by else rect
        taken = text_in(painter, room, option.text, now.text if sorted_by else now.text3, right=right)
        if sorted_by:
            left = rect.right() - side if right else rect.left() + taken + size.half
            # Qt calls the sign of ascending order "down".
            down = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortUp
            arrow(painter, QRect(left, rect.center().y() - side // 2, side, side), now.text, down=down)
        painter.restore()

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = metrics()
        if metric in _TICKS or metric == _PM.PM_SmallIconSize:
            return size.icon
        if metric == _PM.PM_HeaderMargin:
            return 0  # the label keeps its own distance, the same as the cells below it
        if metric == _PM.PM_ScrollBarExtent:
            return size.px(14)
        if metric in (_PM.PM_CheckBoxLabelSpacing, _PM.PM_RadioButtonLabelSpacing):
            return size.grid
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)
        if kind in _FIELDS:
            found.setHeight(max(found.height(), metrics().control))
        elif kind in (_CT.CT_CheckBox, _CT.CT_RadioButton, _CT.CT_MenuItem):
            found.setHeight(max(found.height(), metrics().small))
        elif kind == _CT.CT_HeaderSection:
            found.setHeight(metrics().header)
        return found

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget) -> QRect:
        if element == _SE.SE_PushButtonLayoutItem:
            # Layouts see a button without the room its focus ring needs, so that edges line up.
            gap = RING_SPACE
            return option.rect.adjusted(gap, gap, -gap, -gap)
        if element == _SE.SE_LineEditContents:
            pad = metrics().px(8)
            return super().subElementRect(element, option, widget).adjusted(pad, 0, -pad, 0)
        return super().subElementRect(element, option, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget,
    ) -> QRect:
        if control == _CC.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            size = metrics()
            return option.rect.adjusted(size.px(10), 1, -size.px(26), -1)
        return super().subControlRect(control, option, part, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 -- Qt's name
    ) -> int:
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0  # a list below the field, as in Windows, not a menu over it
        return super().styleHint(hint, option, widget, returnData)
