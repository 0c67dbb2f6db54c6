package jacobi.exercise.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {
    private static final double[] ODD = {0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300};

    @Test
    void questionsComeBackAsTheyWere() {
        Plain.Numbers given = new Plain.Numbers("Tensor", "float32", List.of(2, 3), ODD);
        List<Question> read = AnswerJson.questions(AnswerJson.ofQuestions(
                List.of(new Question.Value(Set.of("loop", "cos")), new Question.Call(List.of(given), true, Set.of()))));
        assertThat(read.get(0)).isEqualTo(new Question.Value(Set.of("loop", "cos")));
        assertThat(read.get(1)).isInstanceOfSatisfying(Question.Call.class, call -> {
            assertThat(call.gradient()).isTrue();
            assertSame(given, call.given().get(0));
        });
    }

    @Test
    void repliesKeepEveryBitAndEveryKindOfValue() {
        Plain.Numbers numbers = new Plain.Numbers("Tensor", "float64", List.of(6), ODD);
        Plain.Drawing drawing = new Plain.Drawing(
                "Figure",
                List.of(new Plain.Curve(new double[] {0, 1}, new double[] {2, 3})),
                new double[] {0, 1},
                null);
        List<Reply> read = AnswerJson.replies(AnswerJson.ofReplies(List.of(
                new Reply.Given(numbers, "tensor", List.of(numbers), 0, numbers, Set.of("backward")),
                new Reply.Given(new Plain.Texts("List", List.of(2), List.of("a", "∇")), "", List.of(), -1, null, null),
                new Reply.Given(drawing, "", List.of(), -1, null, Set.of()),
                new Reply.Given(new Plain.Other("Object", "x"), "x", List.of(), -1, null, null),
                new Reply.NotAttempted(),
                new Reply.Failed(Reply.Kind.TOO_DEEP, "deep"))));
        Reply.Given first = (Reply.Given) read.get(0);
        assertSame(numbers, (Plain.Numbers) first.value());
        assertSame(numbers, first.gradient());
        assertThat(first.alias()).isZero();
        assertThat(first.ran()).containsExactly("backward");
        assertThat(((Reply.Given) read.get(1)).value())
                .isEqualTo(new Plain.Texts("List", List.of(2), List.of("a", "∇")));
        assertThat(((Reply.Given) read.get(1)).ran()).isNull();
        Plain.Drawing drawn = (Plain.Drawing) ((Reply.Given) read.get(2)).value();
        assertThat(drawn.curves().get(0).y()).containsExactly(2, 3);
        assertThat(drawn.xlim()).containsExactly(0, 1);
        assertThat(drawn.ylim()).isNull();
        assertThat(read.subList(4, 6))
                .containsExactly(new Reply.NotAttempted(), new Reply.Failed(Reply.Kind.TOO_DEEP, "deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{\"value\": {\"numbers\": \"AAAA\", \"shape\": [1]}}]",
                "[{\"value\": {\"numbers\": \"\", \"shape\": [2147483647, 2147483647, 4]}}]",
                "[{\"value\": {\"numbers\": \"\", \"shape\": [-1]}}]",
                "[{\"value\": {\"numbers\": \"%%%\", \"shape\": [1]}}]",
                "[{\"value\": {\"texts\": [\"a\"], \"shape\": [2]}}]",
                "[{\"failed\": \"PASSED\"}]"
            })
    void whatAStrangerWroteIsRefused(String text) {
        assertThatThrownBy(() -> AnswerJson.replies(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(Plain.Numbers expected, Plain.Numbers found) {
        assertThat(found.type()).isEqualTo(expected.type());
        assertThat(found.dtype()).isEqualTo(expected.dtype());
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.values()).containsExactly(expected.values());
    }
}
