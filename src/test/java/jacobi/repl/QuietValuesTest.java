package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.MimeBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that end in a semicolon: silent, unless their value is made to be seen. */
class QuietValuesTest {
    private final CellTrial cells = new CellTrial("import java.util.*;", "import static jacobi.display.Displays.*;");

    @AfterEach
    void close() {
        cells.close();
    }

    private Evaluation ran(String cell) {
        cells.runs(cell);
        return cells.last();
    }

    @Test
    void whatIsMadeToBeSeenShows() {
        assertThat(cells.value("html(\"<b>x\");")).isInstanceOf(MimeBundle.class);
        assertThat(cells.value("import jacobi.display.Table;\nTable.of(\"\", \"a\")\n    .row(1);")
                        .toString())
                .isEqualTo("a\n1");
        assertThat(cells.value("new java.awt.image.BufferedImage(2, 2, 1);")).isNotNull();
        cells.runs("MimeBundle made() { System.out.println(\"once\"); return html(\"y\"); }"
                .replace("MimeBundle", "jacobi.display.MimeBundle"));
        assertThat(cells.printed("made();")).isEqualTo("once\n");
        assertThat(cells.last()).isInstanceOf(Evaluation.Value.class);
    }

    @Test
    void everythingElseIsSilent() {
        cells.runs("List<Integer> list = new ArrayList<>();");
        for (String cell : new String[] {
            "list.add(3);",
            "System.out.print(\"\");",
            "new Object();",
            "list.size();",
            "new StringBuilder().append(1);",
            "var t = html(\"x\");",
            "jacobi.display.MimeBundle.text(\"plain\");",
            "display(1);"
        }) {
            assertThat(ran(cell)).as(cell).isEqualTo(new Evaluation.Done());
        }
        assertThat(cells.value("list")).hasToString("[3]");
        assertThat(cells.failure("list.nope();").evalue()).startsWith("line 1");
    }

    @Test
    void asInIJavaEveryValueShows() {
        cells.runs("List<Integer> list = new ArrayList<>();");
        assertThat(cells.runs("%compat ijava")).contains("with a semicolon, too");
        assertThat(cells.value("list.add(3);")).isEqualTo(true);
        assertThat(ran("list.clear();")).isEqualTo(new Evaluation.Done());
        assertThat(ran("new HashMap<String, Integer>().put(\"owl\", 2);"))
                .as("null, which IJava does not show")
                .isEqualTo(new Evaluation.Done());
        assertThat(ran("int x = list.size();")).isEqualTo(new Evaluation.Done());
        cells.runs("%compat off");
        assertThat(ran("new HashMap<String, Integer>().put(\"owl\", 2)")).isEqualTo(new Evaluation.Value(null));
        assertThat(ran("list.add(3);")).isEqualTo(new Evaluation.Done());
        assertThat(cells.failure("%compat python").evalue()).contains("ijava or off");
    }
}
