package jacobi.plot;

import jacobi.plot.mark.Box;
import java.util.Arrays;
import java.util.List;

/** The room around frames in rows and columns: a column is as far from the next as the widest of its labels wants. */
final class FrameSpacing {
    /** Between the labels of neighbouring axes. */
    private static final double GAP = 8;

    private final double[] left;
    private final double[] right;
    private final double[] top;
    private final double[] bottom;

    FrameSpacing(int rows, int columns) {
        left = new double[columns];
        right = new double[columns];
        top = new double[rows];
        bottom = new double[rows];
    }

    void clear() {
        for (double[] side : List.of(left, right, top, bottom)) {
            Arrays.fill(side, 0);
        }
    }

    /** Makes room for the labels of axes at a place; says whether there was too little. */
    boolean grow(AxesPlace place, Insets insets) {
        double aside = place.lastColumn() < right.length - 1 ? GAP : 0;
        double below = place.lastRow() < bottom.length - 1 ? GAP : 0;
        return grow(left, place.column(), insets.left())
                | grow(right, place.lastColumn(), insets.right() + aside)
                | grow(top, place.row(), insets.top())
                | grow(bottom, place.lastRow(), insets.bottom() + below);
    }

    private static boolean grow(double[] side, int place, double wanted) {
        boolean more = wanted > side[place] + 1e-9;
        side[place] = Math.max(side[place], wanted);
        return more;
    }

    /** The inside of a frame at a place, where each column and row has a frame of that size and labels around it. */
    Box inside(AxesPlace place, double frameWidth, double frameHeight) {
        double x = edge(left, right, place.column(), frameWidth);
        double y = edge(top, bottom, place.row(), frameHeight);
        double width = edge(left, right, place.lastColumn(), frameWidth) + frameWidth - x;
        double height = edge(top, bottom, place.lastRow(), frameHeight) + frameHeight - y;
        return new Box(x, y, width, height);
    }

    /** Where the frame of a row or column begins. */
    private static double edge(double[] before, double[] after, int place, double frame) {
        double edge = before[place];
        for (int i = 0; i < place; i++) {
            edge += before[i] + frame + after[i];
        }
        return edge;
    }

    /** What all columns take besides their frames. */
    double across() {
        return Arrays.stream(left).sum() + Arrays.stream(right).sum();
    }

    /** What all rows take besides their frames. */
    double down() {
        return Arrays.stream(top).sum() + Arrays.stream(bottom).sum();
    }
}
