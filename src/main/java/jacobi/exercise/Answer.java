package jacobi.exercise;

import jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a student hands in: a value, or a function of one or two tensors. */
sealed interface Answer {

    /** A finished value; null where the stub was left as it is. */
    record Value(Object value) implements Answer {}

    /** A function that each case calls anew. */
    record Call(int arity, Function<List<Tensor>, Object> body) implements Answer {}

    /**
     * The finished value, for checks that judge one.
     *
     * @throws NotAttempted if there is none
     */
    default Object finished() throws NotAttempted {
        if (this instanceof Value handed && handed.value() != null) {
            return handed.value();
        }
        throw new NotAttempted();
    }

    static Answer of(Function<Tensor, ?> function) {
        return function == null ? new Value(null) : new Call(1, given -> function.apply(given.get(0)));
    }

    static Answer of(BiFunction<Tensor, Tensor, ?> function) {
        return function == null ? new Value(null) : new Call(2, given -> function.apply(given.get(0), given.get(1)));
    }
}
