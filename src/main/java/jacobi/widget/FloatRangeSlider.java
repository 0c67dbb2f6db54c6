package jacobi.widget;

/** A slider with two handles. */
public final class FloatRangeSlider extends Sliding<Range, Double, FloatRangeSlider> {
    private final Property<Range> value;

    FloatRangeSlider(double min, double max, double step, Range value) {
        super("FloatRangeSlider", Kind.NUMBER, min, max, step, ".2f");
        this.value = property("value", Kind.RANGE, inside(value)).fromPage().checked(this::inside);
    }

    private Range inside(Range range) {
        return new Range(Math.min(Math.max(range.low(), min()), max()), Math.min(Math.max(range.high(), min()), max()));
    }

    @Override
    public Range value() {
        return value.get();
    }

    @Override
    public FloatRangeSlider value(Range range) {
        value.set(range);
        return this;
    }
}
