package jacobi.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckCallTest {
    @Test
    void aStatementBeginsWithACall() {
        assertThat(CheckCall.of("check(\"a-1\", x -> f(x, \")\"));"))
                .contains(new CheckCall("a-1", "x -> f(x, \")\")", "check(\"a-1\", x -> f(x, \")\"))"));
        assertThat(CheckCall.of("check /* it */ ( \"a-1\" , [1.0, 2] )"))
                .map(CheckCall::answer)
                .contains("[1.0, 2]");
        assertThat(CheckCall.of("recheck(\"a-1\", x)")).isEmpty();
        assertThat(CheckCall.of("var y = check(\"a-1\", x);")).isEmpty();
        assertThat(CheckCall.of("check(id, x)")).isEmpty();
        assertThat(CheckCall.of("check(\"a-1\")")).isEmpty();
        assertThat(CheckCall.of("check(\"a-1\", x")).isEmpty();
    }

    @Test
    void aCellMayHoldNothingElse() {
        assertThat(CheckCall.isAllOf("check(\"a-1\", x);\ncheck(\"a-2\", y -> g(y))"))
                .isTrue();
        assertThat(CheckCall.isAllOf("check(\"a-1\", x); x")).isFalse();
        assertThat(CheckCall.isAllOf("var x = 1;\ncheck(\"a-1\", x)")).isFalse();
        assertThat(CheckCall.isAllOf("")).isFalse();
    }

    @Test
    void anExercisesCellIsItsAnswerItsCheckAndTheRest() {
        ExerciseCell cell = ExerciseCell.of("// check(\"no\", 1)\nvar x = 3;\ncheck(\"a-1\", x);\n// tests\nint y;")
                .orElseThrow();
        assertThat(cell.id()).isEqualTo("a-1");
        assertThat(cell.answer()).isEqualTo("// check(\"no\", 1)\nvar x = 3;");
        assertThat(cell.check()).isEqualTo("check(\"a-1\", x);");
        assertThat(cell.call().answer()).isEqualTo("x");
        assertThat(cell.rest()).isEqualTo("// tests\nint y;");
    }
}
