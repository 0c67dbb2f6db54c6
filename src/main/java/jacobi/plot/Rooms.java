package jacobi.plot;

import java.util.Arrays;
import java.util.List;

/** The room around frames in rows and columns: a column is as far from the next as the widest of its labels wants. */
final class Rooms {
    private final double[] left;
    private final double[] right;
    private final double[] top;
    private final double[] bottom;

    Rooms(int rows, int columns) {
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

    /** Makes room for the labels of axes row by row; says whether there was too little. */
    boolean grow(List<Insets> wanted) {
        boolean grown = false;
        for (int i = 0; i < wanted.size(); i++) {
            Insets insets = wanted.get(i);
            grown |= grow(left, i % left.length, insets.left());
            grown |= grow(right, i % right.length, insets.right());
            grown |= grow(top, i / left.length, insets.top());
            grown |= grow(bottom, i / left.length, insets.bottom());
        }
        return grown;
    }

    private static boolean grow(double[] side, int place, double wanted) {
        boolean more = wanted > side[place] + 1e-9;
        side[place] = Math.max(side[place], wanted);
        return more;
    }

    double left(int column) {
        return left[column];
    }

    double right(int column) {
        return right[column];
    }

    double top(int row) {
        return top[row];
    }

    double bottom(int row) {
        return bottom[row];
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
