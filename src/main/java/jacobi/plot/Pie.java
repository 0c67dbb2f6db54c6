package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Note;
import jacobi.plot.mark.Patch;
import jacobi.plot.mark.TextLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Parts of a whole as slices of a disc about the origin. */
record Pie(double radius, double start, boolean counterclock) {
    private static final double LABEL = 1.1;
    private static final double SHARE = 0.6;
    /** An arc is drawn in steps of so many degrees: at three inches across they miss it by a hundredth of a point. */
    private static final double STEP = 1;

    List<Mark> marks(double[] parts, double[] explode, List<String> labels, String shares, IntFunction<String> colors) {
        double sum = 0;
        for (double part : parts) {
            if (!(part >= 0)) {
                throw new IllegalArgumentException(say("plot.pie.negative-part", "found", part));
            }
            sum += part;
        }
        if (sum == 0) {
            throw new IllegalArgumentException(say("plot.pie.all-zero"));
        }
        List<Mark> slices = new ArrayList<>();
        List<Mark> notes = new ArrayList<>();
        double at = start;
        for (int i = 0; i < parts.length; i++) {
            double sweep = 360 * parts[i] / sum * (counterclock ? 1 : -1);
            double middle = Math.toRadians(at + sweep / 2);
            double outX = explode[i] * radius * Math.cos(middle);
            double outY = explode[i] * radius * Math.sin(middle);
            slices.add(slice(at, sweep, outX, outY).facecolor(colors.apply(i)).edgecolor("none"));
            if (labels != null) {
                notes.add(note(
                        labels.get(i), middle, LABEL * radius, outX, outY, Math.cos(middle) >= 0 ? "left" : "right"));
            }
            if (shares != null) {
                String text = String.format(Locale.ROOT, shares, 100 * parts[i] / sum);
                notes.add(note(text, middle, SHARE * radius, outX, outY, "center"));
            }
            at += sweep;
        }
        slices.addAll(0, notes);
        return slices;
    }

    private static Mark note(String text, double angle, double reach, double outX, double outY, String ha) {
        TextLook look = new TextLook(AxesPainter.FONT);
        look.ha = ha;
        look.va = "center";
        return new Note(
                text, outX + reach * Math.cos(angle), outY + reach * Math.sin(angle), new double[2], null, null, look);
    }

    private Patch slice(double from, double sweep, double outX, double outY) {
        int steps = (int) Math.max(1, Math.ceil(Math.abs(sweep) / STEP));
        double[] x = new double[steps + 2];
        double[] y = new double[steps + 2];
        x[0] = outX;
        y[0] = outY;
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + sweep * i / steps);
            x[i + 1] = outX + radius * Math.cos(angle);
            y[i + 1] = outY + radius * Math.sin(angle);
        }
        return Patch.polygon(x, y);
    }
}
