package jacobi.optim;

import jacobi.tensor.Tensor;
import java.util.function.DoubleFunction;

/**
 * A step along a direction after which the loss is less and its slope flatter by enough, the strong conditions of
 * Wolfe: first a stretch that holds such a step is looked for, then it is made smaller, with the lowest points of
 * cubics (J. Nocedal and S. J. Wright, Numerical Optimization, 2006, algorithms 3.5 and 3.6, formula 3.59). Its limits
 * are those of PyTorch's, so that the same steps are taken.
 */
final class WolfeSearch {
    /** How much of the first slope the loss must fall by, and how much of it may be left. */
    private static final double FALL = 1e-4, FLAT = 0.9;

    private static final int MOST = 25;

    /** Loss and gradient at a step, and the slope along the direction there. */
    record Point(double rate, double loss, Tensor gradient, double slope) {}

    private final DoubleFunction<Point> at;
    private final Point start;
    private final double reach;
    private final double tolerance;
    private int evaluations;

    /**
     * A search.
     *
     * @param at computes loss and gradient at a step
     * @param start the point at step 0
     * @param reach the largest element of the direction
     * @param tolerance the smallest change of an element that counts
     */
    WolfeSearch(DoubleFunction<Point> at, Point start, double reach, double tolerance) {
        this.at = at;
        this.start = start;
        this.reach = reach;
        this.tolerance = tolerance;
    }

    /** How often the loss was computed. */
    int evaluations() {
        return evaluations;
    }

    private Point evaluate(double rate) {
        evaluations++;
        return at.apply(rate);
    }

    private boolean fallsTooLittle(Point p) {
        return p.loss > start.loss + FALL * p.rate * start.slope;
    }

    private boolean isFlat(Point p) {
        return Math.abs(p.slope) <= -FLAT * start.slope;
    }

    /** The step found, beginning with one of length {@code rate}. */
    Point from(double rate) {
        Point before = start, now = evaluate(rate);
        int n = 0;
        for (; n < MOST; n++) {
            if (fallsTooLittle(now) || n > 1 && now.loss >= before.loss) {
                break;
            }
            if (isFlat(now)) {
                return now;
            }
            if (now.slope >= 0) {
                break;
            }
            double least = now.rate + 0.01 * (now.rate - before.rate);
            double next = lowest(before, now, least, now.rate * 10);
            before = now;
            now = evaluate(next);
        }
        if (n == MOST) {
            before = start;
        }
        return within(before, now, n);
    }

    private Point within(Point one, Point other, int n) {
        Point left = one, right = other;
        boolean stuck = false, lowIsLeft = left.loss <= right.loss;
        for (; n < MOST; n++) {
            double least = Math.min(left.rate, right.rate), most = Math.max(left.rate, right.rate);
            if ((most - least) * reach < tolerance) {
                break;
            }
            double rate = lowest(left, right, least, most), margin = 0.1 * (most - least);
            if (Math.min(most - rate, rate - least) < margin) {
                // Twice so near an end, or at it: some way in.
                boolean inward = stuck || rate >= most || rate <= least;
                rate = !inward ? rate : Math.abs(rate - most) < Math.abs(rate - least) ? most - margin : least + margin;
                stuck = !inward;
            } else {
                stuck = false;
            }
            Point now = evaluate(rate);
            Point low = lowIsLeft ? left : right, high = lowIsLeft ? right : left;
            if (fallsTooLittle(now) || now.loss >= low.loss) {
                left = lowIsLeft ? left : now;
                right = lowIsLeft ? now : right;
                lowIsLeft = left.loss <= right.loss;
                continue;
            }
            if (isFlat(now)) {
                return now;
            }
            Point far = now.slope * (high.rate - low.rate) >= 0 ? low : high;
            left = lowIsLeft ? now : far;
            right = lowIsLeft ? far : now;
        }
        return lowIsLeft ? left : right;
    }

    /**
     * Where the cubic through two points with their slopes is lowest, between two bounds; their middle if it has no
     * lowest place.
     */
    private static double lowest(Point a, Point b, double least, double most) {
        double x = a.rate <= b.rate ? a.rate : b.rate;
        Point left = a.rate <= b.rate ? a : b, right = left == a ? b : a;
        double mixed = left.slope + right.slope - 3 * (left.loss - right.loss) / (x - right.rate);
        double square = mixed * mixed - left.slope * right.slope;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double root = Math.sqrt(square);
        double place =
                right.rate - (right.rate - x) * ((right.slope + root - mixed) / (right.slope - left.slope + 2 * root));
        return Math.min(Math.max(place, least), most);
    }
}
