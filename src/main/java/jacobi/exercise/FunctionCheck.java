package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A check that calls the student's function, under a time limit, with its exceptions shown as the student's own. */
abstract class FunctionCheck implements Check {
    /** Long enough for a first call that is still being compiled, short enough to wait for. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** What one call gave: a value, or the words for why there is none. */
    record Called(Object value, String failure) {
        boolean failed() {
            return failure != null;
        }
    }

    @Override
    public final List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted, Stopped {
        if (answer instanceof Answer.Call call) {
            return run(call, workshop);
        }
        if (((Answer.Value) answer).value() == null) {
            throw new NotAttempted();
        }
        return List.of(Outcome.fail(
                "",
                say("exercise.functionCheck.function"),
                CardText.value(((Answer.Value) answer).value()),
                say("exercise.functionCheck.hand-function-itself")));
    }

    abstract List<Outcome> run(Answer.Call call, Workshop workshop) throws NotAttempted, Stopped;

    /** Calls the function; a null answer is the untouched stub. */
    static Called call(Answer.Call call, List<Tensor> given, Workshop workshop) throws NotAttempted, Stopped {
        if (given.size() != call.arity()) {
            return new Called(
                    null,
                    say(
                            "exercise.functionCheck.function-takes-arguments-exercise",
                            "arity",
                            call.arity(),
                            "given",
                            given.size()));
        }
        try {
            Object value = workshop.limited(LIMIT, () -> call.body().apply(given));
            if (value == null) {
                throw new NotAttempted();
            }
            return new Called(value, null);
        } catch (TimeoutException e) {
            throw new Stopped(say("exercise.functionCheck.stopped-after-seconds-does", "toSeconds", LIMIT.toSeconds()));
        } catch (NotAttempted | Stopped e) {
            throw e;
        } catch (Exception | StackOverflowError | AssertionError e) {
            return new Called(null, say("exercise.functionCheck.your-function-threw", "thrown", thrown(e)));
        }
    }

    private static String thrown(Throwable e) {
        String what = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        for (StackTraceElement frame : e.getStackTrace()) {
            String file = frame.getFileName();
            if (file != null && file.startsWith("cell")) {
                return say(
                        "exercise.functionCheck.line", "what", what, "file", file, "lineNumber", frame.getLineNumber());
            }
        }
        return what;
    }

    static List<Tensor> copies(List<Tensor> tensors) {
        List<Tensor> copies = new ArrayList<>();
        tensors.forEach(tensor -> copies.add(tensor.clone()));
        return copies;
    }
}
