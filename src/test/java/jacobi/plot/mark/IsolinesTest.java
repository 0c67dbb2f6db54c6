package jacobi.plot.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Contours of grids whose answer is known. */
class IsolinesTest {

    @Test
    void aSlopeHasOneStraightLine() {
        List<double[]> lines = new Isolines(grid(new double[][] {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}), 0.5).lines();
        assertThat(lines).hasSize(1);
        for (int i = 0; i < lines.get(0).length; i += 2) {
            assertThat(lines.get(0)[i]).isEqualTo(0.5);
        }
    }

    @Test
    void aPeakHasAClosedLineAroundIt() {
        List<double[]> lines = new Isolines(grid(new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}), 0.5).lines();
        assertThat(lines).hasSize(1);
        double[] loop = lines.get(0);
        assertThat(loop).hasSize(10);
        assertThat(loop[0]).isEqualTo(loop[8]);
        assertThat(loop[1]).isEqualTo(loop[9]);
        assertThat(Math.abs(area(loop))).isEqualTo(0.5);
    }

    @Test
    void missingHeightsLeaveAGap() {
        double[][] z = {{0, 1, 2}, {0, Double.NaN, 2}, {0, 1, 2}};
        assertThat(new Isolines(grid(z), 0.5).lines()).isEmpty();
        assertThat(new Isolines(grid(z), 0.5).region()).isEmpty();
    }

    @Test
    void theWholeGridIsOneOutline() {
        List<double[]> region = new Isolines(grid(new double[4][5]), -1).region();
        assertThat(region).hasSize(1);
        assertThat(area(region.get(0))).isEqualTo(12);
    }

    /** Whatever the heights, the region at or above a level and the one below fill the grid together. */
    @Property(tries = 300)
    void regionsAboveAndBelowFillTheGrid(@ForAll @Size(16) List<@DoubleRange(min = -1, max = 1) Double> heights) {
        double[][] z = new double[4][4];
        double[][] mirrored = new double[4][4];
        for (int i = 0; i < 16; i++) {
            // Just off the level: what lies exactly on it belongs to both sides.
            z[i / 4][i % 4] = heights.get(i) + 0.0001;
            mirrored[i / 4][i % 4] = -z[i / 4][i % 4];
        }
        double above = new Isolines(grid(z), 0)
                .region().stream().mapToDouble(IsolinesTest::area).sum();
        double below = new Isolines(grid(mirrored), 0)
                .region().stream().mapToDouble(IsolinesTest::area).sum();
        assertThat(Math.abs(above) + Math.abs(below)).isEqualTo(9, within(1e-9));
    }

    private static Grid grid(double[][] z) {
        double[] x = new double[z[0].length];
        double[] y = new double[z.length];
        return new Grid(x, y, z);
    }

    /** The area inside an outline, by the shoelace formula; holes count against what surrounds them. */
    private static double area(double[] loop) {
        double twice = 0;
        for (int i = 0; i < loop.length; i += 2) {
            int next = (i + 2) % loop.length;
            twice += loop[i] * loop[next + 1] - loop[next] * loop[i + 1];
        }
        return twice / 2;
    }
}
