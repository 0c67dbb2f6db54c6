package jacobi.widget;

import java.util.List;

/** A value that stays: {@code interact} hands it on and shows nothing for it. */
record Fixed<T>(T value) implements Control<T> {
    @Override
    public List<T> samples(int most) {
        return List.of(value);
    }
}
