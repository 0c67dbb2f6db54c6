package jacobi.widget;

import java.util.List;

/** A line to type text in, with suggestions. */
public final class Combobox extends TextEntry<Combobox> {
    Combobox(String value, List<String> options) {
        super("Combobox", value);
        property("options", Kind.TEXTS, options);
        property("ensure_option", Kind.TRUTH, false);
    }
}
