package jacobi.exercise.answer;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;

/** Functions of tensors; a lambda or a method's name stands for one. */
public final class FunctionOf {
    /** The most tensors a function that is checked may take. */
    public static final int MOST = 5;

    private FunctionOf() {}

    /** Of one tensor. */
    public interface One {
        Object apply(Tensor first);
    }

    /** Of two tensors. */
    public interface Two {
        Object apply(Tensor first, Tensor second);
    }

    /** Of three tensors. */
    public interface Three {
        Object apply(Tensor first, Tensor second, Tensor third);
    }

    /** Of four tensors. */
    public interface Four {
        Object apply(Tensor first, Tensor second, Tensor third, Tensor fourth);
    }

    /** Of five tensors. */
    public interface Five {
        Object apply(Tensor first, Tensor second, Tensor third, Tensor fourth, Tensor fifth);
    }

    /**
     * Of whatever number of tensors: what {@code todo()} is where a function may stand, and no lambda can be. Nothing
     * implements it.
     */
    public interface Unwritten extends One, Two, Three, Four, Five {}

    /**
     * The interface for so many tensors, as a cell can write it.
     *
     * @param arity 1 to {@link #MOST}
     */
    public static String type(int arity) {
        return switch (arity) {
            case 1 -> One.class.getCanonicalName();
            case 2 -> Two.class.getCanonicalName();
            case 3 -> Three.class.getCanonicalName();
            case 4 -> Four.class.getCanonicalName();
            case 5 -> Five.class.getCanonicalName();
            default ->
                throw new IllegalArgumentException(
                        say("exercise.exerciseFile.arguments", "found", arity, "most", MOST));
        };
    }
}
