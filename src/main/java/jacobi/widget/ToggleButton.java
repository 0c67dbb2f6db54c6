package jacobi.widget;

import java.util.List;

/** A button that stays pressed. */
public final class ToggleButton extends Entry<Boolean, ToggleButton> {
    ToggleButton(boolean value) {
        super(WidgetClass.control("ToggleButton", "ToggleButtonView"), Style.description());
        begin(Kind.TRUTH, value);
        property("button_style", Kind.TEXT, "");
        property("icon", Kind.TEXT, "");
    }

    @Override
    public List<Boolean> samples(int most) {
        return most < 2 ? List.of(value()) : List.of(false, true);
    }
}
