package jacobi.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * A value chosen among options, which the page knows by their numbers.
 *
 * @param <I> the numbers of what is chosen
 * @param <T> the value's type
 * @param <W> its own class, which settings return
 */
public abstract class Choosing<I, T, W extends Choosing<I, T, W>> extends Input<T, W> {
    Choosing(WidgetClass type, Style style) {
        super(type, style);
    }

    /** The value that numbers of options stand for. */
    abstract T chosen(I numbers);

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>(super.names());
        names.add("value");
        return names;
    }

    @Override
    @SuppressWarnings("unchecked")
    void changed(Change change) {
        super.changed(change);
        if (change.name().equals("index")) {
            super.changed(new Change(this, "value", chosen((I) change.before()), chosen((I) change.now())));
        }
    }
}
