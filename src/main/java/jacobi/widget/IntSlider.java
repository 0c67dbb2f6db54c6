package jacobi.widget;

import java.util.List;

/** A slider along whole numbers. */
public final class IntSlider extends Sliding<Integer, Integer, IntSlider> {
    IntSlider(int min, int max, int step, int value) {
        super("IntSlider", Kind.WHOLE, min, max, step, "d");
        begin(Kind.WHOLE, value, this::within);
    }

    @Override
    public List<Integer> samples(int most) {
        return places(most, value()).stream()
                .map(place -> (int) Math.round(place))
                .toList();
    }
}
