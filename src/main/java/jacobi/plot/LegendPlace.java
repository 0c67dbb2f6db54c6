package jacobi.plot;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Cover;
import java.util.Locale;

/** Where a legend stands inside the frame. */
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
    CENTER(0.5, 0.5);

    /** Between the legend and the frame, in points. */
    private static final double GAP = 5;

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
                "legend: expected one of " + known + ", found " + (name == null ? "null" : '"' + name + '"'));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The legend's box; {@code BEST} takes the first place that hides least. */
    Box in(Box frame, double width, double height, Cover cover) {
        if (this != BEST) {
            double freeX = frame.width() - width - 2 * GAP;
            double freeY = frame.height() - height - 2 * GAP;
            return new Box(frame.left() + GAP + across * freeX, frame.top() + GAP + down * freeY, width, height);
        }
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (LegendPlace place : values()) {
            if (place != BEST) {
                Box box = place.in(frame, width, height, cover);
                double hidden = cover.under(box);
                if (hidden < least) {
                    least = hidden;
                    best = box;
                }
            }
        }
        return best;
    }
}
