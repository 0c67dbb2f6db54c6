package jacobi.widget;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A slider along numbers from {@code min} to {@code max}.
 *
 * @param <T> its value's type
 * @param <N> the type of its ends
 * @param <W> its own class, which settings return
 */
public abstract class Sliding<T, N extends Number & Comparable<N>, W extends Sliding<T, N, W>> extends Entry<T, W> {
    private final Bounds<N> bounds;
    private final Property<N> step;
    private final Property<String> orientation = property("orientation", Kind.TEXT, "horizontal");
    private final Property<Boolean> readout = property("readout", Kind.TRUTH, true);
    private final Property<String> readoutFormat;
    private final Property<Boolean> continuousUpdate = property("continuous_update", Kind.TRUTH, true);

    Sliding(String name, Kind<N> kind, N min, N max, N step, String format) {
        super(WidgetClass.control(name), Style.slider());
        checkEnds(min, max);
        if (!(step.doubleValue() > 0)) {
            throw new IllegalArgumentException(say("widget.sliding.step", "kind", name, "step", step));
        }
        bounds = Bounds.of(this, kind, min, max);
        this.step = property("step", kind, step);
        readoutFormat = property("readout_format", Kind.TEXT, format);
        property("behavior", Kind.TEXT, "drag-tap");
    }

    private void checkEnds(N lowest, N highest) {
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException(
                    say("widget.sliding.ends", "kind", kind(), "min", lowest, "max", highest));
        }
    }

    /** The lowest value. */
    public final N min() {
        return bounds.min().get();
    }

    /** Sets the lowest value; a value below it moves there. */
    public final W min(N lowest) {
        checkEnds(lowest, max());
        bounds.min().set(lowest);
        value(value());
        return self();
    }

    /** The highest value. */
    public final N max() {
        return bounds.max().get();
    }

    /** Sets the highest value; a value above it moves there. */
    public final W max(N highest) {
        checkEnds(min(), highest);
        bounds.max().set(highest);
        value(value());
        return self();
    }

    /** How far apart its values are. */
    public final N step() {
        return step.get();
    }

    /** Sets how far apart its values are. */
    public final W step(N width) {
        step.set(width);
        return self();
    }

    /** {@code "horizontal"} or {@code "vertical"}. */
    public final W orientation(String direction) {
        orientation.set(direction);
        return self();
    }

    /** Whether the value stands beside the slider. */
    public final W readout(boolean shown) {
        readout.set(shown);
        return self();
    }

    /** How the value is written beside the slider, in d3's format, as {@code ".3f"}. */
    public final W readoutFormat(String format) {
        readoutFormat.set(format);
        return self();
    }

    /** Whether the value changes while the handle is dragged, or only when it is let go. */
    public final W continuousUpdate(boolean continuous) {
        continuousUpdate.set(continuous);
        return self();
    }

    @Override
    boolean slides() {
        return true;
    }

    /** A range, with what of it lies beyond the ends left out. */
    final Range within(Range range) {
        double low = min().doubleValue();
        double high = max().doubleValue();
        return new Range(Math.min(Math.max(range.low(), low), high), Math.min(Math.max(range.high(), low), high));
    }

    /** The value, or the end it lies beyond. */
    final N within(N value) {
        return bounds.within(value);
    }

    /**
     * At most {@code most} numbers from end to end, in steps of the slider, with {@code value} in the nearest one's
     * place.
     */
    final List<Double> places(int most, double value) {
        double low = min().doubleValue();
        long steps = Math.max(0, Math.round((max().doubleValue() - low) / step().doubleValue()));
        int count = (int) Math.min(most, steps + 1);
        List<Double> places = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(
                        i -> low + Math.round(count == 1 ? 0 : (double) i * steps / (count - 1)) * step().doubleValue())
                .toList());
        int nearest = 0;
        for (int i = 1; i < count; i++) {
            nearest = Math.abs(places.get(i) - value) < Math.abs(places.get(nearest) - value) ? i : nearest;
        }
        places.set(nearest, value);
        return places;
    }
}
