// for BatchNorm, InstanceNorm:
// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;

/** As {@link BatchNorm1d}, with the number of channels learned from the first input. */
public final class LazyBatchNorm1d extends BatchNorm1d {
    /** With what is usual. */
    public LazyBatchNorm1d() {
        this(1e-5, 0.1, true, true);
    }

    /** As {@link BatchNorm1d}, without the number of channels. */
    public LazyBatchNorm1d(
            @Default("1e-5") double eps,
            @Default("0.1") double momentum,
            @Default("true") boolean affine,
            @Default("true") boolean trackRunningStats) {
        super(new Options(true, 0, eps, momentum, affine, trackRunningStats));
    }
}
