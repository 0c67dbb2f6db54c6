package jacobi.widget;

/** A place to type a number in, from a lowest to a highest one. */
public final class BoundedFloatText extends Input<Double, BoundedFloatText> {
    private final Property<Double> min;
    private final Property<Double> max;
    private final Property<Double> value;

    BoundedFloatText(double value, double min, double max) {
        super(WidgetClass.control("BoundedFloatText", "FloatTextView"), Style.description());
        this.min = property("min", Kind.NUMBER, min);
        this.max = property("max", Kind.NUMBER, max);
        property("step", Kind.NUMBER_OR_NULL, null);
        property("continuous_update", Kind.TRUTH, false);
        this.value = property("value", Kind.NUMBER, within(value)).fromPage().checked(this::within);
    }

    private Double within(Double number) {
        return Math.min(Math.max(number, min.get()), max.get());
    }

    @Override
    public Double value() {
        return value.get();
    }

    @Override
    public BoundedFloatText value(Double now) {
        value.set(now);
        return this;
    }
}
