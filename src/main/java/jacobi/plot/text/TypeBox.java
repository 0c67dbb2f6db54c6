package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Letters and lines that stand together on a base line, as TeX's boxes do. Lengths are in parts of the font size, y
 * grows downwards from the base line.
 *
 * @param above how far it rises above the base line
 * @param below how far it reaches below it
 * @param spoken what it says, without any look
 */
record TypeBox(double width, double above, double below, List<Glyphs> glyphs, List<Pen> pens, String spoken) {
    static final TypeBox EMPTY = new TypeBox(0, 0, 0, List.of(), List.of(), "");

    /** Letters of one look. */
    static TypeBox of(String text, double size, boolean italic, boolean bold) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        Glyphs glyphs = new Glyphs(text, 0, 0, size, italic, bold);
        return new TypeBox(glyphs.width(), glyphs.rise(), glyphs.reach(), List.of(glyphs), List.of(), text);
    }

    /** A drawing. */
    static TypeBox of(double width, double above, double below, Pen... pens) {
        return new TypeBox(width, above, below, List.of(), List.of(pens), "");
    }

    static TypeBox space(double width) {
        return new TypeBox(width, 0, 0, List.of(), List.of(), "");
    }

    TypeBox saying(String words) {
        return new TypeBox(width, above, below, glyphs, pens, words);
    }

    TypeBox wide(double other) {
        return new TypeBox(other, above, below, glyphs, pens, spoken);
    }

    /** The same box, to be set further down; its base line stays that of what it stands in. */
    TypeBox lowered(double by) {
        return shifted(0, by);
    }

    TypeBox shifted(double dx, double dy) {
        List<Glyphs> moved = new ArrayList<>(glyphs.size());
        for (Glyphs g : glyphs) {
            moved.add(new Glyphs(g.text(), g.x() + dx, g.y() + dy, g.size(), g.italic(), g.bold()));
        }
        return new TypeBox(
                width + dx,
                above - dy,
                below + dy,
                moved,
                pens.stream().map(pen -> pen.moved(dx, dy)).toList(),
                spoken);
    }

    TypeBox scaled(double factor) {
        List<Glyphs> scaled = glyphs.stream()
                .map(g -> new Glyphs(g.text(), g.x() * factor, g.y() * factor, g.size() * factor, g.italic(), g.bold()))
                .toList();
        return new TypeBox(
                width * factor,
                above * factor,
                below * factor,
                scaled,
                pens.stream().map(pen -> pen.scaled(factor)).toList(),
                spoken);
    }

    /** Boxes side by side on one base line. */
    static TypeBox row(List<TypeBox> boxes) {
        if (boxes.size() == 1) {
            return boxes.get(0);
        }
        double x = 0;
        double above = Double.NEGATIVE_INFINITY;
        double below = Double.NEGATIVE_INFINITY;
        List<Glyphs> glyphs = new ArrayList<>();
        List<Pen> pens = new ArrayList<>();
        StringBuilder spoken = new StringBuilder();
        for (TypeBox box : boxes) {
            if (!box.glyphs.isEmpty() || !box.pens.isEmpty()) {
                above = Math.max(above, box.above);
                below = Math.max(below, box.below);
            }
            TypeBox placed = box.shifted(x, 0);
            placed.glyphs.forEach(g -> join(glyphs, g));
            pens.addAll(placed.pens);
            spoken.append(box.spoken);
            x += box.width;
        }
        boolean empty = glyphs.isEmpty() && pens.isEmpty();
        return new TypeBox(x, empty ? 0 : above, empty ? 0 : below, glyphs, pens, spoken.toString());
    }

    /** Letters that go on where the last ended, in the same look, become one piece with them. */
    private static void join(List<Glyphs> glyphs, Glyphs next) {
        Glyphs last = glyphs.isEmpty() ? null : glyphs.get(glyphs.size() - 1);
        if (last != null && last.looksLike(next) && Math.abs(last.x() + last.width() - next.x()) < 1e-9) {
            glyphs.set(
                    glyphs.size() - 1,
                    new Glyphs(last.text() + next.text(), last.x(), last.y(), last.size(), last.italic(), last.bold()));
        } else {
            glyphs.add(next);
        }
    }

    /** This box and another over one another, both where they stand, as wide as this one says. */
    TypeBox with(TypeBox other) {
        List<Glyphs> all = new ArrayList<>(glyphs);
        all.addAll(other.glyphs);
        List<Pen> lines = new ArrayList<>(pens);
        lines.addAll(other.pens);
        return new TypeBox(
                width, Math.max(above, other.above), Math.max(below, other.below), all, lines, spoken + other.spoken);
    }

    /** Whether it is a line of letters, each beginning where the one before ends. */
    boolean isLine() {
        double x = 0;
        for (Glyphs g : glyphs) {
            if (Math.abs(g.x() - x) > 1e-9) {
                return false;
            }
            x += g.width();
        }
        return pens.isEmpty() && Math.abs(x - width) < 1e-9;
    }
}
