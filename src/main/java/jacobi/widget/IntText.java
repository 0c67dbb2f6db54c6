package jacobi.widget;

/** A place to type a whole number in. */
public final class IntText extends Input<Integer, IntText> {
    private final Property<Integer> value;

    IntText(int value) {
        super(WidgetClass.control("IntText", "IntTextView"), Style.description());
        this.value = property("value", Kind.WHOLE, value).fromPage();
        property("step", Kind.WHOLE, 1);
        property("continuous_update", Kind.TRUTH, false);
    }

    @Override
    public Integer value() {
        return value.get();
    }

    @Override
    public IntText value(Integer now) {
        value.set(now);
        return this;
    }
}
