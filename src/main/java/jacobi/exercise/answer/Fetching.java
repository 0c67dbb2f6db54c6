package jacobi.exercise.answer;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Asks an answer what checks want to know of it: in the process that holds it, under a time limit. Judges nothing. */
public final class Fetching {
    /** Long enough for a first call that is still being compiled, short enough to wait for. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The construct that is a way of writing, which runs as plain Java. */
    private static final String NOTATION = "notation";

    private static final int LONGEST_PRINT = 50_000;

    private final Answer answer;
    private final Workshop workshop;
    private final Set<String> ranInCell;

    /**
     * Takes an answer while the cell that hands it in runs: what ran in that cell is noted now.
     *
     * @param handed a value or function
     */
    public Fetching(Object handed, Workshop workshop) {
        this.answer = Answer.of(handed);
        this.workshop = workshop;
        ranInCell = workshop.ranInCell();
    }

    /**
     * Asks the questions in turn. After a call that had to be stopped no further one is made: it would only cost the
     * same time again.
     *
     * @return a reply for each question
     * @throws CancellationException if the cell is interrupted
     */
    public List<Reply> replies(List<Question> questions) {
        List<Reply> replies = new ArrayList<>();
        boolean stopped = false;
        for (Question question : questions) {
            Reply reply = stopped ? new Reply.Failed(Reply.Kind.NOT_ASKED, "") : reply(question);
            stopped |= reply instanceof Reply.Failed failed && failed.kind() == Reply.Kind.TOO_SLOW;
            replies.add(reply);
        }
        return replies;
    }

    private Reply reply(Question question) {
        if (answer instanceof Answer.Value handed) {
            if (handed.value() == null) {
                return new Reply.NotAttempted();
            }
            return question instanceof Question.Value asked
                    ? value(handed.value(), asked)
                    : new Reply.Failed(Reply.Kind.NO_FUNCTION, say("exercise.functionCheck.hand-function-itself"));
        }
        return question instanceof Question.Call asked
                ? call((Answer.Call) answer, asked)
                : new Reply.Failed(Reply.Kind.NO_VALUE, say("exercise.fetching.hand-value"));
    }

    private Reply value(Object value, Question.Value asked) {
        Set<String> ran = watched(ranInCell, asked);
        return limited(
                Todo.met(), () -> new Reply.Given(PlainForm.of(value), printed(value), List.of(), -1, null, ran));
    }

    private Reply call(Answer.Call function, Question.Call asked) {
        if (function.arity() != asked.given().size()) {
            return new Reply.Failed(
                    Reply.Kind.OTHER_ARITY,
                    say(
                            "exercise.functionCheck.function-takes-arguments-exercise",
                            "arity",
                            function.arity(),
                            "given",
                            asked.given().size()));
        }
        List<Tensor> given = asked.given().stream().map(PlainForm::tensor).collect(Collectors.toList());
        if (asked.gradient()) {
            given.set(0, given.get(0).to(DType.float64).detach().clone().requiresGrad_(true));
        }
        long before = Todo.met();
        return limited(before, () -> {
            Object[] result = new Object[1];
            Set<String> ran =
                    workshop.watching(() -> result[0] = function.body().apply(given));
            if (ran != null && ranInCell != null && ranInCell.contains(NOTATION)) {
                ran.add(NOTATION);
            }
            if (result[0] == null) {
                return new Reply.NotAttempted();
            }
            Plain.Numbers gradient = asked.gradient() ? gradient(result[0], given.get(0)) : null;
            List<Plain.Numbers> after = given.stream()
                    .map(tensor -> (Plain.Numbers) PlainForm.of(tensor))
                    .toList();
            return new Reply.Given(
                    PlainForm.of(result[0]), "", after, alias(given, result[0]), gradient, watched(ran, asked));
        });
    }

    private static int alias(List<Tensor> given, Object result) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == result) {
                return i;
            }
        }
        return -1;
    }

    /** By automatic differentiation; null where there is no way from the result to the argument. */
    private static Plain.Numbers gradient(Object result, Tensor leaf) {
        if (!(result instanceof Tensor tensor) || !tensor.requiresGrad()) {
            return null;
        }
        tensor.sum().backward();
        return leaf.grad() == null ? null : (Plain.Numbers) PlainForm.of(leaf.grad());
    }

    private static Set<String> watched(Set<String> ran, Question question) {
        return ran == null
                ? null
                : ran.stream().filter(question.watched()::contains).collect(Collectors.toSet());
    }

    private Reply limited(long before, Callable<Reply> code) {
        try {
            return workshop.limited(LIMIT, code);
        } catch (TimeoutException e) {
            return new Reply.Failed(
                    Reply.Kind.TOO_SLOW,
                    say("exercise.functionCheck.stopped-after-seconds-does", "toSeconds", LIMIT.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            return failed(e.getCause(), before);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError | LinkageError e) {
            return failed(e, before);
        }
    }

    private static Reply failed(Throwable thrown, long before) {
        if (Todo.caused(thrown, before)) {
            return new Reply.NotAttempted();
        } else if (thrown instanceof StackOverflowError) {
            return new Reply.Failed(Reply.Kind.TOO_DEEP, say("exercise.fetching.too-deep", "place", place(thrown)));
        } else if (thrown instanceof OutOfMemoryError) {
            return new Reply.Failed(Reply.Kind.TOO_LARGE, say("exercise.fetching.too-large"));
        }
        String what = thrown.getClass().getSimpleName()
                + (thrown.getMessage() == null ? "" : ": " + shortened(thrown.getMessage()));
        return new Reply.Failed(
                Reply.Kind.THREW, say("exercise.functionCheck.your-function-threw", "thrown", what + place(thrown)));
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String file = frame.getFileName();
            if (file != null && file.startsWith("cell") && frame.getLineNumber() > 0) {
                return say(
                        "exercise.fetching.place", "number", file.replaceAll("\\D", ""), "line", frame.getLineNumber());
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }

    static String printed(Object value) {
        String text = value instanceof Object[] rows ? Arrays.deepToString(rows) : String.valueOf(value);
        return text.length() <= LONGEST_PRINT ? text : text.substring(0, LONGEST_PRINT);
    }
}
