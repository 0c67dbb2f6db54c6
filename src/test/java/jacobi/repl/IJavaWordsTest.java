package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What notebooks written for IJava and JJava say to their kernel. */
class IJavaWordsTest {
    private final CellTrial cells = new CellTrial(
            "import java.util.*;",
            "import static jacobi.repl.magic.Words.*;",
            "import static org.dflib.jjava.kernel.JavaNotebookStatics.*;",
            "import static jacobi.display.Displays.*;");

    @AfterEach
    void close() {
        cells.close();
    }

    private Map<String, Object> shown(String cell) {
        cells.runs(cell);
        return cells.shown().get(cells.shown().size() - 1).data();
    }

    @Test
    void aRendererIsRegisteredWithTheKernel() {
        cells.runs("import io.github.spencerpark.ijava.IJava;\nrecord Bird(String name) {}");
        cells.runs("IJava.getKernelInstance().getRenderer().createRegistration(Bird.class)\n"
                + "    .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)\n"
                + "    .register((bird, context) -> context.renderIfRequested(\n"
                + "        io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, () -> "
                + "\"<b>\" + bird.name()));");
        assertThat(shown("display(new Bird(\"owl\"));")).containsEntry("text/html", "<b>owl");
        assertThat(shown("io.github.spencerpark.ijava.runtime.Display.display(new Bird(\"jay\"), \"text/html\");"))
                .containsEntry("text/html", "<b>jay");
    }

    @Test
    void theKernelEvaluatesAndDisplays() {
        cells.runs("var kernel = io.github.spencerpark.ijava.IJava.getKernelInstance();");
        assertThat(cells.value("kernel.evalRaw(\"int made = 2; made + 1\")")).isEqualTo(3);
        assertThat(shown("kernel.display(kernel.eval(\"made\"));")).containsEntry("text/plain", "2");
        assertThat(shown("var data = new io.github.spencerpark.jupyter.kernel.display.DisplayData();\n"
                        + "data.putHTML(\"<i>x</i>\");\ndisplay(data);"))
                .containsEntry("text/html", "<i>x</i>");
    }

    @Test
    void jJavasKernelIsFoundByItsNames() {
        cells.runs("import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;\nrecord Owl(String name) {}\n"
                + "org.dflib.jjava.kernel.JavaKernel k = kernel();\n"
                + "k.getRenderer().createRegistration(Owl.class).preferring(MIMEType.TEXT_HTML)\n"
                + "    .register((owl, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, () -> "
                + "\"<b>\" + owl.name()));");
        assertThat(shown("display(new Owl(\"barn\"));")).containsEntry("text/html", "<b>barn");
        assertThat(shown("kernel().display(kernel().getRenderer().renderAs(new Owl(\"tawny\"), \"text/html\"));"))
                .containsEntry("text/html", "<b>tawny");
        assertThat(cells.value("kernel().evalRaw(\"int born = 2; born + 1\")")).isEqualTo(3);
        assertThat(cells.value("org.dflib.jjava.JJava.getKernelInstance() == getKernelInstance()"))
                .isEqualTo(true);
        assertThat(cells.value("(Object) org.dflib.jjava.runtime.Magics.lineMagic(\"who\", List.of()) instanceof List"))
                .isEqualTo(true);
        assertThat(cells.value("double kernel(double u) { return u; }\ndouble kernel() { return 7; }\nkernel()"))
                .as("a function of the student's of that name is meant")
                .isEqualTo(7.0);
        assertThat(cells.value("kernel() + kernel(1)")).isEqualTo(8.0);
    }

    @Test
    void whatIsShownHasAnIdAndAHandle() {
        cells.runs("String id = display(\"first\");\nupdateDisplay(id, \"second\");");
        String id = cells.idOfShown(0);
        assertThat(cells.value("id")).isEqualTo(id);
        assertThat(cells.updated(id).plain()).isEqualTo("second");
        cells.runs("updateDisplay(id, \"<b>third</b>\", \"text/html\");");
        assertThat(cells.updated(id).data()).containsOnly(Map.entry("text/html", "<b>third</b>"));
        cells.runs("String later;\nlater = id.isEmpty() ? null : display(1);");
        assertThat(cells.value("later")).isEqualTo(cells.idOfShown(1));
        assertThat(cells.value("\"shown as \" + display(2)")).isEqualTo("shown as " + cells.idOfShown(2));
        cells.runs("var handle = display(4);\nhandle.update(5);");
        assertThat(cells.updated(cells.idOfShown(3)).plain()).isEqualTo("5");
        assertThat(cells.failure("String other = display(1);\nint wrong = \"x\";")
                        .evalue())
                .startsWith("line 1");
    }

    @Test
    void valuesAreShownInTheTypesAskedFor() {
        assertThat(shown("display(new byte[] {1, 2, 3}, \"image/png\");")).containsOnly(Map.entry("image/png", "AQID"));
        assertThat(shown("display(Map.of(\"a\", List.of(1, 2.5)), \"application/json\");"))
                .containsOnly(Map.entry("application/json", Map.of("a", List.of(1, 2.5))));
        assertThat(shown("display(\"{\\\"a\\\": [true]}\", \"application/vnd.x+json\");"))
                .containsOnly(Map.entry("application/vnd.x+json", Map.of("a", List.of(true))));
        assertThat(shown("record P(int x, String y) {}\ndisplay(new P(1, \"q\"), \"application/json\");"))
                .containsOnly(Map.entry("application/json", Map.of("x", 1.0, "y", "q")));
        assertThat(shown("display(html(\"<p>\"), \"text/html\");")).containsOnly(Map.entry("text/html", "<p>"));
        assertThat(cells.failure("display(new Object(), \"image/png\");").evalue())
                .contains("cannot be shown as image/png", "text/plain");
    }

    @Test
    void magicsAreCalledByIJavasFunctions() {
        assertThat(cells.value("io.github.spencerpark.ijava.runtime.Magics.lineMagic(\"who\", List.of())"))
                .isEqualTo(List.of());
        cells.runs("io.github.spencerpark.ijava.runtime.Magics.cellMagic(\"html\", List.of(), \"<p>\");");
        assertThat(cells.shown().get(0).data()).containsEntry("text/html", "<p>");
        assertThat(cells.failure("lineMagic(\"nope\", List.of())").evalue()).contains("there is no %nope");
    }
}
