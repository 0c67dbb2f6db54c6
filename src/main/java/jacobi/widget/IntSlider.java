package jacobi.widget;

import java.util.List;

/** A slider along whole numbers. */
public final class IntSlider extends Sliding<Integer, Integer, IntSlider> {
    private final Property<Integer> value;

    IntSlider(int min, int max, int step, int value) {
        super("IntSlider", Kind.WHOLE, min, max, step, "d");
        this.value = property("value", Kind.WHOLE, within(value)).fromPage().checked(this::within);
    }

    @Override
    public Integer value() {
        return value.get();
    }

    @Override
    public IntSlider value(Integer number) {
        value.set(number);
        return this;
    }

    @Override
    public List<Integer> samples(int most) {
        return places(most, value()).stream()
                .map(place -> (int) Math.round(place))
                .toList();
    }
}
