package jacobi.widget;

import java.util.List;

/** A slider along numbers. */
public final class FloatSlider extends Sliding<Double, Double, FloatSlider> {
    private final Property<Double> value;

    FloatSlider(double min, double max, double step, double value) {
        super("FloatSlider", Kind.NUMBER, min, max, step, ".2f");
        this.value = property("value", Kind.NUMBER, within(value)).fromPage().checked(this::within);
    }

    @Override
    public Double value() {
        return value.get();
    }

    @Override
    public FloatSlider value(Double number) {
        value.set(number);
        return this;
    }

    @Override
    public List<Double> samples(int most) {
        return places(most, value());
    }
}
