package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Images made larger by a factor. */
public final class Upsample extends Module {
    private final double scaleFactor;
    private final String mode;
    private final boolean alignCorners;

    /** Each element repeated. */
    public Upsample(double scaleFactor) {
        this(scaleFactor, "nearest", false);
    }

    /** With what stands between neighbours; see {@code interpolate}. */
    public Upsample(double scaleFactor, @Default("\"nearest\"") String mode, @Default("false") boolean alignCorners) {
        this.scaleFactor = scaleFactor;
        this.mode = mode;
        this.alignCorners = alignCorners;
    }

    public Tensor forward(Tensor input) {
        int[] size = new int[input.dim() - 2];
        for (int i = 0; i < size.length; i++) {
            size[i] = (int) Math.floor(input.size(i + 2) * scaleFactor);
        }
        return Functional.interpolate(input, size, mode, alignCorners);
    }

    @Override
    protected String extraRepr() {
        return "scale_factor=" + Sizes.number(scaleFactor) + ", mode=" + mode;
    }
}
