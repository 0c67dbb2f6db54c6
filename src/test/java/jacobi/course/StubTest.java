package jacobi.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.notebook.NotebookException;
import org.junit.jupiter.api.Test;

class StubTest {
    private static String stubbed(String cell) throws NotebookException {
        return Region.SOLUTION.replaced(cell, "cell 1", (indent, lines) -> Stub.of(cell, indent, lines));
    }

    @Test
    void aMethodReturnsTodo() throws NotebookException {
        assertThat(stubbed("""
                Tensor center(Tensor X) {
                    // BEGIN SOLUTION
                    Tensor m = X.mean(1, true);
                    return X - m;
                    // END SOLUTION
                }""")).isEqualTo("""
                Tensor center(Tensor X) {
                    return todo();
                }""");
    }

    @Test
    void declarationsStayWithoutWhatTheyAre() throws NotebookException {
        assertThat(stubbed("""
                int n = 3;
                // BEGIN SOLUTION
                import java.util.zip.CRC32;
                double ratio = 1 / 3.0, other;
                var answer = zeros(4, 4);
                answer[::2, 1::2] = 1;
                boolean even(int k) { return k % 2 == 0; }
                void tell() { System.out.println("secret"); }
                // END SOLUTION""")).isEqualTo("""
                int n = 3;
                import java.util.zip.CRC32;
                Double ratio = todo();
                Double other = todo();
                var answer = todo();
                boolean even(int k) {
                    return todo();
                }
                void tell() {
                }""");
    }

    @Test
    void variablesInsideAMethodThatTheRestNeeds() throws NotebookException {
        assertThat(stubbed("""
                Tensor f(Tensor x) {
                    // BEGIN SOLUTION
                    Tensor y = x * 2;
                    // END SOLUTION
                    return y;
                }""")).contains("    Tensor y = todo();\n    return y;");
    }

    @Test
    void aMarkWithoutItsPartnerIsNamed() {
        assertThatThrownBy(() -> stubbed("// BEGIN SOLUTION\nint x = 3;"))
                .hasMessage("cell 1: BEGIN SOLUTION has no END SOLUTION after it; add it");
        assertThatThrownBy(() -> stubbed("// END SOLUTION")).hasMessageContaining("has no BEGIN SOLUTION before it");
        assertThatThrownBy(() -> stubbed("// BEGIN SOLUTION\n// BEGIN SOLUTION"))
                .hasMessageContaining("is inside another one");
    }
}
