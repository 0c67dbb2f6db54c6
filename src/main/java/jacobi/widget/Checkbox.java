package jacobi.widget;

import java.util.List;

/** A box to tick. */
public final class Checkbox extends Input<Boolean, Checkbox> {
    private final Property<Boolean> value;

    Checkbox(boolean value) {
        super(WidgetClass.control("Checkbox", "CheckboxView"), Style.description());
        this.value = property("value", Kind.TRUTH, value).fromPage();
        property("indent", Kind.TRUTH, true);
    }

    @Override
    public Boolean value() {
        return value.get();
    }

    @Override
    public Checkbox value(Boolean now) {
        value.set(now);
        return this;
    }

    @Override
    public List<Boolean> samples(int most) {
        return most < 2 ? List.of(value()) : List.of(false, true);
    }
}
