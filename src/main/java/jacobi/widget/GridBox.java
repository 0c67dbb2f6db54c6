package jacobi.widget;

import java.util.List;

/** Widgets in a grid, laid out by the CSS of its layout. */
public final class GridBox extends Container<GridBox> {
    GridBox(List<? extends Widget> children) {
        super("GridBox", children);
    }
}
