package jacobi.widget;

import java.util.List;

/** A box to tick. */
public final class Checkbox extends Entry<Boolean, Checkbox> {
    Checkbox(boolean value) {
        super(WidgetClass.control("Checkbox", "CheckboxView"), Style.description());
        begin(Kind.TRUTH, value);
        property("indent", Kind.TRUTH, true);
    }

    @Override
    public List<Boolean> samples(int most) {
        return most < 2 ? List.of(value()) : List.of(false, true);
    }
}
