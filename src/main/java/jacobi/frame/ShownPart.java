package jacobi.frame;

import jacobi.display.Table;
import java.util.stream.IntStream;

/**
 * The part of a frame that is shown: up to sixty rows and twenty columns whole, of more the first and last.
 *
 * @param frame the part
 * @param rowGap before which of its rows some are left out, -1 for none
 * @param columnGap before which of its columns some are left out, -1 for none
 */
record ShownPart(DataFrame frame, int rowGap, int columnGap) {
    private static final int MOST_COLUMNS = 20;

    static ShownPart of(DataFrame whole) {
        int height = whole.shape().rows();
        int width = whole.shape().columns();
        int[] rows = Table.shownRows(height);
        DataFrame part = rows.length < height ? whole.take(rows) : whole;
        if (width > MOST_COLUMNS) {
            part = part.select(IntStream.range(0, width)
                    .filter(c -> c < MOST_COLUMNS / 2 || c >= width - MOST_COLUMNS / 2)
                    .toArray());
        }
        return new ShownPart(
                part, rows.length < height ? rows.length / 2 : -1, width > MOST_COLUMNS ? MOST_COLUMNS / 2 : -1);
    }

    boolean isShortened() {
        return rowGap >= 0 || columnGap >= 0;
    }
}
