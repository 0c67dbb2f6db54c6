package jacobi.nn;

import jacobi.tensor.Tensor;

/** The edge put around images: (left, right, top, bottom). */
public final class ReplicationPad2d extends Module {
    private final int[] padding;

    /** As much on all sides. */
    public ReplicationPad2d(int padding) {
        this(new int[] {padding, padding, padding, padding});
    }

    /** (left, right, top, bottom). */
    public ReplicationPad2d(int[] padding) {
        this.padding = padding.length == 4 ? padding.clone() : Sizes.each("ReplicationPad2d", "padding", padding, 4, 0);
    }

    public Tensor forward(Tensor input) {
        return Functional.pad(input, padding, "replicate");
    }

    @Override
    protected String extraRepr() {
        return Sizes.tuple(padding);
    }
}
