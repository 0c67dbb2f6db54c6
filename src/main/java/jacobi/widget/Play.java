package jacobi.widget;

import java.util.List;
import java.util.stream.IntStream;

/** Buttons that let a whole number run from a lowest to a highest value, stop it and begin again. */
public final class Play extends Entry<Integer, Play> {
    private final Bounds<Integer> bounds;
    private final Property<Integer> step;
    private final Property<Integer> interval;
    private final Property<Boolean> playing =
            property("playing", Kind.TRUTH, false).fromPage();
    private final Property<Boolean> repeat =
            property("repeat", Kind.TRUTH, false).fromPage();

    Play(int min, int max, int step, int value, int interval) {
        super(WidgetClass.control("Play"), Style.description());
        bounds = Bounds.of(this, Kind.WHOLE, min, max);
        this.step = property("step", Kind.WHOLE, step);
        this.interval = property("interval", Kind.WHOLE, interval);
        property("show_repeat", Kind.TRUTH, true);
        begin(Kind.WHOLE, value, bounds::within);
    }

    /** Lets it run, or stops it. */
    public Play playing(boolean run) {
        playing.set(run);
        return this;
    }

    /** Whether it begins again after the highest value. */
    public Play repeat(boolean again) {
        repeat.set(again);
        return this;
    }

    /** Milliseconds from one value to the next. */
    public Play interval(int milliseconds) {
        interval.set(milliseconds);
        return this;
    }

    @Override
    boolean slides() {
        return true;
    }

    @Override
    public List<Integer> samples(int most) {
        int steps = Math.max(0, (bounds.max().get() - bounds.min().get()) / step.get());
        int count = Math.min(most, steps + 1);
        List<Integer> places = IntStream.range(0, count)
                .map(i -> bounds.min().get()
                        + (count == 1 ? 0 : Math.round((float) i * steps / (count - 1))) * step.get())
                .boxed()
                .toList();
        return places.contains(value())
                ? places
                : IntStream.range(0, count)
                        .map(i -> i == nearest(places) ? value() : places.get(i))
                        .boxed()
                        .toList();
    }

    private int nearest(List<Integer> places) {
        return IntStream.range(0, places.size())
                .boxed()
                .min((a, b) -> Math.abs(places.get(a) - value()) - Math.abs(places.get(b) - value()))
                .orElse(0);
    }
}
