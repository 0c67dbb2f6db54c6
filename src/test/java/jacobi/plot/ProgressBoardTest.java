package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.mark.Line;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The book's board of curves that grow, as {@code board.draw(x, sin(x), "sin", every_n=2)}. */
class ProgressBoardTest {

    @Test
    void drawsTheMeanOfEveryNPoints() {
        try (Shown shown = Shown.open()) {
            ProgressBoard board = new ProgressBoard("x");
            for (int i = 0; i < 10; i++) {
                board.draw(i, 2 * i, "twice", 2);
                board.draw(i, i * i, "square", 5);
            }
            List<Line> lines = board.figure().axes().lines();
            assertThat(lines.get(0).xdata()).containsExactly(0.5, 2.5, 4.5, 6.5, 8.5);
            assertThat(lines.get(0).ydata()).containsExactly(1, 5, 9, 13, 17);
            assertThat(lines.get(1).xdata()).containsExactly(2, 7);
            assertThat(lines.get(1).ydata()).containsExactly(6, 51);
            assertThat(board).hasToString("Figure: twice, square; x 0.5..8.5");
        }
    }

    @Test
    void showsOneFigureThatGrows() {
        try (Shown shown = Shown.open()) {
            ProgressBoard board = new ProgressBoard("x", "f(x)");
            board.draw(0, 1, "a").draw(1, 2, "a").draw(1, 3, "b");
            Gallery.endCell(null);
            assertThat(shown.items().get(0).update()).isFalse();
            assertThat(shown.items().stream().skip(1)).allMatch(Shown.Item::update);
            String last = String.valueOf(shown.last().bundle().data().get("image/svg+xml"));
            assertThat(last).isEqualTo(board.figure().toSvg()).contains(">a<", ">b<", ">x<", ">f(x)<");
        }
    }

    @Test
    void pointsThatWaitForTheirMeanAreNoReasonToShowAnything() throws Exception {
        try (Shown shown = Shown.open()) {
            new ProgressBoard().draw(0, 1, "a", 2);
            TimeUnit.MILLISECONDS.sleep(20);
            Gallery.endCell(null);
            assertThat(shown.items()).isEmpty();
            ProgressBoard quiet = new ProgressBoard(null, null, null, null, null, null, null, null, null, false);
            quiet.draw(0, 1, "a");
            Gallery.endCell(null);
            assertThat(shown.items()).isEmpty();
            assertThat(quiet.figure().axes().lines()).hasSize(1);
        }
    }

    @Test
    void curvesAreToldApart() {
        ProgressBoard board = new ProgressBoard(null, null, null, null, null, null, null, null, null, false);
        IntStream.range(0, 8).forEach(i -> board.draw(0, i, "curve " + i));
        assertThat(board.figure().axes().lines())
                .extracting(line -> line.look().dash)
                .doesNotHaveDuplicates();
        assertThat(board.figure().axes().lines())
                .extracting(line -> line.look().color)
                .startsWith("C0", "C1", "C2", "C3")
                .doesNotHaveDuplicates();
        ProgressBoard own = new ProgressBoard(
                null,
                null,
                List.of(0, 9),
                null,
                "linear",
                "log",
                List.of("--"),
                List.of("r", "b"),
                List.of(4, 2),
                false);
        own.draw(1, 1, "a").draw(1, 2, "b").draw(1, 3, "c");
        assertThat(own.figure().axes().lines())
                .extracting(line -> line.look().color)
                .containsExactly("#ff0000", "#0000ff", "#ff0000");
        assertThat(own.figure().toSvg()).contains("width=\"288pt\" height=\"144pt\"");
        assertThat(own.figure().axes().xSpan().hi()).isEqualTo(9);
    }

    @Test
    void badInputIsSaidAtOnce() {
        ProgressBoard board = new ProgressBoard();
        assertThatThrownBy(() -> board.draw(0, List.of(1, 2), "a"))
                .hasMessage("y: expected one number, found 2 numbers");
        assertThatThrownBy(() -> board.draw(0, 1, "a", 0)).hasMessage("everyN: expected 1 or more, found 0");
        assertThatThrownBy(() -> board.draw(0, 1, null)).hasMessage("label: expected the name of a curve, found null");
        assertThatThrownBy(() -> new ProgressBoard(null, null, null, null, null, null, List.of(), null, null, true))
                .hasMessage("ls: expected one or more, found an empty list");
    }
}
