package jacobi.widget;

import java.util.List;

/** A button that stays pressed. */
public final class ToggleButton extends Input<Boolean, ToggleButton> {
    private final Property<Boolean> value;

    ToggleButton(boolean value) {
        super(WidgetClass.control("ToggleButton", "ToggleButtonView"), Style.description());
        this.value = property("value", Kind.TRUTH, value).fromPage();
        property("button_style", Kind.TEXT, "");
        property("icon", Kind.TEXT, "");
    }

    @Override
    public Boolean value() {
        return value.get();
    }

    @Override
    public ToggleButton value(Boolean now) {
        value.set(now);
        return this;
    }

    @Override
    public List<Boolean> samples(int most) {
        return most < 2 ? List.of(value()) : List.of(false, true);
    }
}
