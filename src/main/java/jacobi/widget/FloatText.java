package jacobi.widget;

/** A place to type a number in. */
public final class FloatText extends Input<Double, FloatText> {
    private final Property<Double> value;

    FloatText(double value) {
        super(WidgetClass.control("FloatText", "FloatTextView"), Style.description());
        this.value = property("value", Kind.NUMBER, value).fromPage();
        property("step", Kind.NUMBER_OR_NULL, null);
        property("continuous_update", Kind.TRUTH, false);
    }

    @Override
    public Double value() {
        return value.get();
    }

    @Override
    public FloatText value(Double now) {
        value.set(now);
        return this;
    }
}
