package jacobi.nn;

import jacobi.tensor.Tensor;

/** What lies inside the edge put around images: (left, right, top, bottom). */
public final class ReflectionPad2d extends Module {
    private final int[] padding;

    /** As much on all sides. */
    public ReflectionPad2d(int padding) {
        this(new int[] {padding, padding, padding, padding});
    }

    /** (left, right, top, bottom). */
    public ReflectionPad2d(int[] padding) {
        this.padding = padding.length == 4 ? padding.clone() : Sizes.each("ReflectionPad2d", "padding", padding, 4, 0);
    }

    public Tensor forward(Tensor input) {
        return Functional.pad(input, padding, "reflect");
    }

    @Override
    protected String extraRepr() {
        return Sizes.tuple(padding);
    }
}
