package jacobi.widget;

/** A slider with two handles. */
public final class FloatRangeSlider extends Sliding<Range, Double, FloatRangeSlider> {
    FloatRangeSlider(double min, double max, double step, Range value) {
        super("FloatRangeSlider", Kind.NUMBER, min, max, step, ".2f");
        begin(Kind.RANGE, value, this::within);
    }
}
