package jacobi.widget;

/** A bar that shows how far something has come, in whole numbers. */
public final class IntProgress extends Described<IntProgress> {
    private final Property<Integer> min;
    private final Property<Integer> max;
    private final Property<Integer> value;
    private final Property<String> barStyle = property("bar_style", Kind.TEXT, "");

    IntProgress(int min, int max, int value) {
        super(WidgetClass.control("IntProgress", "ProgressView"), Style.progress());
        this.min = property("min", Kind.WHOLE, min);
        this.max = property("max", Kind.WHOLE, max);
        property("orientation", Kind.TEXT, "horizontal");
        this.value = property("value", Kind.WHOLE, value)
                .checked(number -> Math.min(Math.max(number, this.min.get()), this.max.get()));
    }

    /** How far it has come. */
    public Integer value() {
        return value.get();
    }

    /** Sets how far it has come, between the ends. */
    public IntProgress value(Integer now) {
        value.set(now);
        return this;
    }

    /**
     * Its colour, by meaning: {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or {@code ""}.
     */
    public IntProgress barStyle(String meaning) {
        barStyle.set(meaning);
        return this;
    }

    @Override
    public String toString() {
        return kind() + "(" + value() + " of " + max.get() + ")";
    }
}
