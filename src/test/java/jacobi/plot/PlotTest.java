package jacobi.plot;

import static jacobi.plot.Plots.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                .hasMessage("plot: x has 3 values and y has 2 values; expected as many of one as of the other");
        assertThatThrownBy(() -> plot(X, List.of(Y, new double[] {1})))
                .hasMessage("plot: x[1] has 3 values and y[1] has 1 value; expected as many of one as of the other");
    }
}
