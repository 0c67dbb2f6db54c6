package jacobi.exercise;

import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import java.util.List;
import java.util.Set;

/** A check of the one value that an answer has. */
interface OneValue extends Check {
    /** What a card says was expected where there is no value. */
    default String wanted() {
        return "";
    }

    /** Judges the value. */
    List<Outcome> judge(Reply.Given given);

    @Override
    default List<Question> questions() {
        return List.of(new Question.Value(Set.of()));
    }

    @Override
    default List<Outcome> judge(List<Reply> replies) {
        return replies.get(0) instanceof Reply.Failed failed
                ? List.of(Check.failed("", wanted(), failed))
                : judge((Reply.Given) replies.get(0));
    }
}
