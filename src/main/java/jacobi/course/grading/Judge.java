package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.exercise.Exercise;
import jacobi.exercise.Result;
import jacobi.exercise.Trial;
import jacobi.exercise.answer.AnswerJson;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import jacobi.notebook.CellResult;
import jacobi.notebook.NotebookSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges answers in this process. What is right never leaves it: a submission's kernel is asked questions and gives
 * plain data. Reference solutions run in a kernel that no submission touches.
 */
final class Judge {
    private static final String REPLIES = "application/vnd.jacobi.replies";
    private static final int LITERAL = 8_000;

    private final TrustedKernel trusted;
    private final Limits limits;
    private final Map<String, Trial> trials = new ConcurrentHashMap<>();
    /**
     * What reference solutions replied, by what they were asked: where nothing is drawn, each student's trial asks the
     * same.
     */
    private final Map<String, List<Reply>> known = new ConcurrentHashMap<>();

    Judge(TrustedKernel trusted, Limits limits) {
        this.trusted = trusted;
        this.limits = limits;
    }

    /** The trial of one student at one exercise: the same every time, and another one for the next student. */
    Trial trial(CourseQuestion question, String student) {
        // Without a reference the questions are random all the same, so it is made for each.
        return trials.computeIfAbsent(
                student + "\n" + question.id(),
                key -> Trial.graded(question.exercise(), seed(key), (reference, questions) -> {
                    String asked = "jacobi.exercise.HandIn.askReference(" + literal(AnswerJson.ofQuestions(questions))
                            + ", " + literal(reference) + ")";
                    return known.computeIfAbsent(
                            asked, expression -> trusted.ask(expression, value -> replies(value, questions, false)));
                }));
    }

    private static long seed(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether it matters what ran in the cell that makes the answer. */
    static boolean watches(Trial trial) {
        return trial.questions().stream()
                .anyMatch(question -> !question.watched().isEmpty());
    }

    /** What is added to such a cell. */
    static String note(String id) {
        return "\n;jacobi.exercise.HandIn.note(" + literal(id) + ");";
    }

    /**
     * Fetches an answer from a submission's kernel.
     *
     * @return a reply for each question
     */
    List<Reply> fetch(CourseQuestion question, Trial trial, NotebookSession session)
            throws IOException, InterruptedException {
        List<Question> questions = trial.questions();
        String asked = "jacobi.exercise.HandIn.ask(" + literal(question.id()) + ", "
                + literal(AnswerJson.ofQuestions(questions)) + ", " + question.answer() + ")";
        // Each call has a limit of its own in the kernel; this one is for a kernel that does not keep to it.
        return replies(session.evaluate(asked, limits.cell().multipliedBy(2)), questions, true);
    }

    /** The replies in a value; failures where there are none. */
    private static List<Reply> replies(NotebookSession.Value value, List<Question> questions, boolean ofStudent) {
        if (value.state() == CellResult.State.RAN) {
            try {
                List<Reply> replies =
                        AnswerJson.replies(value.data().path(REPLIES).asText());
                if (replies.size() == questions.size()) {
                    return replies;
                }
            } catch (RuntimeException e) {
                // Not what the kernel's own class writes: someone else's hand is in it.
            }
            return all(questions, Reply.Kind.THREW, say("course.judge.no-replies"));
        }
        Reply.Kind kind = switch (value.state()) {
            case TIMED_OUT -> Reply.Kind.TOO_SLOW;
            case KERNEL_DIED -> Reply.Kind.ENDED;
            default -> Reply.Kind.THREW;
        };
        return all(questions, kind, ofStudent && kind == Reply.Kind.ENDED ? say("course.judge.ended") : value.error());
    }

    private static List<Reply> all(List<Question> questions, Reply.Kind kind, String words) {
        List<Reply> replies = new ArrayList<>();
        questions.forEach(question -> replies.add(new Reply.Failed(kind, words)));
        return replies;
    }

    /** The mark for an answer. */
    static Mark mark(CourseQuestion question, Trial trial, List<Reply> replies) {
        Exercise exercise = question.exercise();
        Result result = trial.judge(replies);
        Mark.State otherwise = !result.attempted()
                ? Mark.State.NOT_ATTEMPTED
                : replies.stream().allMatch(Reply.Failed.class::isInstance) ? Mark.State.FAILED : Mark.State.WRONG;
        double share = exercise.points() == 0 ? 1 : result.points() / exercise.points();
        return Mark.earned(question, share * question.points(), otherwise, "", result.html());
    }

    /** A text as an expression of Java: several literals, since one holds 65,535 bytes. */
    private static String literal(String text) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length() || parts.isEmpty(); at += LITERAL) {
            StringBuilder part = new StringBuilder("\"");
            for (char c :
                    text.substring(at, Math.min(text.length(), at + LITERAL)).toCharArray()) {
                if (c == '"' || c == '\\') {
                    part.append('\\').append(c);
                } else if (c < 0x20) {
                    // Not the other kind of escape, which Java reads before it sees a literal: a line would end there.
                    part.append("\\%03o".formatted((int) c));
                } else if (c > 0x7e) {
                    part.append("\\u%04x".formatted((int) c));
                } else {
                    part.append(c);
                }
            }
            parts.add(part.append('"').toString());
        }
        return parts.size() == 1 ? parts.get(0) : "String.join(\"\", " + String.join(", ", parts) + ")";
    }
}
