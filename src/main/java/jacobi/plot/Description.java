package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Span;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Note;
import jacobi.plot.text.RichText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a figure shows, in words: for consoles, for logs and for readers who cannot see it. */
final class Description {
    private static final MathContext SHORT = new MathContext(4);

    /** How many axes or names are told before the rest is counted. */
    private static final int MOST = 6;

    private Description() {}

    /** The line a console prints: what is drawn and over which x. */
    static String of(Figure figure) {
        List<String> parts = new ArrayList<>();
        if (!figure.heading().isEmpty()) {
            parts.add(RichText.of(figure.heading()).spoken());
        }
        for (Axes axes : figure.all()) {
            if (!axes.state.marks.isEmpty()) {
                parts.add(of(axes));
            }
        }
        if (parts.size() > MOST) {
            int more = parts.size() - MOST;
            parts.subList(MOST, parts.size()).clear();
            parts.add(say("plot.description.more", "count", more));
        }
        return say(
                "plot.description.figure",
                "what",
                parts.isEmpty() ? say("plot.description.empty") : String.join(" | ", parts));
    }

    /** The first title or the names of what is drawn. */
    static String title(Figure figure) {
        if (!figure.heading().isEmpty()) {
            return RichText.of(figure.heading()).spoken();
        }
        for (Axes axes : figure.all()) {
            if (!axes.state.title.isEmpty()) {
                return RichText.of(axes.state.title).spoken();
            }
        }
        for (Axes axes : figure.all()) {
            if (!axes.state.marks.isEmpty()) {
                return String.join(", ", names(axes));
            }
        }
        return say("plot.description.empty-figure");
    }

    private static String of(Axes axes) {
        StringBuilder text = new StringBuilder();
        if (!axes.state.title.isEmpty()) {
            text.append(RichText.of(axes.state.title).spoken()).append(": ");
        }
        List<String> names = names(axes);
        for (Axes twin : axes.state.twins) {
            names.addAll(names(twin));
        }
        text.append(String.join(", ", names));
        Span x = axes.state.x.limits != null
                ? axes.state.x.limits
                : axes.extent().x();
        if (!x.isEmpty() && !axes.state.marks.stream().allMatch(Image.class::isInstance)) {
            text.append("; ")
                    .append(
                            axes.state.x.label.isEmpty()
                                    ? "x"
                                    : RichText.of(axes.state.x.label).spoken());
            text.append(' ').append(place(axes.state.x, x.lo())).append("..").append(place(axes.state.x, x.hi()));
        }
        int dropped = axes.dropped();
        if (dropped > 0) {
            text.append("; ").append(droppedText(dropped));
        }
        return text.toString();
    }

    /** What a log axis could not show. */
    static String droppedText(int count) {
        return say("plot.description.dropped", "count", count);
    }

    /** The labels of what is drawn, and of unlabelled marks their kind and number. */
    private static List<String> names(Axes axes) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Mark mark : axes.state.marks) {
            if (mark instanceof Note) {
                continue;
            }
            if (mark.look().label.isEmpty()) {
                kinds.merge(mark.kind(), 1, Integer::sum);
            } else {
                names.add(RichText.of(mark.look().label).spoken());
            }
        }
        if (names.size() > MOST) {
            int more = names.size() - MOST;
            names.subList(MOST, names.size()).clear();
            names.add(say("plot.description.more", "count", more));
        }
        if (names.isEmpty() && kinds.isEmpty()) {
            axes.state.marks.forEach(note -> kinds.merge(note.kind(), 1, Integer::sum));
        }
        kinds.forEach((kind, count) -> names.add(count == 1 ? kind : count + " × " + kind));
        return names;
    }

    private static String place(AxisState axis, double value) {
        return axis.dates ? LocalDate.ofEpochDay((long) Math.floor(value)).toString() : number(value);
    }

    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SHORT).stripTrailingZeros();
        int size = rounded.precision() - rounded.scale();
        boolean plain = size <= 7 && size >= -4 || value == 0;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
