// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;

/** An {@link InstanceNorm1d} that learns the number of channels from the first input. */
public final class LazyInstanceNorm1d extends InstanceNorm1d {
    /** With what is usual. */
    public LazyInstanceNorm1d() {
        this(1e-5, 0.1, true, true);
    }

    /** As {@link InstanceNorm1d}, without the number of channels. */
    public LazyInstanceNorm1d(
            @Default("1e-5") double eps,
            @Default("0.1") double momentum,
            @Default("true") boolean affine,
            @Default("true") boolean trackRunningStats) {
        super(true, 0, eps, momentum, affine, trackRunningStats);
    }
}
