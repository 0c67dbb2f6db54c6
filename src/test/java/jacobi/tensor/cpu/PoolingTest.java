package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("slow")
class PoolingTest {

    /** Windows of all kinds; every second one of two by two with steps of two, which has loops of its own. */
    @Provide
    Arbitrary<Window> windows() {
        return Arbitraries.integers()
                .between(0, 1000)
                .array(int[].class)
                .ofSize(10)
                .map(s -> {
                    boolean pairs = s[0] % 2 == 0;
                    int rows = pairs ? 2 : 1 + s[1] % 3, columns = pairs ? 2 : 1 + s[2] % 3;
                    return new Window(
                            1 + s[3] % 3,
                            rows + s[4] % 7,
                            columns + s[5] % 20,
                            rows,
                            columns,
                            pairs ? 2 : 1 + s[6] % 3,
                            pairs ? 2 : 1 + s[7] % 3,
                            s[8] % (rows / 2 + 1),
                            s[9] % (columns / 2 + 1),
                            1,
                            1,
                            false);
                });
    }

    @Property(tries = 200, seed = "4711")
    void every_window_gives_its_largest_number_and_its_mean(
            @ForAll("windows") Window w, @ForAll boolean countMargin, @ForAll boolean unknown) {
        Random random = new Random(w.hashCode());
        int batch = 2, planes = batch * w.channels();
        double[] x = random.doubles(batch * w.image(), -1, 1).toArray();
        if (unknown) {
            x[random.nextInt(x.length)] = Double.NaN;
        }
        double[] largest = new double[planes * w.places()], mean = largest.clone();
        int[] where = new int[largest.length], whereSingle = where.clone();
        float[] single = new float[largest.length], singleMean = single.clone();
        Pooling.max2d(w, batch, x, 0, largest, 0, where);
        Pooling.mean2d(w, w.counts(countMargin), batch, x, 0, mean, 0);
        Pooling.max2d(w, batch, floats(x), 0, single, 0, whereSingle);
        Pooling.mean2d(w, w.counts(countMargin), batch, floats(x), 0, singleMean, 0);
        assertThat(single).containsExactly(floats(largest));
        assertThat(whereSingle).containsExactly(where);
        assertThat(singleMean).containsExactly(floats(mean), within(1e-6f));

        double[] grad = random.doubles(mean.length, -1, 1).toArray();
        double[] xGrad = new double[x.length], expectedGrad = new double[x.length];
        Pooling.mean2dGrad(w, w.counts(countMargin), batch, grad, 0, xGrad, 0);
        int o = 0;
        for (int p = 0; p < planes; p++) {
            for (int i = 0; i < w.outHeight(); i++) {
                for (int j = 0; j < w.outWidth(); j++, o++) {
                    int count = 0, top = i * w.rowStride() - w.rowPadding();
                    int left = j * w.columnStride() - w.columnPadding(), place = -1;
                    double sum = 0;
                    for (int turn = 0; turn < 2; turn++) {
                        for (int y = top; y < top + w.rows(); y++) {
                            for (int z = left; z < left + w.columns(); z++) {
                                boolean inside = y >= 0 && y < w.height() && z >= 0 && z < w.width();
                                int at = (p * w.height() + y) * w.width() + z;
                                if (turn == 1) {
                                    if (inside) {
                                        expectedGrad[at] += grad[o] / count;
                                    }
                                } else if (inside) {
                                    sum += x[at];
                                    if (place < 0 || x[at] > x[place] || Double.isNaN(x[at])) {
                                        place = at;
                                    }
                                    count++;
                                } else if (countMargin
                                        && y < w.height() + w.rowPadding()
                                        && z < w.width() + w.columnPadding()) {
                                    count++;
                                }
                            }
                        }
                    }
                    assertThat(where[o]).isEqualTo(place);
                    assertThat(largest[o]).isEqualTo((Double) x[place]);
                    if (Double.isNaN(sum)) {
                        assertThat(mean[o]).isNaN();
                    } else {
                        assertThat(mean[o]).isCloseTo(sum / count, within(1e-15));
                    }
                }
            }
        }
        assertThat(xGrad).containsExactly(expectedGrad, within(1e-14));
    }
}
