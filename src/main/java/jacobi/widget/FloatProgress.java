package jacobi.widget;

/** A bar that shows how far something has come. */
public final class FloatProgress extends Described<FloatProgress> {
    private final Property<Double> min;
    private final Property<Double> max;
    private final Property<Double> value;
    private final Property<String> barStyle = property("bar_style", Kind.TEXT, "");

    FloatProgress(double min, double max, double value) {
        super(WidgetClass.control("FloatProgress", "ProgressView"), Style.progress());
        this.min = property("min", Kind.NUMBER, min);
        this.max = property("max", Kind.NUMBER, max);
        property("orientation", Kind.TEXT, "horizontal");
        this.value = property("value", Kind.NUMBER, value)
                .checked(number -> Math.min(Math.max(number, this.min.get()), this.max.get()));
    }

    /** How far it has come. */
    public Double value() {
        return value.get();
    }

    /** Sets how far it has come, between the ends. */
    public FloatProgress value(Double now) {
        value.set(now);
        return this;
    }

    /**
     * Its colour, by meaning: {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or {@code ""}.
     */
    public FloatProgress barStyle(String meaning) {
        barStyle.set(meaning);
        return this;
    }

    @Override
    public String toString() {
        return kind() + "(" + value() + " of " + max.get() + ")";
    }
}
