package jacobi.widget;

/** A place to type a whole number in, from a lowest to a highest one. */
public final class BoundedIntText extends Input<Integer, BoundedIntText> {
    private final Property<Integer> min;
    private final Property<Integer> max;
    private final Property<Integer> value;

    BoundedIntText(int value, int min, int max) {
        super(WidgetClass.control("BoundedIntText", "IntTextView"), Style.description());
        this.min = property("min", Kind.WHOLE, min);
        this.max = property("max", Kind.WHOLE, max);
        property("step", Kind.WHOLE, 1);
        property("continuous_update", Kind.TRUTH, false);
        this.value = property("value", Kind.WHOLE, within(value)).fromPage().checked(this::within);
    }

    private Integer within(Integer number) {
        return Math.min(Math.max(number, min.get()), max.get());
    }

    @Override
    public Integer value() {
        return value.get();
    }

    @Override
    public BoundedIntText value(Integer now) {
        value.set(now);
        return this;
    }
}
