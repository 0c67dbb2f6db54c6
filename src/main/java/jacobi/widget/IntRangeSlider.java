package jacobi.widget;

/** A slider with two handles along whole numbers. */
public final class IntRangeSlider extends Sliding<Range, Integer, IntRangeSlider> {
    IntRangeSlider(int min, int max, int step, Range value) {
        super("IntRangeSlider", Kind.WHOLE, min, max, step, "d");
        begin(Kind.WHOLE_RANGE, value, this::within);
    }
}
