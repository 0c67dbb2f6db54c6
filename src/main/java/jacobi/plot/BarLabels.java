package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Bars;
import jacobi.plot.mark.ErrorBars;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Note;
import jacobi.plot.mark.TextLook;
import jacobi.plot.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts at bars: their numbers, or what is given for them. */
final class BarLabels {
    private final Bars bars;
    private final List<Mark> beside;
    private final String format;
    private final List<String> labels;

    /**
     * @param beside what was drawn with the bars, error bars among it
     * @param format how numbers are written, as {@code "%.1f"}; {@code "%g"} for what is short
     * @param labels texts in place of the numbers, or null
     */
    BarLabels(Bars bars, List<Mark> beside, String format, List<String> labels) {
        this.bars = bars;
        this.beside = beside;
        this.format = format;
        this.labels = labels;
        if (labels != null && labels.size() != bars.ends().length) {
            throw new IllegalArgumentException(
                    say("plot.bars.text-for-each", "bars", bars.ends().length, "found", labels.size()));
        }
    }

    /** @param edge whether they stand at the ends of the bars, else in the middles */
    List<Mark> notes(boolean edge, double padding, double fontsize) {
        double[] middles = bars.middles();
        double[] feet = bars.feet();
        double[] ends = bars.ends();
        List<Mark> notes = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            double value = ends[i] - feet[i];
            TextLook look = new TextLook(fontsize);
            double along = edge ? end(ends[i], i, value >= 0) : (ends[i] + feet[i]) / 2;
            double away = edge ? (value < 0 ? -padding : padding) : 0;
            look.ha = bars.isUpright() || !edge ? "center" : value < 0 ? "right" : "left";
            look.va = !bars.isUpright() || !edge ? "center" : value < 0 ? "top" : "bottom";
            notes.add(
                    bars.isUpright()
                            ? new Note(text(i, value), middles[i], along, new double[] {0, away}, null, null, look)
                            : new Note(text(i, value), along, middles[i], new double[] {away, 0}, null, null, look));
        }
        return notes;
    }

    private String text(int i, double value) {
        if (labels != null) {
            return labels.get(i);
        }
        return format.equals("%g")
                ? Numerals.of(value)
                : String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }

    /** The end of a bar, or of the line that says how uncertain it is. */
    private double end(double bar, int i, boolean greater) {
        for (Mark mark : beside) {
            if (mark instanceof ErrorBars errors && errors.upright() == bars.isUpright()) {
                return greater ? Math.max(bar, errors.end(i, true)) : Math.min(bar, errors.end(i, false));
            }
        }
        return bar;
    }
}
