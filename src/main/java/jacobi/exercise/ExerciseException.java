package jacobi.exercise;

/** An exercise that cannot be found or read; the message names the file and the fix. */
public final class ExerciseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExerciseException(String message) {
        super(message);
    }
}
