package jacobi.plot.text;

/**
 * Brackets as high as what they hold: letters where those are high enough, else drawn. Lengths are in parts of the font
 * size.
 */
final class Fences {
    /** Half the height of a bracket that is a letter, from the middle. */
    private static final double LETTER = 0.47;

    private static final double PEN = 0.07;

    private Fences() {}

    /** Half the height that brackets around a box need, from the bar of a minus up and down. */
    static double half(TypeBox box, double size) {
        double axis = Stacks.AXIS * size;
        return Math.max(box.above() - axis, box.below() + axis);
    }

    /** A bracket; a dot is none. */
    static TypeBox of(String sign, double half, double size) {
        if (sign.equals(".")) {
            return TypeBox.EMPTY;
        }
        if (half <= LETTER * size) {
            return TypeBox.of(sign, size, false, false);
        }
        double axis = Stacks.AXIS * size;
        double top = -axis - half - 0.02 * size;
        double foot = -axis + half + 0.02 * size;
        double pen = PEN * size;
        double l = 0.12 * size;
        double r = 0.32 * size;
        double bend = Math.min(0.3 * (foot - top), 0.6 * size);
        double width = 0.4 * size;
        return switch (sign) {
            case "(" -> drawn(width, top, foot, sign, Pen.curve(pen, r, top, l, top + bend, l, foot - bend, r, foot));
            case ")" ->
                drawn(
                        width,
                        top,
                        foot,
                        sign,
                        Pen.curve(pen, width - r, top, width - l, top + bend, width - l, foot - bend, width - r, foot));
            case "[" -> drawn(width, top, foot, sign, Pen.line(pen, r, top, l, top, l, foot, r, foot));
            case "]" ->
                drawn(
                        width,
                        top,
                        foot,
                        sign,
                        Pen.line(pen, width - r, top, width - l, top, width - l, foot, width - r, foot));
            case "⌊" -> drawn(width, top, foot, sign, Pen.line(pen, l, top, l, foot, r, foot));
            case "⌋" -> drawn(width, top, foot, sign, Pen.line(pen, width - l, top, width - l, foot, width - r, foot));
            case "⌈" -> drawn(width, top, foot, sign, Pen.line(pen, r, top, l, top, l, foot));
            case "⌉" -> drawn(width, top, foot, sign, Pen.line(pen, width - r, top, width - l, top, width - l, foot));
            case "⟨", "<" -> drawn(width, top, foot, sign, Pen.line(pen, r, top, l, -axis, r, foot));
            case "⟩", ">" ->
                drawn(width, top, foot, sign, Pen.line(pen, width - r, top, width - l, -axis, width - r, foot));
            case "|" -> drawn(0.34 * size, top, foot, sign, Pen.line(pen, 0.17 * size, top, 0.17 * size, foot));
            case "‖" ->
                drawn(
                        0.5 * size,
                        top,
                        foot,
                        sign,
                        Pen.line(pen, 0.16 * size, top, 0.16 * size, foot),
                        Pen.line(pen, 0.34 * size, top, 0.34 * size, foot));
            case "/" -> drawn(0.5 * size, top, foot, sign, Pen.line(pen, 0.42 * size, top, 0.08 * size, foot));
            case "{" -> brace(1, 0, top, foot, -axis, pen, size);
            case "}" -> brace(-1, 0.5 * size, top, foot, -axis, pen, size);
            default -> TypeBox.of(sign, size, false, false);
        };
    }

    /** A brace whose point is to the left of its origin's side, or turned round. */
    private static TypeBox brace(int way, double from, double top, double foot, double axis, double pen, double size) {
        double point = from + way * 0.08 * size;
        double spine = from + way * 0.25 * size;
        double end = from + way * 0.42 * size;
        double bend = 0.14 * size;
        double a = Math.min(0.2 * size, (axis - top) / 2);
        Pen line = new Pen(
                "MCLCCLC",
                new double[] {
                    end,
                    top,
                    spine,
                    top,
                    spine,
                    top + bend * 0.4,
                    spine,
                    top + a,
                    spine,
                    axis - a,
                    spine,
                    axis - bend * 0.4,
                    spine,
                    axis,
                    point,
                    axis,
                    spine,
                    axis,
                    spine,
                    axis + bend * 0.4,
                    spine,
                    axis + a,
                    spine,
                    foot - a,
                    spine,
                    foot - bend * 0.4,
                    spine,
                    foot,
                    end,
                    foot
                },
                pen);
        return drawn(0.5 * size, top, foot, way > 0 ? "{" : "}", line);
    }

    private static TypeBox drawn(double width, double top, double foot, String spoken, Pen... pens) {
        return TypeBox.of(width, -top, foot, pens).saying(spoken);
    }
}
