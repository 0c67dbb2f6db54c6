package jacobi.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A box with options, any number of which are chosen.
 *
 * @param <T> the options' type
 */
public final class SelectMultiple<T> extends Choosing<List<Integer>, List<T>, SelectMultiple<T>> {
    private final List<T> options;
    private final Property<List<Integer>> index;

    SelectMultiple(Map<String, ? extends T> options) {
        super(WidgetClass.control("SelectMultiple"), Style.description());
        this.options = List.copyOf(options.values());
        property("_options_labels", Kind.TEXTS, List.copyOf(options.keySet()));
        property("rows", Kind.WHOLE, 5);
        index = property("index", Kind.WHOLES, List.of()).fromPage().checked(this::existing);
    }

    private List<Integer> existing(List<Integer> wanted) {
        wanted.forEach(number -> Choice.existing(number, options.size()));
        return wanted;
    }

    @Override
    List<T> chosen(List<Integer> numbers) {
        List<T> chosen = new ArrayList<>();
        numbers.forEach(number -> chosen.add(options.get(number)));
        return chosen;
    }

    @Override
    public List<T> value() {
        return chosen(index.get());
    }

    @Override
    public SelectMultiple<T> value(List<T> chosen) {
        index.set(chosen.stream().map(options::indexOf).toList());
        return this;
    }
}
