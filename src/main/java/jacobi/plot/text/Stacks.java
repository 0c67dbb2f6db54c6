package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands above and below in mathematics: scripts, limits, fractions, roots, tables. Lengths are in parts of the
 * font size.
 */
final class Stacks {
    /** How high bars of fractions and the middles of brackets stand: as high as the bar of a minus. */
    static final double AXIS = 0.313;

    /** How wide the bars of fractions and roots are. */
    static final double RULE = 0.06;

    private static final double RAISE = 0.38;
    private static final double LOWER = 0.16;
    /** How much lower a subscript stands below which there is a superscript. */
    private static final double LOWER_OF_TWO = 0.24;

    /** And below the letters of a script's script, which are hardly larger than their own. */
    private static final double LOWER_OF_SMALL = 0.3;

    private static final double SMALL = 0.5;
    private static final double LEAN = 0.06;

    private Stacks() {}

    /** A part with a super- and a subscript, one above the other; either may be null. */
    static TypeBox scripts(Atom base, TypeBox over, TypeBox under, double size) {
        TypeBox box = base.box();
        double up = RAISE * size;
        double down = (size <= SMALL ? LOWER_OF_SMALL : over == null ? LOWER : LOWER_OF_TWO) * size;
        if (!base.letter()) {
            up = Math.max(up, box.above() - 0.38 * size);
            down = Math.max(down, box.below() + 0.08 * size);
        }
        if (over != null) {
            up = Math.max(up, over.below() + 0.14 * size);
        }
        if (over != null && under != null) {
            double gap = up - over.below() - (under.above() - down);
            down += Math.max(0, 0.1 * size - gap);
        }
        List<TypeBox> all = new ArrayList<>();
        double wide = 0;
        String spoken = box.spoken();
        if (under != null) {
            all.add(under.lowered(down));
            wide = under.width();
            spoken += "_" + under.spoken();
        }
        if (over != null) {
            double lean = under != null && base.slanted() || base.kind() == Kind.OPERATOR ? LEAN * size : 0;
            all.add(over.shifted(lean, -up));
            wide = Math.max(wide, over.width() + lean);
            spoken += "^" + (over.spoken().equals("\u2032") ? over.spoken() : PlainPowers.of(over.spoken()));
        }
        TypeBox scripts = all.get(0);
        if (all.size() == 2) {
            scripts = scripts.with(all.get(1)).wide(wide);
        }
        return TypeBox.row(List.of(box, scripts)).saying(spoken);
    }

    /** A sign with its limits above and below; either may be empty. */
    static TypeBox limits(TypeBox base, TypeBox over, TypeBox under, double size) {
        double width = Math.max(base.width(), Math.max(over.width(), under.width()));
        double gap = 0.14 * size;
        TypeBox all = base.shifted((width - base.width()) / 2, 0).wide(width);
        String spoken = base.spoken();
        if (under != TypeBox.EMPTY) {
            all = all.with(under.shifted((width - under.width()) / 2, base.below() + gap + under.above()));
            spoken += "_" + under.spoken();
        }
        if (over != TypeBox.EMPTY) {
            all = all.with(over.shifted((width - over.width()) / 2, -base.above() - gap - over.below()));
            spoken += "^" + over.spoken();
        }
        return all.saying(spoken);
    }

    /** One over the other with a bar between. */
    static TypeBox fraction(TypeBox over, TypeBox under, double size) {
        double pad = 0.08 * size;
        double width = Math.max(over.width(), under.width()) + 2 * pad;
        double bar = AXIS * size;
        double gap = 0.13 * size;
        double edge = 0.06 * size;
        TypeBox rule = TypeBox.of(width + 2 * edge, bar, -bar, Pen.line(RULE * size, edge, -bar, width + edge, -bar));
        return rule.with(over.shifted(edge + (width - over.width()) / 2, -bar - gap - over.below()))
                .with(under.shifted(edge + (width - under.width()) / 2, -bar + gap + under.above()))
                .saying(bracketed(over.spoken()) + "/" + bracketed(under.spoken()));
    }

    static TypeBox binomial(TypeBox over, TypeBox under, double size) {
        double width = Math.max(over.width(), under.width());
        double axis = AXIS * size;
        double gap = 0.1 * size;
        TypeBox stack = TypeBox.space(width)
                .with(over.shifted((width - over.width()) / 2, -axis - gap - over.below()))
                .with(under.shifted((width - under.width()) / 2, -axis + gap + under.above()));
        double half = Fences.half(stack, size);
        return TypeBox.row(List.of(Fences.of("(", half, size), stack, Fences.of(")", half, size)))
                .saying("(" + over.spoken() + " over " + under.spoken() + ")");
    }

    /** What stands under a root, with the root and its bar; the index may be empty. */
    static TypeBox root(TypeBox inside, TypeBox index, double size) {
        double rule = RULE * size;
        double top = Math.max(inside.above(), 0.5 * size) + 0.12 * size + rule / 2;
        double foot = Math.max(inside.below(), 0.02 * size) + 0.04 * size;
        double high = top + foot;
        double wide = 0.5 * size + 0.08 * high;
        double ear = Math.max(0, index.width() - 0.45 * wide);
        double hook = foot - 0.45 * Math.min(high, 1.3 * size);
        Pen sign = Pen.line(
                rule,
                ear + 0.08 * size,
                hook + 0.06 * size,
                ear + 0.2 * size,
                hook,
                ear + 0.42 * wide + 0.06 * size,
                foot,
                ear + wide,
                -top,
                ear + wide + inside.width() + 0.06 * size,
                -top);
        Pen heavy = Pen.line(1.7 * rule, ear + 0.2 * size, hook, ear + 0.42 * wide + 0.04 * size, foot - 0.04 * size);
        TypeBox root = TypeBox.of(ear + wide + inside.width() + 0.1 * size, top + rule / 2, foot, sign, heavy)
                .with(inside.shifted(ear + wide + 0.02 * size, 0));
        if (index != TypeBox.EMPTY) {
            root = root.with(index.shifted(0.02 * size, hook - 0.12 * size - index.below()));
        }
        return root.saying(index.spoken() + "√" + bracketed(inside.spoken()));
    }

    /** Cells in rows and columns, with its middle as high as a minus. */
    static TypeBox table(List<List<TypeBox>> rows, double size, boolean toTheLeft) {
        List<List<TypeBox>> filled = rows.stream()
                .filter(row -> row.size() > 1
                        || row.get(0) != TypeBox.EMPTY && row.get(0).width() > 0)
                .toList();
        int columns = filled.stream().mapToInt(List::size).max().orElse(0);
        double[] widths = new double[columns];
        filled.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        });
        double gap = 0.8 * size;
        double pad = 0.12 * size;
        TypeBox all = TypeBox.space(pad);
        double y = 0;
        StringBuilder spoken = new StringBuilder();
        double below = 0;
        for (int r = 0; r < filled.size(); r++) {
            double rise = 0.76 * size;
            double reach = 0.21 * size;
            for (TypeBox cell : filled.get(r)) {
                rise = Math.max(rise, cell.above());
                reach = Math.max(reach, cell.below());
            }
            y += r == 0 ? rise : below + rise + 0.15 * size;
            double x = pad;
            for (int i = 0; i < filled.get(r).size(); i++) {
                TypeBox cell = filled.get(r).get(i);
                all = all.with(cell.shifted(toTheLeft ? x : x + (widths[i] - cell.width()) / 2, y));
                x += widths[i] + gap;
                spoken.append(i > 0 ? ", " : r > 0 ? "; " : "").append(cell.spoken());
            }
            below = reach;
        }
        double width = 2 * pad + Math.max(0, columns - 1) * gap;
        for (double column : widths) {
            width += column;
        }
        double high = y + below;
        TypeBox placed = all.lowered(-(high / 2 + AXIS * size));
        return new TypeBox(
                width,
                high / 2 + AXIS * size,
                high / 2 - AXIS * size,
                placed.glyphs(),
                placed.pens(),
                spoken.toString());
    }

    private static String bracketed(String spoken) {
        return spoken.matches(".*[ +\u2212=·/].*") ? "(" + spoken + ")" : spoken;
    }
}
