// for ReflectionPad2d, ReplicationPad2d, ZeroPad2d:
package jacobi.nn;

import jacobi.tensor.Tensor;

// where ReflectionPad2d:
/** What lies inside the edge put around images: (left, right, top, bottom). */
// end for
// where ReplicationPad2d:
/** The edge put around images: (left, right, top, bottom). */
// end for
// where ZeroPad2d:
/** Zeros put around images: (left, right, top, bottom). */
// end for
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
        // where ReflectionPad2d:
        return Functional.pad(input, padding, "reflect");
        // end for
        // where ReplicationPad2d:
        return Functional.pad(input, padding, "replicate");
        // end for
        // where ZeroPad2d:
        return Functional.pad(input, padding, "constant");
        // end for
    }

    @Override
    protected String extraRepr() {
        return Sizes.tuple(padding);
    }
}
