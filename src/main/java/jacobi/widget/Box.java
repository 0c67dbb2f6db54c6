package jacobi.widget;

import java.util.List;

/** Widgets one after the other. */
public final class Box extends Container<Box> {
    Box(List<? extends Widget> children) {
        super("Box", children);
    }
}
