package jacobi.widget;

import java.util.List;

/** Widgets side by side. */
public final class HBox extends Container<HBox> {
    HBox(List<? extends Widget> children) {
        super("HBox", children);
    }
}
