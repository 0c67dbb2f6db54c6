package jacobi.widget;

import java.util.List;

/** Pages of widgets with a row of tabs. */
public final class Tab extends Titled<Tab> {
    Tab(List<? extends Widget> children, List<String> titles) {
        super("Tab", children, titles, children.isEmpty() ? null : 0);
    }
}
