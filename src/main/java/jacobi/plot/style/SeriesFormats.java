package jacobi.plot.style;

import java.util.List;

/**
 * The formats series take that were given none: the book's four, then others. Each of the first eight has a colour and
 * a dash of its own, so that they are told apart in grey and by eyes that confuse red and green; after that the eight
 * come again with markers.
 */
public final class SeriesFormats {
    private static final List<Format> LINES = List.of(
            new Format(null, Dash.SOLID, (char) 0),
            Format.of("m--"),
            Format.of("g-."),
            Format.of("r:"),
            new Format("C1", Dash.LONG_DASHED, (char) 0),
            new Format("C5", Dash.DASHDOTDOT, (char) 0),
            new Format("#000000", Dash.LOOSELY_DASHED, (char) 0),
            new Format("C9", Dash.DASHDASHDOT, (char) 0));
    private static final String MARKERS = "os^Dv*PX";

    private SeriesFormats() {}

    /** The format of a series, counted from 0. */
    public static Format of(int series) {
        Format line = LINES.get(series % LINES.size());
        int round = series / LINES.size();
        return round == 0
                ? line
                : new Format(line.color(), line.dash(), MARKERS.charAt((round - 1) % MARKERS.length()));
    }
}
