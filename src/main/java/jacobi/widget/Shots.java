package jacobi.widget;

import jacobi.display.Html;
import jacobi.plot.Gallery;
import jacobi.plot.film.Film;
import jacobi.plot.film.Reel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a function shows for some values of its controls, computed when it is first shown.
 *
 * @param axes the controls that move
 * @param shots what is shown for each combination of their values, those of the last control running fastest
 * @param reel the same, for a page
 * @param now which of them is shown now
 */
record Shots(List<Axis> axes, List<Shot> shots, Reel reel, int now) {
    /** Enough to see how things change; each is a call of the function. */
    private static final int MOST = 36;
    /** Of a function that takes as long to draw as a reader notices, a few do, and of a slow one what it shows now. */
    private static final int FEW = 6;

    private static final long NOTICED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** What they may take of a notebook, in characters. */
    private static final int MOST_CHARACTERS = 150_000;
    /** Of a frame much is the same as in the others, and is not repeated. */
    private static final double OWN_SHARE = 0.6;

    private static final int STANDING = 4;

    /**
     * A control and the values it may take.
     *
     * @param at which it has now
     * @param slides whether its values lie along a line
     */
    record Axis(String name, List<String> labels, int at, boolean slides) {}

    static Shots of(Interaction interaction) {
        long nanos = Math.max(1, interaction.nanos());
        if (nanos > NOTICED_NANOS) {
            // A first call loads what it needs, and says little of the next.
            long started = System.nanoTime();
            interaction.shownFor(interaction.values());
            nanos = Math.max(1, System.nanoTime() - started);
        }
        Shot shown = Shot.of(interaction.shown());
        int size = shown.parts().stream().mapToInt(String::length).sum() + 1;
        int calls = nanos > SLOW_NANOS ? 1 : nanos > NOTICED_NANOS ? FEW : MOST;
        double most = Math.min(calls, MOST_CHARACTERS / (OWN_SHARE * size));
        List<List<?>> samples = samples(interaction.controls(), (int) most);
        List<Axis> axes = new ArrayList<>();
        int now = 0;
        for (int i = 0; i < samples.size(); i++) {
            Control<?> control = interaction.controls().get(i);
            int at = Math.max(0, samples.get(i).indexOf(control.value()));
            now = now * samples.get(i).size() + at;
            if (samples.get(i).size() > 1) {
                axes.add(axis((Input<?, ?>) control, samples.get(i), at));
            }
        }
        List<Shot> shots = shots(interaction, samples, now, shown);
        Reel reel = Reel.of(shots.stream().map(Shot::lines).toList());
        return reel.length() > MOST_CHARACTERS || axes.isEmpty() ? only(shown) : new Shots(axes, shots, reel, now);
    }

    private static Shots only(Shot shown) {
        return new Shots(List.of(), List.of(shown), Reel.of(List.of(shown.lines())), 0);
    }

    private static <T> Axis axis(Input<T, ?> input, List<?> samples, int at) {
        @SuppressWarnings("unchecked")
        Function<Object, String> label = sample -> input.label((T) sample);
        return new Axis(input.description(), samples.stream().map(label).toList(), at, input.slides());
    }

    /** Of each control some values, so that there are at most so many combinations. */
    private static List<List<?>> samples(List<Control<?>> controls, int most) {
        int[] counts = new int[controls.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(
                    1,
                    controls.get(i).samples(Math.max(1, Math.min(most, MOST))).size());
        }
        while (product(counts) > Math.max(1, most)) {
            int longest = 0;
            for (int i = 1; i < counts.length; i++) {
                longest = counts[i] > counts[longest] ? i : longest;
            }
            counts[longest]--;
        }
        List<List<?>> samples = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            samples.add(
                    counts[i] == 1
                            ? Collections.singletonList(controls.get(i).value())
                            : controls.get(i).samples(counts[i]));
        }
        return samples;
    }

    private static long product(int[] counts) {
        long product = 1;
        for (int count : counts) {
            product *= count;
        }
        return product;
    }

    private static List<Shot> shots(Interaction interaction, List<List<?>> samples, int now, Shot shown) {
        int count = samples.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shots.add(i == now ? shown : Shot.of(interaction.shownFor(values(samples, i))));
        }
        return shots;
    }

    private static List<Object> values(List<List<?>> samples, int number) {
        List<Object> values = new ArrayList<>();
        int rest = number;
        for (int i = samples.size() - 1; i >= 0; i--) {
            values.add(0, samples.get(i).get(rest % samples.get(i).size()));
            rest /= samples.get(i).size();
        }
        return values;
    }

    /** The values of the controls of a frame, as words. */
    private String caption(int number) {
        List<String> words = new ArrayList<>();
        int rest = number;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            words.add(
                    0,
                    axis.name() + " = " + axis.labels().get(rest % axis.labels().size()));
            rest /= axis.labels().size();
        }
        return String.join(", ", words);
    }

    /** Shots along the first control, the others as they are now: what is seen where nothing moves. */
    private List<Integer> standing(int most) {
        if (axes.isEmpty()) {
            return List.of(0);
        }
        int length = axes.get(0).labels().size();
        int stride = shots.size() / length;
        int count = Math.min(most, length);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = count == 1 ? axes.get(0).at() : Math.round((float) i * (length - 1) / (count - 1));
            chosen.add(place * stride + now % stride);
        }
        return chosen;
    }

    /** A few frames as HTML that needs no script, or fewer where they are large. */
    String still() {
        String html = still(STANDING);
        for (int most = STANDING / 2; most > 0 && html.length() > MOST_CHARACTERS; most /= 2) {
            html = still(most);
        }
        return html;
    }

    /** Drawings stand on one sheet, anything else one below the other. */
    private String still(int most) {
        List<Integer> chosen = standing(most);
        List<Shot> seen = chosen.stream().map(shots::get).toList();
        if (seen.stream().allMatch(Shot::isDrawing)) {
            List<Film.Frame> frames = chosen.stream()
                    .map(i -> new Film.Frame(shots.get(i).parts().get(0), caption(i)))
                    .toList();
            String line = seen.get(0).line();
            return Film.of(frames, line, 1, false, STANDING, Gallery.theme())
                    .still()
                    .toSmallHtml();
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            html.append("<div>")
                    .append(Html.escape(caption(chosen.get(i))))
                    .append("</div>")
                    .append(seen.get(i).html());
        }
        return html.toString();
    }
}
