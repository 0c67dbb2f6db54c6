package jacobi.widget;

import java.util.List;

/**
 * Something that has a value one can move: what {@code interact} hands on to its function.
 *
 * @param <T> the value's type
 */
public sealed interface Control<T> permits Input, Fixed {
    /** Its value now. */
    T value();

    /** Some values it may take, in their order, for a page where nothing can be moved; its own is among them. */
    List<T> samples(int most);

    /** Which of {@code samples} is its value now. */
    default int sample(List<T> samples) {
        return Math.max(0, samples.indexOf(value()));
    }
}
