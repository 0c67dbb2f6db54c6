package jacobi.widget;

import java.util.List;

/** Widgets below titles that open when they are pressed. */
public final class Accordion extends Titled<Accordion> {
    Accordion(List<? extends Widget> children, List<String> titles) {
        super("Accordion", children, titles, null);
    }
}
