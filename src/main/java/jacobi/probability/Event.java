package jacobi.probability;

import static jacobi.language.Say.say;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of outcomes of a sample space.
 *
 * <p>Immutable; equal when of the same space with the same outcomes.
 *
 * @param <T> the kind of outcome
 */
public final class Event<T> {
    private final SampleSpace<T> space;
    private final Set<T> outcomes;

    Event(SampleSpace<T> space, Set<T> outcomes) {
        this.space = space;
        this.outcomes = Collections.unmodifiableSet(new LinkedHashSet<>(outcomes));
    }

    /** The outcomes. */
    public Set<T> outcomes() {
        return outcomes;
    }

    /** Its probability. */
    public double p() {
        return space.p(this);
    }

    /** Its probability if {@code condition} is known to have happened: P(A ∩ B) / P(B). */
    public double given(Event<T> condition) {
        double known = condition.p();
        if (known == 0) {
            throw new IllegalArgumentException(
                    say("probability.event.not-defined", "this", this, "condition", condition));
        }
        return intersection(condition).p() / known;
    }

    /** What is in this event or in another. */
    public Event<T> union(Event<T> other) {
        Set<T> either = new LinkedHashSet<>(outcomes);
        either.addAll(same(other).outcomes);
        return space.event(either::contains);
    }

    /** What is in both events. */
    public Event<T> intersection(Event<T> other) {
        return space.event(
                outcome -> outcomes.contains(outcome) && same(other).outcomes.contains(outcome));
    }

    /** What is in this event but not in another. */
    public Event<T> minus(Event<T> other) {
        return intersection(other.complement());
    }

    /** All other outcomes. */
    public Event<T> complement() {
        return space.event(outcome -> !outcomes.contains(outcome));
    }

    /** Whether both cannot happen together. */
    public boolean isDisjointFrom(Event<T> other) {
        return intersection(other).outcomes.isEmpty();
    }

    /** Whether knowing one says nothing of the other: P(A ∩ B) = P(A) P(B). */
    public boolean isIndependentOf(Event<T> other) {
        return Math.abs(intersection(other).p() - p() * other.p()) <= SampleSpace.TOLERANCE;
    }

    private Event<T> same(Event<T> other) {
        if (other.space != space) {
            throw new IllegalArgumentException(
                    say("probability.event.events-different-sample-spaces", "this", this, "other", other));
        }
        return other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event<?> event && event.space == space && event.outcomes.equals(outcomes);
    }

    @Override
    public int hashCode() {
        return outcomes.hashCode();
    }

    /** The outcomes in braces, as {@code {2, 4, 6}}. */
    @Override
    public String toString() {
        return outcomes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
