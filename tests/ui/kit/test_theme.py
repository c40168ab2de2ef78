"""Every colour can be read on every ground it is used on; themes, text size and icons follow."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette

from socialupph.app.paths import resource
from socialupph.specs.marks import Shape, Tone
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import COLOUR_NAMES, from_system
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_ground, tone_text
from socialupph.ui.kit.metrics import LEAST_TARGET, Metrics, metrics
from socialupph.ui.kit.theme import THEMES, tokens

# Colour, least ratio, grounds. A star: as drawn in a selected row.
PAIRS = """
text           4.5 window side base hover chip track warn_bg
sel_text       4.5 sel
text2          4.5 window side base hover chip warn_bg track
text2*         4.5 sel
text3          4.5 window side base hover
link           4.5 window base hover chip
link*          4.5 sel
on_accent      4.5 accent accent_hover accent_down
on_danger      4.5 danger
on_bar         4.5 bar
good           4.5 base window hover good_bg
good*          4.5 sel
warn           4.5 base window hover warn_bg
warn*          4.5 sel
bad            4.5 base window hover bad_bg side
bad*           4.5 sel
neutral        4.5 neutral_bg
toast_text     4.5 toast
toast_link     4.5 toast
edge           3.0 base window side hover
focus          3.0 base window side
focus*         3.0 sel
accent         3.0 base window
bar            3.0 track base
good_mark      3.0 base window hover good_bg
good_mark*     3.0 sel
warn_mark      3.0 base window hover warn_bg
warn_mark*     3.0 sel
bad_mark       3.0 base window hover bad_bg
bad_mark*      3.0 sel
neutral_mark   3.0 base window hover neutral_bg
neutral_mark*  3.0 sel
mark_run       3.0 base window hover chip
mark_run*      3.0 sel
"""
DECORATION = {"line", "dis_text", "dis_bg", "scrim"}


def luminance(colour):
    def part(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def ratio(first, second):
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def pairs():
    for line in PAIRS.strip().splitlines():
        name, least, *grounds = line.split()
        for ground in grounds:
            yield name, float(least), ground


@pytest.mark.parametrize("theme_name", list(THEMES))
@pytest.mark.parametrize(("name", "least", "ground"), list(pairs()))
def test_every_pair_can_be_read(theme_name, name, least, ground):
    now = THEMES[theme_name]
    colour = now.colour(name.rstrip("*"))
    if name.endswith("*"):
        if now.high_contrast:
            colour = now.sel_text
        elif name == "text2*" and now.dark:
            colour = now.text
    assert ratio(colour, now.colour(ground)) >= least


def test_there_are_258_pairs_and_no_token_without_one():
    assert len(list(pairs())) * len(THEMES) == 258
    named = {name.rstrip("*") for name, _, _ in pairs()} | {ground for _, _, ground in pairs()}
    assert named | DECORATION == COLOUR_NAMES


def test_a_colour_too_weak_is_seen():
    assert ratio(QColor("#999999"), QColor("#FFFFFF")) < 4.5


def test_unknown_colour_is_an_error():
    with pytest.raises(KeyError):
        THEMES["light"].colour("pink")


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_apply_sets_palette_with_accent_and_link(qapp, theme, mode):
    theme.apply(qapp, mode)
    palette, now = qapp.palette(), THEMES[mode]
    assert tokens() == now
    assert theme.mode == mode
    assert palette.color(QPalette.ColorRole.Window) == now.window
    assert palette.color(QPalette.ColorRole.Accent) == now.accent
    assert palette.color(QPalette.ColorRole.Link) == now.link
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == now.dis_text


def test_system_mode_is_one_of_ours(qapp, theme):
    theme.apply(qapp, "system")
    assert tokens() in THEMES.values()


def test_unknown_mode_is_refused(qapp, theme):
    with pytest.raises(ValueError, match="pink"):
        theme.apply(qapp, "pink")


def test_change_is_told_once(qapp, theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, "dark")


def test_a_label_follows_the_theme(qapp, theme, qtbot):
    label = ToneLabel("hej", tone="bad")
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, "dark")
    qtbot.wait(5)
    assert label.palette().color(QPalette.ColorRole.WindowText) == THEMES["dark"].bad


def test_contrast_theme_of_the_system_is_taken_over():
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00FF00"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000011"))
    now = from_system(palette)
    assert now.high_contrast
    assert now.dark
    assert now.warn == now.bad_mark == now.edge == QColor("#FFFF00")
    assert now.sel == now.accent == QColor("#00FF00")
    assert now.sel_text == QColor("#000011")


# ---- text size


def test_measures_at_100_percent_are_those_of_the_design():
    size = Metrics.of(18)
    assert (size.row, size.control, size.small, size.header) == (36, 32, 28, 32)
    assert (size.sidebar, size.panel, size.mark, size.icon) == (228, 340, 9, 16)


@pytest.mark.parametrize("unit", [8, 12, 16, 18, 24, 36])
def test_targets_are_never_too_small(unit):
    size = Metrics.of(unit)
    assert min(size.small, size.control, size.nav_item) >= LEAST_TARGET


def test_measures_and_labels_follow_the_text_size(qapp, qtbot):
    label = ToneLabel("Rubrik", "title")
    qtbot.addWidget(label)
    before, row = label.font().pointSizeF(), metrics().row
    font = fonts.body_font()
    font.setPointSizeF(20.0)
    qapp.setFont(font)
    assert label.font().pointSizeF() == pytest.approx(26.0)
    assert before < 26.0
    assert metrics().row > row * 1.5


def test_steps_are_distinct_and_tabular():
    sizes = [fonts.font(step).pointSizeF() for step in fonts.STEPS]
    assert sizes == sorted(sizes, reverse=True)
    figures = fonts.measure()
    assert figures.horizontalAdvance("1111") == figures.horizontalAdvance("0000")


# ---- icons and signs


def test_an_icon_takes_the_colour_it_is_given():
    pixmap = icons.pixmap_of("more_horizontal", 16, 2.0, QColor("#FF0000"))
    image = pixmap.toImage()
    assert image.width() == 32
    assert pixmap.devicePixelRatio() == 2.0
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert {colour.name() for colour in inked} == {"#ff0000"}


def test_a_qicon_follows_palette_and_mode(qapp, theme):
    icon = icons.icon("add", tone="link")

    def ink(mode):
        image = icon.pixmap(40, 40, mode).toImage()
        solid = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255]
        return solid[0]

    assert ink(QIcon.Mode.Normal) == THEMES["light"].link
    theme.apply(qapp, "dark")
    assert ink(QIcon.Mode.Normal) == THEMES["dark"].link
    assert ink(QIcon.Mode.Disabled) == THEMES["dark"].dis_text


def test_an_icon_copy_is_alive_after_the_first_is_gone():
    copy = QIcon(icons.icon("add"))
    copy.addPixmap(copy.pixmap(16, 16))
    assert not copy.pixmap(16, 16).isNull()


def test_a_missing_icon_says_so_at_once():
    with pytest.raises(icons.MissingIconError, match="no_such"):
        icons.icon("no_such")


def test_icons_before_install(tmp_path, theme):
    icons.install(tmp_path)
    with pytest.raises(icons.MissingIconError):
        icons.require("add")
    (tmp_path / "add_20_regular.svg").write_text("not a picture", "utf-8")
    with pytest.raises(icons.MissingIconError):
        icons.pixmap_of("add", 20, 1.0, None)
    icons.install(resource("icons"))


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_is_drawn_inside_its_box_and_all_differ(shape):
    drawn = {}
    for each in Shape:
        image = QImage(40, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_mark(painter, 10, 10, each, QColor("black"), 18)
        painter.end()
        outside = image.copy(QRect(0, 0, 40, 7))
        assert not any(outside.pixelColor(x, y).alpha() for x in range(40) for y in range(7))
        drawn[each] = bytes(image.constBits())
    assert len({drawn[each] for each in Shape}) == len(Shape)
    assert any(drawn[shape])


def test_every_tone_has_colours_in_every_theme():
    for now in THEMES.values():
        for tone in Tone:
            assert all(
                (mark_colour(tone, now).isValid(), tone_text(tone, now).isValid(), tone_ground(tone, now).isValid())
            )
            if now.high_contrast:
                assert mark_colour(tone, now, selected=True) == tone_text(tone, now, selected=True) == now.sel_text
