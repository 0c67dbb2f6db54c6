package jacobi.exercise.answer;

import jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** What a student hands in: a value, or a function of tensors. */
public sealed interface Answer {

    /** A finished value; null where the stub was left as it is. */
    record Value(Object value) implements Answer {}

    /** A function that each question calls again. */
    record Call(int arity, Function<List<Tensor>, Object> body) implements Answer {}

    /**
     * What a value handed in is: the JDK's functional interfaces stand for functions of one or two tensors as {@link
     * FunctionOf}'s do.
     */
    @SuppressWarnings("unchecked")
    static Answer of(Object handed) {
        if (handed instanceof FunctionOf.One function) {
            return one(function::apply);
        } else if (handed instanceof Function<?, ?> function) {
            return one(((Function<Tensor, ?>) function)::apply);
        } else if (handed instanceof Predicate<?> function) {
            return one(((Predicate<Tensor>) function)::test);
        } else if (handed instanceof ToDoubleFunction<?> function) {
            return one(((ToDoubleFunction<Tensor>) function)::applyAsDouble);
        } else if (handed instanceof ToIntFunction<?> function) {
            return one(((ToIntFunction<Tensor>) function)::applyAsInt);
        } else if (handed instanceof ToLongFunction<?> function) {
            return one(((ToLongFunction<Tensor>) function)::applyAsLong);
        } else if (handed instanceof DoubleUnaryOperator function) {
            return one(x -> function.applyAsDouble(x.item().doubleValue()));
        } else if (handed instanceof FunctionOf.Two function) {
            return two(function::apply);
        } else if (handed instanceof BiFunction<?, ?, ?> function) {
            return two(((BiFunction<Tensor, Tensor, ?>) function)::apply);
        } else if (handed instanceof BiPredicate<?, ?> function) {
            return two(((BiPredicate<Tensor, Tensor>) function)::test);
        } else if (handed instanceof ToDoubleBiFunction<?, ?> function) {
            return two(((ToDoubleBiFunction<Tensor, Tensor>) function)::applyAsDouble);
        } else if (handed instanceof DoubleBinaryOperator function) {
            return two((x, y) ->
                    function.applyAsDouble(x.item().doubleValue(), y.item().doubleValue()));
        } else if (handed instanceof FunctionOf.Three function) {
            return new Call(3, given -> function.apply(given.get(0), given.get(1), given.get(2)));
        } else if (handed instanceof FunctionOf.Four function) {
            return new Call(4, given -> function.apply(given.get(0), given.get(1), given.get(2), given.get(3)));
        } else if (handed instanceof FunctionOf.Five function) {
            return new Call(
                    5, given -> function.apply(given.get(0), given.get(1), given.get(2), given.get(3), given.get(4)));
        }
        return new Value(handed);
    }

    private static Answer one(Function<Tensor, Object> function) {
        return new Call(1, given -> function.apply(given.get(0)));
    }

    private static Answer two(BiFunction<Tensor, Tensor, Object> function) {
        return new Call(2, given -> function.apply(given.get(0), given.get(1)));
    }
}
