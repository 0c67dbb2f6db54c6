package jacobi.widget;

import static jacobi.language.Say.say;

import java.util.List;

/**
 * A container of which one part with a title is open at a time.
 *
 * @param <W> its own class, which settings return
 */
public abstract class Titled<W extends Titled<W>> extends Container<W> {
    private final Property<List<String>> titles;
    private final Property<Integer> selectedIndex;

    Titled(String name, List<? extends Widget> children, List<String> titles, Integer selected) {
        super(name, children);
        if (children.size() != titles.size()) {
            throw new IllegalArgumentException(
                    say("widget.titled.count", "kind", name, "titles", titles.size(), "children", children.size()));
        }
        this.titles = property("titles", Kind.TEXTS, List.copyOf(titles));
        selectedIndex = property("selected_index", Kind.WHOLE_OR_NULL, selected)
                .fromPage()
                .checked(this::existing);
    }

    private Integer existing(Integer wanted) {
        if (wanted != null && (wanted < 0 || wanted >= children().size())) {
            throw new IllegalArgumentException(say(
                    "widget.choice.index",
                    "index",
                    wanted,
                    "count",
                    children().size(),
                    "last",
                    children().size() - 1));
        }
        return wanted;
    }

    /** The titles of its parts. */
    public final List<String> titles() {
        return titles.get();
    }

    /** Which part is open, from 0; null if none is. */
    public final Integer selectedIndex() {
        return selectedIndex.get();
    }

    /** Opens a part by its number, from 0; null closes all. */
    public final W selectedIndex(Integer number) {
        selectedIndex.set(number);
        return self();
    }
}
