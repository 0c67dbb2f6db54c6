package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A finite set of outcomes, each with its probability: {@code SampleSpace.uniform(1, 2, 3, 4, 5, 6)} is a fair die.
 *
 * <p>Immutable.
 *
 * @param <T> the kind of outcome
 */
public final class SampleSpace<T> {
    /** How far a sum of probabilities may be from one. */
    static final double TOLERANCE = 1e-9;

    private final Map<T, Double> probabilities;

    private SampleSpace(Map<T, Double> probabilities) {
        this.probabilities = probabilities;
    }

    /** Outcomes that are all equally likely. */
    @SafeVarargs
    public static <T> SampleSpace<T> uniform(T... outcomes) {
        return uniform(Arrays.asList(outcomes));
    }

    /** Outcomes that are all equally likely. */
    public static <T> SampleSpace<T> uniform(List<T> outcomes) {
        Map<T, Double> probabilities = new LinkedHashMap<>();
        outcomes.forEach(outcome -> probabilities.put(outcome, 1.0 / outcomes.size()));
        if (probabilities.size() < outcomes.size() || outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    say("probability.sampleSpace.sample-space-different-outcomes", "outcomes", outcomes));
        }
        return new SampleSpace<>(probabilities);
    }

    /**
     * Outcomes with their probabilities.
     *
     * @throws IllegalArgumentException if one is negative or they do not sum to one; the message has what was found
     */
    public static <T> SampleSpace<T> of(Map<T, Double> probabilities) {
        double sum = 0;
        for (Map.Entry<T, Double> each : probabilities.entrySet()) {
            if (!(each.getValue() >= 0)) {
                throw new IllegalArgumentException(say(
                        "probability.sampleSpace.no-probability-below",
                        "key",
                        each.getKey(),
                        "value",
                        each.getValue()));
            }
            sum += each.getValue();
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    say("probability.sampleSpace.probabilities-sum-not", "sum", sum, "probabilities", probabilities));
        }
        return new SampleSpace<>(new LinkedHashMap<>(probabilities));
    }

    /** The outcomes. */
    public Set<T> outcomes() {
        return probabilities.keySet();
    }

    /** The certain event: all outcomes. */
    public Event<T> all() {
        return new Event<>(this, outcomes());
    }

    /** The impossible event: no outcome. */
    public Event<T> none() {
        return new Event<>(this, Set.of());
    }

    /** The outcomes for which a condition holds. */
    public Event<T> event(Predicate<T> condition) {
        Set<T> chosen = new LinkedHashSet<>();
        outcomes().stream().filter(condition).forEach(chosen::add);
        return new Event<>(this, chosen);
    }

    /** These outcomes. */
    @SafeVarargs
    public final Event<T> event(T... outcomes) {
        for (T outcome : outcomes) {
            if (!probabilities.containsKey(outcome)) {
                throw new IllegalArgumentException(
                        say("probability.sampleSpace.no-outcome-outcomes", "outcome", outcome, "outcomes", outcomes()));
            }
        }
        return event(Set.of(outcomes)::contains);
    }

    /** The probability of an event. */
    public double p(Event<T> event) {
        return event.outcomes().stream().mapToDouble(probabilities::get).sum();
    }

    /** The probability that a condition holds. */
    public double p(Predicate<T> condition) {
        return p(event(condition));
    }

    /** Kolmogorov's axioms checked on this space and, for additivity, on every pair of the given events. */
    @SafeVarargs
    public final Table axioms(Event<T>... events) {
        double least = probabilities.values().stream().mapToDouble(p -> p).min().orElseThrow();
        double whole = p(all());
        Table table = Table.of(
                        "",
                        say("probability.sampleSpace.axiom"),
                        say("probability.sampleSpace.found"),
                        say("probability.sampleSpace.holds"))
                .row(
                        "P(A) ≥ 0",
                        say("probability.sampleSpace.least-outcome", "least", ProbabilityText.text(least)),
                        least >= 0)
                .row("P(S) = 1", "P(S) = " + ProbabilityText.text(whole), Math.abs(whole - 1) <= TOLERANCE);
        List<Event<T>> all = events.length > 0
                ? List.of(events)
                : outcomes().stream().map(outcome -> event(outcome::equals)).toList();
        for (int i = 0; i < all.size(); i++) {
            for (int k = i + 1; k < all.size(); k++) {
                Event<T> a = all.get(i);
                Event<T> b = all.get(k);
                String union = "P(" + a + " ∪ " + b + ") = "
                        + ProbabilityText.text(a.union(b).p());
                table = a.isDisjointFrom(b)
                        ? table.row(
                                say("probability.sampleSpace.additive"),
                                union + " = " + ProbabilityText.text(a.p()) + " + " + ProbabilityText.text(b.p()),
                                Math.abs(a.union(b).p() - a.p() - b.p()) <= TOLERANCE)
                        : table.row(
                                say("probability.sampleSpace.additive"),
                                say("probability.sampleSpace.not-disjoint", "a", a, "b", b),
                                say("probability.sampleSpace.says-nothing"));
            }
        }
        return table;
    }

    @Override
    public String toString() {
        return "SampleSpace" + probabilities;
    }
}
