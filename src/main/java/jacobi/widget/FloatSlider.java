package jacobi.widget;

import java.util.List;

/** A slider along numbers. */
public final class FloatSlider extends Sliding<Double, Double, FloatSlider> {
    FloatSlider(double min, double max, double step, double value) {
        super("FloatSlider", Kind.NUMBER, min, max, step, ".2f");
        begin(Kind.NUMBER, value, this::within);
    }

    @Override
    public List<Double> samples(int most) {
        return places(most, value());
    }
}
