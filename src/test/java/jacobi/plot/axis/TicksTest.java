package jacobi.plot.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ticks an axis gets, and what they say. The expected are matplotlib's for the same room. */
class TicksTest {

    @ParameterizedTest(name = "{0} to {1} in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            0       | 3        | 6 | 0.0 0.5 1.0 1.5 2.0 2.5 3.0 |
            -0.145  | 3.045    | 6 | 0 1 2 3                     |
            -3.8    | 14.6     | 6 | 0 5 10                      |
            0       | 1        | 5 | 0.0 0.2 0.4 0.6 0.8 1.0     |
            -1.1    | 1.1      | 6 | −1.0 −0.5 0.0 0.5 1.0       |
            0       | 10       | 4 | 0.0 2.5 5.0 7.5 10.0        |
            0.55    | 10.45    | 6 | 2 4 6 8 10                  |
            1       | 1000     | 6 | 200 400 600 800 1000        |
            0       | 100000   | 5 | 0 20000 40000 60000 80000 100000 |
            0       | 1e6      | 5 | 0.0 0.2 0.4 0.6 0.8 1.0     | ×10$^{6}$
            0       | 4e7      | 5 | 0 1 2 3 4                   | ×10$^{7}$
            0       | 4e-7     | 4 | 0 1 2 3 4                   | ×10$^{-7}$
            0       | 0.0001   | 5 | 0.00000 0.00002 0.00004 0.00006 0.00008 0.00010 |
            0       | 0.00001  | 5 | 0.0 0.2 0.4 0.6 0.8 1.0     | ×10$^{-5}$
            1000000 | 1000000.04 | 5 | 0.00 0.01 0.02 0.03 0.04  | +1000000
            2019    | 2024     | 5 | 2019 2020 2021 2022 2023 2024 |
            -2e7    | 2e7      | 4 | −2 −1 0 1 2                 | ×10$^{7}$
            0.1     | 0.3      | 4 | 0.10 0.15 0.20 0.25 0.30    |
            5       | 5.5      | 1 | 5.0 5.5                     |
            """)
    void linear(double lo, double hi, int most, String labels, String offset) {
        Ticks ticks = Ticks.on(Scale.LINEAR, new Span(lo, hi), most);
        assertThat(labels(ticks)).isEqualTo(labels.strip());
        assertThat(ticks.offset()).isEqualTo(offset == null ? "" : offset.strip());
        assertThat(ticks.minor()).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.00001 | 0.3   | 10$^{-5}$ 10$^{-4}$ 10$^{-3}$ 10$^{-2}$ 10$^{-1}$ | 34
            1       | 100   | 10$^{0}$ 10$^{1}$ 10$^{2}$                      | 16
            0.45    | 0.85  | 5 × 10$^{-1}$ 6 × 10$^{-1}$ 7 × 10$^{-1}$ 8 × 10$^{-1}$ | 4
            2       | 9     | 2 × 10$^{0}$ 3 × 10$^{0}$ 4 × 10$^{0}$ 6 × 10$^{0}$ | 8
            1e-12   | 1     | 10$^{-12}$ 10$^{-10}$ 10$^{-8}$ 10$^{-6}$ 10$^{-4}$ 10$^{-2}$ 10$^{0}$ | 6
            5.2     | 5.8   | 5.2 5.3 5.4 5.5 5.6 5.7 5.8                     | 0
            """)
    void log(double lo, double hi, String labels, int minor) {
        Ticks ticks = Ticks.on(Scale.LOG, new Span(lo, hi), 6);
        assertThat(labels(ticks).replace('\u2009', ' ')).isEqualTo(labels.strip());
        assertThat(ticks.minor()).hasSize(minor);
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 9.5, 5, 0 2 4 6 8", "-0.5, 9.5, 4, 0 5", "-0.5, 1.5, 9, 0 1", "-0.5, 27.5, 6, 0 5 10 15 20 25"})
    void thingsCountedGetWholeNumbers(double lo, double hi, int most, String labels) {
        assertThat(labels(Ticks.whole(new Span(lo, hi), most))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 48.25, 0 8 16 24 32 40 48 56",
        "-1, 1, -1 -0.75 -0.5 -0.25 0 0.25 0.5 0.75 1",
        "0.2, 0.7, 0.16 0.24 0.32 0.4 0.48 0.56 0.64 0.72"
    })
    void contoursStandAtRoundHeights(double lo, double hi, String expected) {
        assertThat(Ticks.levels(new Span(lo, hi), 8))
                .containsExactly(java.util.Arrays.stream(expected.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    @Property(tries = 500, seed = "253408")
    void anyAxisHasTicksOfOneWidthThatFit(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double lo,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double length,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        double hi = lo + Math.max(length / 1000, Math.abs(lo) * 1e-6);
        Ticks ticks = Ticks.on(Scale.LINEAR, new Span(lo, hi), most);
        assertThat(ticks.major()).hasSizeBetween(most == 1 ? 1 : 2, Math.max(3, most + 1));
        double slack = (hi - lo) * 1e-8;
        assertThat(ticks.major()).allMatch(tick -> tick.value() >= lo - slack && tick.value() <= hi + slack);
        assertThat(ticks.major().stream().map(tick -> decimals(tick.label())).distinct())
                .hasSize(1);
        assertThat(ticks.major().stream().map(Ticks.Tick::label).distinct()).hasSameSizeAs(ticks.major());
    }

    private static int decimals(String label) {
        return label.indexOf('.') < 0 ? 0 : label.length() - label.indexOf('.') - 1;
    }

    private static String labels(Ticks ticks) {
        return java.util.stream.Stream.concat(ticks.major().stream(), ticks.minor().stream())
                .filter(tick -> !tick.label().isEmpty())
                .map(Ticks.Tick::label)
                .collect(Collectors.joining(" "));
    }
}
