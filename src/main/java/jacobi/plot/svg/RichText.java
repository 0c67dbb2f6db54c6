package jacobi.plot.svg;

import java.util.List;

/**
 * Text in runs of one look each, as a label with mathematics has them.
 *
 * @param runs the pieces in reading order
 */
public record RichText(List<Run> runs) {
    /** The size of a super- or subscript against the text around it. */
    static final double SCRIPT = 0.7;

    private static final double RAISE = 0.38;
    private static final double LOWER = -0.16;

    /**
     * A piece of text in one look.
     *
     * @param text what it says
     * @param level 1 for a superscript, -1 for a subscript, 0 for neither
     */
    public record Run(String text, boolean italic, boolean bold, int level) {}

    public RichText {
        runs = List.copyOf(runs);
    }

    /** Reads a label: plain text, with mathematics between dollar signs. */
    public static RichText of(String label) {
        return Mathematics.read(label);
    }

    /** Text that is shown as it stands. */
    public static RichText plain(String text) {
        return new RichText(List.of(new Run(text, false, false, 0)));
    }

    /** The width in points at a font size in points. */
    public double width(double fontSize) {
        double width = 0;
        for (Run run : runs) {
            width += TextWidth.of(run.text(), run.level() == 0 ? fontSize : fontSize * SCRIPT);
        }
        return width;
    }

    /** What it says, without any look. */
    public String spoken() {
        StringBuilder text = new StringBuilder();
        int level = 0;
        for (Run run : runs) {
            if (run.level() != level && run.level() != 0) {
                text.append(run.level() > 0 ? '^' : '_');
            }
            level = run.level();
            text.append(run.text());
        }
        return text.toString();
    }

    /** Writes the text into the element open in {@code svg}; the element has the given font size. */
    public void write(Svg svg, double fontSize) {
        if (runs.size() == 1 && runs.get(0).equals(new Run(runs.get(0).text(), false, false, 0))) {
            svg.text(runs.get(0).text());
            return;
        }
        double shift = 0;
        for (Run run : runs) {
            double wanted = run.level() > 0 ? RAISE * fontSize : run.level() < 0 ? LOWER * fontSize : 0;
            svg.open("tspan");
            if (wanted != shift) {
                svg.attr("dy", shift - wanted);
            }
            if (run.level() != 0) {
                svg.attr("font-size", fontSize * SCRIPT);
            }
            if (run.italic()) {
                svg.attr("font-style", "italic");
            }
            if (run.bold()) {
                svg.attr("font-weight", "bold");
            }
            svg.text(firm(run.text())).close();
            shift = wanted;
        }
    }

    /** Some readers drop blanks at the ends of a span; those that do not break are kept by all. */
    private static String firm(String text) {
        String firm = text.startsWith(" ") ? "\u00A0" + text.substring(1) : text;
        return firm.endsWith(" ") ? firm.substring(0, firm.length() - 1) + "\u00A0" : firm;
    }
}
