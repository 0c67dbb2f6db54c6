package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static jacobi.plot.Plots.gca;
import static jacobi.plot.Plots.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which figures a cell shows, and when. */
class GalleryTest {
    private static final double[] Y = {1, 2, 4};

    @Test
    void twoPlotsInOneCellShowTwoFigures() {
        try (Shown shown = Shown.open()) {
            plot(Y).title("first");
            Figure value = plot(Y).title("second");
            Gallery.endCell(value);
            assertThat(shown.items()).hasSize(1);
            assertThat(shown.last().bundle().plain()).isEqualTo("Figure: first: line; x 0..2");
        }
    }

    @Test
    void whatWasDisplayedIsNotShownTwice() {
        try (Shown shown = Shown.open()) {
            Displays.display(plot(Y));
            Gallery.endCell(null);
            Gallery.endCell(null);
            assertThat(shown.items()).hasSize(1);
        }
    }

    @Test
    void theSampleBelongsToNoCell() {
        try (Shown shown = Shown.open()) {
            assertThat(Displays.render(Gallery.sample()).plain()).isEqualTo("Figure: first, second; x 0..2");
            Gallery.sample();
            Gallery.endCell(null);
            assertThat(shown.items()).isEmpty();
        }
    }

    @Test
    void axesAsAValueAreTheirFigureShownOnce() {
        try (Shown shown = Shown.open()) {
            Axes value = Plots.subplot(1, 2, 2).plot(Y);
            Displays.display(value);
            Gallery.endCell(value);
            assertThat(shown.items()).hasSize(1);
            assertThat(shown.last().bundle().plain()).isEqualTo("Figure: line; x 0..2");
        }
    }

    @Test
    void aFailedPlotLeavesNothingBehind() {
        try (Shown shown = Shown.open()) {
            assertThatThrownBy(() -> plot(Y, new double[] {1})).isInstanceOf(IllegalArgumentException.class);
            Gallery.endCell(null);
            assertThat(shown.items()).isEmpty();
        }
    }

    @Test
    void aFigureThatCannotBeDrawnHidesNoOther() {
        try (Shown shown = Shown.open()) {
            plot(Y).yscale("log").ylim(0, 1);
            plot(Y);
            Gallery.endCell(null);
            assertThat(shown.items()).hasSize(1);
        }
    }

    @Test
    void aFailedCallLeavesNoEmptyFrame() {
        try (Shown shown = Shown.open()) {
            assertThatThrownBy(() -> figure().bar(List.of("a", "b"), List.of(1)))
                    .hasMessageContaining("bar: x has 2 values");
            Gallery.endFailedCell(null);
            assertThat(shown.items()).isEmpty();

            figure();
            Gallery.endCell(null);
            assertThat(shown.items())
                    .as("where nothing failed, an empty frame was wanted")
                    .hasSize(1);
        }
    }

    @Test
    void aWordThatFailsHidesItsFigureAndNoOther() {
        try (Shown shown = Shown.open()) {
            plot(Y).title("whole");
            Figure half = plot(Y);
            try {
                half.color("bleu");
            } catch (IllegalArgumentException e) {
                Gallery.endFailedCell(e.getStackTrace()[0].getClassName());
            }
            assertThat(shown.items()).hasSize(1);
            assertThat(shown.last().bundle().plain()).contains("whole");

            plot(Y);
            Gallery.endFailedCell("java.util.ArrayList");
            assertThat(shown.items()).as("the error was of something else").hasSize(2);
        }
    }

    @Test
    void aFailedCallLeavesNothingHalfDrawn() {
        try (Shown shown = Shown.open()) {
            double[][] good = {{1, 2}, {3, 4}};
            assertThatThrownBy(() -> Plots.showImages(List.of(good, "no image"), 1, 2));
            double[][][][] four = {{good, good}};
            assertThatThrownBy(() -> Plots.showHeatmaps(four, "k", "q", List.of("one"), null, null))
                    .hasMessage("showHeatmaps: expected a title for each of 2 columns, found 1 title");
            assertThatThrownBy(() -> Plots.showHeatmaps(four, "k", "q", null, null, "rainbows"))
                    .hasMessageContaining("found \"rainbows\"");
            assertThatThrownBy(() -> Sketches.drawVectors(List.of(new double[] {1, 2}, new double[] {1, 2, 3})))
                    .hasMessageContaining("3 numbers in vector 1");
            Gallery.endCell(null);
            assertThat(shown.items()).isEmpty();
        }
    }

    @Test
    void currentAxesAreThoseOfTheCell() {
        try (Shown shown = Shown.open()) {
            Figure figure = figure();
            gca().plot(Y).xlabel("here");
            assertThat(figure.axes().state.marks).hasSize(1);
            Gallery.endCell(null);
            assertThat(gca()).isNotSameAs(figure.axes());
            assertThat(shown.items()).hasSize(1);
        }
    }

    @Test
    void themesHoldForWhatIsMadeAfter() {
        try {
            Plots.useTheme("dark");
            assertThat(plot(Y).toSvg()).contains("#111111");
            assertThatThrownBy(() -> Plots.useTheme("night"))
                    .hasMessage("theme: expected words of \"light\", \"dark\", \"print\", \"projector\", \"sans\", "
                            + "\"serif\", \"mono\","
                            + " as \"dark projector\", found \"night\"");
        } finally {
            Plots.useTheme("light");
        }
    }
}
