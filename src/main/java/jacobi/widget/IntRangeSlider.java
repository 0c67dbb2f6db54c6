package jacobi.widget;

/** A slider with two handles along whole numbers. */
public final class IntRangeSlider extends Sliding<Range, Integer, IntRangeSlider> {
    private final Property<Range> value;

    IntRangeSlider(int min, int max, int step, Range value) {
        super("IntRangeSlider", Kind.WHOLE, min, max, step, "d");
        this.value =
                property("value", Kind.WHOLE_RANGE, inside(value)).fromPage().checked(this::inside);
    }

    private Range inside(Range range) {
        return new Range(Math.min(Math.max(range.low(), min()), max()), Math.min(Math.max(range.high(), min()), max()));
    }

    @Override
    public Range value() {
        return value.get();
    }

    @Override
    public IntRangeSlider value(Range range) {
        value.set(range);
        return this;
    }
}
