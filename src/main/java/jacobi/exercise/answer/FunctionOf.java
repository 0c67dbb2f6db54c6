package jacobi.exercise.answer;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;

/** Functions of more tensors than the JDK has interfaces for; a lambda or a method's name stands for one. */
public final class FunctionOf {
    /** The most tensors a function that is checked may take. */
    public static final int MOST = 5;

    private FunctionOf() {}

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
     * The interface for so many tensors, as a cell can write it.
     *
     * @param arity 1 to {@link #MOST}
     */
    public static String type(int arity) {
        String tensor = Tensor.class.getName();
        return switch (arity) {
            case 1 -> "java.util.function.Function<" + tensor + ", Object>";
            case 2 -> "java.util.function.BiFunction<" + tensor + ", " + tensor + ", Object>";
            case 3 -> Three.class.getCanonicalName();
            case 4 -> Four.class.getCanonicalName();
            case 5 -> Five.class.getCanonicalName();
            default ->
                throw new IllegalArgumentException(
                        say("exercise.exerciseFile.arguments", "found", arity, "most", MOST));
        };
    }
}
