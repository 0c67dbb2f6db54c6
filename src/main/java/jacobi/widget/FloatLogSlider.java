package jacobi.widget;

import static jacobi.language.Say.say;

import java.util.List;

/** A slider along the powers of a base: its ends and steps are exponents, its value is the power. */
public final class FloatLogSlider extends Sliding<Double, Double, FloatLogSlider> {
    private final Property<Double> base;

    FloatLogSlider(double min, double max, double step, double base, double value) {
        super("FloatLogSlider", Kind.NUMBER, min, max, step, ".3g");
        if (!(base > 1)) {
            throw new IllegalArgumentException(say("widget.floatLogSlider.base", "base", base));
        }
        this.base = property("base", Kind.NUMBER, base);
        begin(Kind.NUMBER, value, this::power);
    }

    private Double power(Double value) {
        return Math.min(Math.max(value, Math.pow(base.get(), min())), Math.pow(base.get(), max()));
    }

    @Override
    public List<Double> samples(int most) {
        double exponent = Math.log(value()) / Math.log(base.get());
        return places(most, exponent).stream()
                .map(place -> place == exponent ? value() : (Double) Math.pow(base.get(), place))
                .toList();
    }
}
