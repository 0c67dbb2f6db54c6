package jacobi.widget;

import java.util.List;

/** A line to type text in, with suggestions. */
public final class Combobox extends Input<String, Combobox> {
    private final Property<String> value;

    Combobox(String value, List<String> options) {
        super(WidgetClass.control("Combobox", "ComboboxView"), Style.description());
        this.value = property("value", Kind.TEXT, value).fromPage();
        property("placeholder", Kind.TEXT, "\u200b");
        property("continuous_update", Kind.TRUTH, true);
        property("options", Kind.TEXTS, options);
        property("ensure_option", Kind.TRUTH, false);
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public Combobox value(String now) {
        value.set(now);
        return this;
    }
}
