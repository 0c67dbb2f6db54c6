package jacobi.widget;

import static jacobi.language.Say.say;

import java.util.List;
import java.util.Map;

/**
 * One of several options.
 *
 * @param <T> the options' type
 * @param <W> its own class, which settings return
 */
public abstract class Choice<T, W extends Choice<T, W>> extends Choosing<Integer, T, W> {
    private final Property<List<String>> labels;
    private final Property<Integer> index;
    private volatile List<T> options;

    Choice(String name, Style style, Map<String, ? extends T> options) {
        super(WidgetClass.control(name), style);
        if (options.isEmpty()) {
            throw new IllegalArgumentException(say("widget.choice.empty", "kind", name));
        }
        this.options = List.copyOf(options.values());
        labels = property("_options_labels", Kind.TEXTS, List.copyOf(options.keySet()));
        index = property("index", Kind.WHOLE, 0).fromPage().checked(this::existing);
    }

    private Integer existing(Integer wanted) {
        return existing(wanted, options.size());
    }

    /** An option's number, if there is such an option. */
    static int existing(int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    say("widget.choice.index", "index", number, "count", count, "last", count - 1));
        }
        return number;
    }

    @Override
    T chosen(Integer number) {
        return options.get(number);
    }

    /** What can be chosen. */
    public final List<T> options() {
        return options;
    }

    /** Which option is chosen, from 0. */
    public final int index() {
        return index.get();
    }

    /** Chooses an option by its number, from 0. */
    public final W index(int number) {
        index.set(number);
        return self();
    }

    @Override
    public T value() {
        return chosen(index.get());
    }

    @Override
    public W value(T option) {
        int found = options.indexOf(option);
        if (found < 0) {
            throw new IllegalArgumentException(
                    say("widget.choice.value", "value", option, "labels", String.join(", ", labels.get())));
        }
        return index(found);
    }

    @Override
    String label(T option) {
        int found = options.indexOf(option);
        return found < 0 ? super.label(option) : labels.get().get(found);
    }

    @Override
    public List<T> samples(int most) {
        if (options.size() <= most) {
            return options;
        }
        int first = Math.min(index(), options.size() - most);
        return options.subList(first, first + most);
    }
}
