package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static jacobi.plot.Plots.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows C7 and C8: d2l's plot with every form of numbers and all of its parameters. */
class PlotTest {
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {0, 1, 4};

    @Test
    void tangentFigureSaysWhatItShows() {
        assertThat(Drawings.tangent()).hasToString("Figure: f(x), Tangent line (x=1); x 0..2.9");
    }

    @Test
    void aloneYStandsOverItsIndices() {
        assertThat(plot(Y).toSvg()).isEqualTo(plot(X, Y).toSvg());
        assertThat(plot(Y, (Object) null).toSvg()).isEqualTo(plot(X, Y).toSvg());
    }

    @Test
    void numbersOfEveryKindDrawTheSame() {
        String expected = plot(X, Y).toSvg();
        assertThat(plot(new float[] {0, 1, 2}, new int[] {0, 1, 4}).toSvg()).isEqualTo(expected);
        assertThat(plot(new long[] {0, 1, 2}, List.of(0, 1.0, 4L)).toSvg()).isEqualTo(expected);
        assertThat(plot(new double[][] {X}, List.of(Y)).toSvg()).isEqualTo(expected);
        assertThat(plot(X, (double x) -> x * x).toSvg()).isEqualTo(expected);
    }

    @Test
    void oneXServesSeveralY() {
        assertThat(plot(X, List.of(Y, X)).toSvg())
                .isEqualTo(plot(List.of(X, X), List.of(Y, X)).toSvg());
        assertThat(plot(X, new double[][] {Y, X}).toSvg())
                .isEqualTo(plot(X, List.of(Y, X)).toSvg());
    }

    @Test
    void differentLengthsNameBoth() {
        assertThatThrownBy(() -> plot(X, new double[] {1, 2}))
                .hasMessage("plot: x has 3 values and y has 2 values; both must have the same number of values");
        assertThatThrownBy(() -> plot(X, List.of(Y, new double[] {1})))
                .hasMessage("plot: x[1] has 3 values and y[1] has 1 value; both must have the same number of values");
    }

    @Test
    void allParametersOfTheBook() {
        Figure figure = plot(
                X,
                List.of(Y, X),
                "t",
                "v",
                List.of("a", "b"),
                List.of(1, 2),
                new double[] {1, 10},
                "linear",
                "log",
                List.of("r:", "k-"),
                List.of(4, 3),
                null);
        String svg = figure.toSvg();
        assertThat(svg)
                .contains("width=\"288pt\" height=\"216pt\"")
                .contains("stroke=\"#ff0000\"")
                .contains(">t</text>", ">v</text>", ">a</text>", ">b</text>");
        assertThat(figure.axes().xSpan()).isEqualTo(new Span(1, 2));
        assertThat(figure.axes().ySpan()).isEqualTo(new Span(1, 10));
        assertThat(figure.axes().state.y.scale).isEqualTo(Scale.LOG);
    }

    @Test
    void givenAxesAreClearedAndDrawnIn() {
        Figure figure = Plots.subplots(1, 2);
        Axes right = figure.axes(0, 1).plot(X, Y).title("old");
        Figure drawn = plot(X, Y, "x", null, null, null, null, null, null, null, null, right);
        assertThat(drawn).isSameAs(figure);
        assertThat(right.state.marks).hasSize(1);
        assertThat(right.state.title).isEmpty();
    }

    @Test
    void whatWasPlottedMovesIntoOtherAxes() {
        Figure figure = Plots.subplots(1, 2);
        Figure drawn = plot(X, Y).xlabel("t").axes(figure.axes(1));
        assertThat(drawn).isSameAs(figure);
        assertThat(figure.axes(1).state.x.label).isEqualTo("t");
        assertThat(figure.axes(1).state.marks).hasSize(1);
        assertThat(figure.axes(0).state.marks).isEmpty();
    }

    @Test
    void eightCurvesHaveEachAColourAndADashOfItsOwn() {
        List<Look> looks = looks(plot(X, Collections.nCopies(10, X)));
        assertThat(looks).extracting(look -> look.color).startsWith("C0", "#bf00bf", "#008000", "#ff0000", "C1");
        assertThat(looks.subList(0, 8)).extracting(look -> look.color).doesNotHaveDuplicates();
        assertThat(looks.subList(0, 8))
                .as("in grey, dashes tell them apart")
                .extracting(look -> look.dash)
                .doesNotHaveDuplicates();
        assertThat(looks.get(8).dash).isEqualTo(looks.get(0).dash);
        assertThat(looks)
                .extracting(look -> look.marker != 0)
                .containsExactly(false, false, false, false, false, false, false, false, true, true);
        assertThat(looks.get(8).marker).isEqualTo('o');
    }

    @Test
    void formatsOfOnesOwnGoRound() {
        Figure figure = plot(X, List.of(X, X, X)).fmts("r-", "b--");
        assertThat(looks(figure)).extracting(look -> look.color).containsExactly("#ff0000", "#0000ff", "#ff0000");
    }

    @Test
    void anAnimatorsFifthLineIsNotItsFirst() {
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator();
            animator.add(1, List.of(1, 2, 3, 4, 5)).add(2, List.of(2, 3, 4, 5, 6));
            assertThat(looks(animator.figure())).extracting(look -> look.dash).doesNotHaveDuplicates();
        }
    }

    private static List<Look> looks(Figure figure) {
        return figure.axes().state.marks.stream().map(Mark::look).toList();
    }

    @Test
    void clearedAxesForgetTheirTwin() {
        Figure figure = figure().plot(X, X);
        figure.axes().twinx().plot(List.of(1000, 2000), List.of(5, 6));
        figure.axes().cla().plot(List.of(0, 1), List.of(0, 1));
        assertThat(figure.axes().xSpan().hi()).isLessThan(2);
    }

    @Test
    void axesThatTakeOthersHaveAllOfThem() {
        Figure from = figure().plot(X, X)
                .xlabel("epoch")
                .ylabel("loss")
                .legendAt("lower left")
                .xlim(0, 4)
                .grid();
        from.axes().twinx().plot(X, Y).ylabel("accuracy").ylim(0, 100);
        String asDrawn = from.toSvg();
        Figure place = figure().plot(X, Y).title("before");
        from.axes(place.axes());
        assertThat(place.toSvg()).isEqualTo(asDrawn).contains(">accuracy<");
        place.plot(X, X);
        assertThat(from.toSvg()).as("what is drawn in one is not in the other").isEqualTo(asDrawn);
    }

    @Test
    void severalXForOneY() {
        assertThat(plot(List.of(X, Y), X).axes().state.marks).hasSize(2);
    }

    @Test
    void missingNumbersBreakTheLine() {
        assertThat(plot(Arrays.asList(1, null, 2, 3)).toSvg())
                .isEqualTo(plot(new double[] {1, Double.NaN, 2, 3}).toSvg());
    }

    @Test
    void badInputTeaches() {
        assertThatThrownBy(() -> plot(new double[0]))
                .hasMessage("y: expected at least one number, found an empty series");
        assertThatThrownBy(() -> plot(List.of(1, "two"))).hasMessage("y[1]: expected a number, found the text \"two\"");
        assertThatThrownBy(() -> plot(X, "sin(x)"))
                .hasMessage("y: expected numbers (an array, a list or a tensor), found the text \"sin(x)\"");
        assertThatThrownBy(() -> Plots.figure().plot((Object) null))
                .hasMessage("y: expected numbers (an array, a list or a tensor), found null");
        assertThatThrownBy(() -> Plots.figure().errorbar(List.of(1, 2), List.of(1, 2), List.of(1, 2, 3)))
                .hasMessageStartingWith("errorbar: y has 2 values and yerr has 3 values");
        assertThatThrownBy(() -> plot(X, Y).xlim(3, 3))
                .hasMessage("xlim: expected two limits that differ, found 3.0 and 3.0");
        assertThatThrownBy(() -> plot(X, Y).ylim(List.of(1, 2, 3)))
                .hasMessage("ylim: expected two numbers, the lower and the upper limit, found 3 numbers");
        assertThatThrownBy(() -> plot(X, Y).xscale("logarithmic"))
                .hasMessage("xscale: expected \"linear\", \"log\" or \"symlog\", found \"logarithmic\"");
        assertThatThrownBy(() -> plot(X, Y).legend("a", "b"))
                .hasMessage("legend: expected a name for each of 1 series, found 2 names: [a, b]");
        assertThatThrownBy(() -> plot(X, Y).fmts("q")).hasMessageContaining("found 'q' in \"q\"");
        assertThatThrownBy(() -> plot(X, Y).color("bleu")).hasMessageContaining("found \"bleu\"");
        assertThatThrownBy(() -> plot(X, Y).yscale("log").ylim(0, 1).toSvg())
                .hasMessage("ylim: expected limits above zero on a log axis, found 0.0 and 1.0");
        assertThatThrownBy(() -> plot(List.of(X, X), List.of(Y, Y, Y)))
                .hasMessage("plot: expected one x for all series or as many x as y, found 2 x and 3 y");
        assertThatThrownBy(() -> Plots.setFigsize(0, 2))
                .hasMessage("setFigsize: expected a positive number, found 0.0");
    }

    @Test
    void notesOnlyValuesThatCannotBeDrawn() {
        assertThat(plot(new double[] {Double.NaN, Double.NaN}).toSvg()).contains("<svg");
        assertThat(plot(new double[] {5}).toSvg()).contains("<svg");
        assertThat(plot(new double[] {5, 5, 5}).axes().ySpan()).isEqualTo(new Span(4.75, 5.25));
    }

    @Test
    void sizeSetHoldsUntilItIsSetAnew() {
        try {
            Plots.setFigsize(List.of(6, 4.5));
            assertThat(plot(X).toSvg()).contains("width=\"432pt\"");
        } finally {
            Plots.setFigsize();
        }
        assertThat(plot(X).toSvg()).contains("width=\"252pt\"");
    }
}
