package jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.plot.Figure;
import jacobi.repl.Completions;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JavaSessionTest {
    /** A property by which a cell tells how far it came. */
    private static final String REACHED = "jacobi.test.reached";

    private static Evaluator session;

    @BeforeAll
    static void start() {
        session = JavaSession.start();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void aCellFindsTensorsAndFiguresUnderTheirNames() {
        assertThat(value("arange(4.0).sum()")).hasToString("tensor(6.)");
        assertThat(svg("plot(arange(0, 3, 0.1), arange(0, 3, 0.1).pow(2))"))
                .startsWith("<svg")
                .contains("<path");
    }

    @Test
    void aResetPutsBackWhatCellsSet() {
        String small = svg("plot(arange(3.0), arange(3.0))");
        value("setPrintoptions(2); useTheme(\"dark\"); setFigsize(8, 6);\ntensor(1.23456)");
        assertThat(value("tensor(1.23456)")).hasToString("tensor(1.23)");
        assertThat(svg("plot(arange(3.0), arange(3.0))")).isNotEqualTo(small).contains("width=\"576");
        session.evaluate("%reset", 1);
        assertThat(value("tensor(1.23456)")).hasToString("tensor(1.2346)");
        assertThat(svg("plot(arange(3.0), arange(3.0))")).isEqualTo(small);
    }

    private static String svg(String cell) {
        return Displays.render(value(cell)).data().get("image/svg+xml").toString();
    }

    @Test
    void theCellsOfTheReadmeDoWhatItSays() throws IOException {
        List<String> blocks = Pattern.compile("```(?:java)?\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")).split("## A first cell")[1])
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(value(blocks.get(0))).hasToString(blocks.get(1));
        assertThat(value(blocks.get(2))).isInstanceOf(Figure.class);
    }

    @Test
    void tuplesAndListsOfFormulasAreTypeset() {
        assertThat(latex("var g = parse(\"x^2\");\ng, g.derivative()"))
                .isEqualTo("$\\displaystyle \\left(x^{2},\\ 2 x\\right)$");
        assertThat(latex("List.of(g, List.of(1, g))"))
                .isEqualTo("$\\displaystyle \\left[x^{2},\\ \\left[1,\\ x^{2}\\right]\\right]$");
        assertThat(latex("List.of(g, \"text\")")).isNull();
        assertThat(latex("List.of(1, 2)")).isNull();
        assertThat(Displays.render(value("List.of(1, 2)")).plain()).isEqualTo("[1, 2]");
    }

    private static Object latex(String cell) {
        return Displays.render(value(cell)).data().get("text/latex");
    }

    @Test
    void theIdsOfExercisesAreOffered() {
        String typed = "exercisesFrom(\"notebooks/exercises\")";
        session.evaluate(typed, 1);
        assertThat(session.complete("check(\"calculus-", 16).matches())
                .extracting(Completions.Match::text)
                .contains("calculus-1", "calculus-8")
                .allMatch(id -> id.startsWith("calculus-"));
    }

    /** They are written by the build into a class that the imported one extends. */
    @Test
    void theFunctionFormsOfOperationsAreOfferedAndTold() {
        for (String function : List.of("flip", "movedim", "conv2d", "hardswish")) {
            assertThat(session.complete(function.substring(0, 4), 4).matches())
                    .extracting(Completions.Match::text)
                    .contains(function);
            assertThat(session.inspect(function, function.length(), 0).text()).contains("static Tensor ");
        }
    }

    @Test
    void chartsAndImagesOfLibrariesAreShown() {
        Object chart = value("""
            org.knowm.xchart.XYChart chart = new org.knowm.xchart.XYChartBuilder().width(200).height(100).build();
            chart.addSeries("y", new double[] {0, 1}, new double[] {1, 2});
            chart\
            """);
        assertThat(Displays.render(chart).data().get("image/svg+xml").toString())
                .contains("<svg");
        Object image = value("new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)");
        assertThat(Displays.render(image).data().get("image/png").toString()).startsWith("iVBOR");
    }

    @Test
    @Timeout(300)
    void anOperationStopsHalfwayWhenTheCellIsStopped() throws InterruptedException {
        Thread student = new Thread(() -> {
            while (System.getProperty(REACHED) == null) {
                LockSupport.parkNanos(1_000_000);
            }
            session.interrupt();
        });
        student.setDaemon(true);
        student.start();
        // The cell itself asks nothing after the product begins; the question is asked within, before Java 17 ends the
        // thread by force.
        Evaluation ended = session.evaluate("""
            Tensor big = ones(3000, 3000);
            // Loops that are compiled by then ask sooner than those that are not.
            for (int i = 0; i < 20; i++) ones(300, 300).matmul(ones(300, 300));
            System.setProperty("%1$s", "the product");
            try {
                big.matmul(big);
                System.setProperty("%1$s", "the end");
            } catch (Error e) {
                System.setProperty("%1$s", e.getClass().getSimpleName());
                throw e;
            }\
            """.formatted(REACHED), 9);
        student.join();
        String reached = System.clearProperty(REACHED);
        assertThat(ended).isInstanceOf(Evaluation.Failure.class);
        assertThat(((Evaluation.Failure) ended).ename()).isEqualTo("KeyboardInterrupt");
        assertThat(reached).isEqualTo("CellInterruption");
    }

    @Test
    @Timeout(300)
    void studentsCodeInACheckIsStoppedInTime() throws Exception {
        CellWorkshop workshop = new CellWorkshop(null);
        assertThat(workshop.<Integer>limited(Duration.ofSeconds(5), () -> 42)).isEqualTo(42);
        assertThatThrownBy(() -> workshop.limited(Duration.ofSeconds(5), () -> {
                    throw new IllegalStateException("theirs");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("theirs");
        assertThatThrownBy(() -> workshop.limited(Duration.ofMillis(200), () -> {
                    Thread.sleep(60_000);
                    return null;
                }))
                .isInstanceOf(TimeoutException.class);
    }

    private static Object value(String cell) {
        Evaluation evaluation = session.evaluate(cell, 1);
        assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
        return ((Evaluation.Value) evaluation).value();
    }
}
