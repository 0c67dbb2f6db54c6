package jacobi.widget;

import java.util.List;

/** Widgets one below the other. */
public final class VBox extends Container<VBox> {
    VBox(List<? extends Widget> children) {
        super("VBox", children);
    }
}
