package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Cover;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Where a legend stands: inside the frame, or beside it. */
enum LegendPlace {
    BEST(0, 0),
    UPPER_RIGHT(1, 0),
    UPPER_LEFT(0, 0),
    LOWER_LEFT(0, 1),
    LOWER_RIGHT(1, 1),
    RIGHT(1, 0.5),
    CENTER_LEFT(0, 0.5),
    CENTER_RIGHT(1, 0.5),
    LOWER_CENTER(0.5, 1),
    UPPER_CENTER(0.5, 0),
    CENTER(0.5, 0.5),
    OUTSIDE_RIGHT_UPPER(1, 0);

    /** Between the legend and the frame, in points. */
    static final double GAP = 5;

    /** How many places between are tried across and down. */
    private static final int STEPS = 8;

    /** With more points than this, only the named places are tried: the others would take
     * longer than the drawing. */
    private static final int MANY = 5_000;

    /** A place between is taken where it hides less than this part of what the tidier named places hide. */
    private static final double WORTHWHILE = 0.5;

    private final double across;
    private final double down;

    LegendPlace(double across, double down) {
        this.across = across;
        this.down = down;
    }

    static LegendPlace named(String name) {
        for (LegendPlace place : values()) {
            if (place.word().equals(name)) {
                return place;
            }
        }
        StringBuilder known = new StringBuilder();
        for (LegendPlace place : values()) {
            known.append(known.length() > 0 ? ", " : "")
                    .append('"')
                    .append(place.word())
                    .append('"');
        }
        throw new IllegalArgumentException(
                say("plot.legend.place", "known", known, "found", (name == null ? "null" : '"' + name + '"')));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isOutside() {
        return this == OUTSIDE_RIGHT_UPPER;
    }

    /**
     * The legend's box. {@code BEST} takes the first of the named places that hides nothing or least, and where all
     * hide something, a place between them if that hides less than half.
     *
     * @param frame the frame of the axes; with all that stands beside it for a legend outside
     */
    Box in(Box frame, double width, double height, Cover cover) {
        if (isOutside()) {
            return new Box(frame.right() + GAP, frame.top(), width, height);
        }
        if (this != BEST) {
            return at(across, down, frame, width, height);
        }
        List<Box> named = Arrays.stream(values())
                .filter(place -> place != BEST && !place.isOutside())
                .map(place -> place.in(frame, width, height, cover))
                .toList();
        Box least = least(named, cover::under);
        if (cover.under(least) == 0 || cover.size() > MANY) {
            return least;
        }
        Box tidy = least(named, cover::hidden);
        List<Box> between = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                between.add(at((double) (STEPS - i) / STEPS, (double) j / STEPS, frame, width, height));
            }
        }
        Box free = least(between, cover::hidden);
        return cover.hidden(free) < WORTHWHILE * cover.hidden(tidy) ? free : tidy;
    }

    private static Box least(List<Box> boxes, ToDoubleFunction<Box> cost) {
        return boxes.stream().min(Comparator.comparingDouble(cost)).orElseThrow();
    }

    private static Box at(double across, double down, Box frame, double width, double height) {
        double freeX = frame.width() - width - 2 * GAP;
        double freeY = frame.height() - height - 2 * GAP;
        return new Box(frame.left() + GAP + across * freeX, frame.top() + GAP + down * freeY, width, height);
    }
}
