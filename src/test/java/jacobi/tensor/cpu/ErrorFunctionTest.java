package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
    /** erf and erfc to 17 digits, by mpmath 1.2. */
    private static final double[][] EXACT = {
        {0.1, 0.1124629160182849, 0.8875370839817151},
        {0.5, 0.52049987781304654, 0.47950012218695346},
        {0.99, 0.8385080695553698, 0.1614919304446302},
        {1, 0.84270079294971487, 0.15729920705028513},
        {2.5, 0.99959304798255504, 0.00040695201744495894},
        {5, 0.99999999999846254, 1.5374597944280349e-12},
        {10, 1, 2.0884875837625448e-45},
        {20, 1, 5.3958656116079009e-176}
    };

    @Test
    void doublesAreRightToTheLastDigits() {
        for (double[] row : EXACT) {
            assertThat(ErrorFunction.erf(row[0])).isEqualTo(row[1], Offset.offset(4e-16));
            assertThat(ErrorFunction.erf(-row[0])).isEqualTo(-ErrorFunction.erf(row[0]));
            assertThat(ErrorFunction.erfc(row[0]) / row[2]).isEqualTo(1, Offset.offset(2e-15));
        }
        assertThat(ErrorFunction.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ErrorFunction.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
        assertThat(ErrorFunction.erf(Double.NaN)).isNaN();
        assertThat(ErrorFunction.erf(1e-300)).isEqualTo(1.1283791670955126e-300);
    }

    private static float[] many() {
        float[] x = new float[20_003];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 10_000) / 1500f;
        }
        x[0] = Float.NaN;
        x[1] = Float.POSITIVE_INFINITY;
        x[2] = Float.NEGATIVE_INFINITY;
        x[3] = 1e-38f;
        return x;
    }

    @Test
    void floatsAreWithinThreeUlp() {
        float[] x = many(), y = new float[x.length];
        ErrorFunction.plainErf(x, 0, y, 0, x.length);
        assertThat(y[0]).isNaN();
        for (int i = 1; i < x.length; i++) {
            double exact = ErrorFunction.erf((double) x[i]);
            assertThat(Math.abs(y[i] - exact)).as("erf(%s)", x[i]).isLessThanOrEqualTo(3 * Math.ulp((float) exact));
        }
    }

    @Test
    void vectorsGiveTheSameBits() {
        assumeThat(VectorModule.load()).isTrue();
        float[] x = many(), plain = new float[x.length], vectors = new float[x.length];
        ErrorFunction.plainErf(x, 0, plain, 0, x.length);
        int done = ErrorLanes.erf(x, 0, vectors, 0, x.length);
        assertThat(done).isGreaterThan(x.length - 64);
        for (int i = 0; i < done; i++) {
            assertThat(Float.floatToIntBits(vectors[i]))
                    .as("erf(0.7 * %s)", x[i])
                    .isEqualTo(Float.floatToIntBits(plain[i]));
        }
    }

    @Test
    void geluAndItsGradient() {
        float[] x = many(), y = new float[x.length], d = new float[x.length], ones = new float[x.length];
        java.util.Arrays.fill(ones, 2);
        ErrorFunction.gelu(x, 0, y, 0, x.length);
        ErrorFunction.geluGrad(ones, 0, x, 0, d, 0, x.length);
        for (int i = 4; i < x.length; i++) {
            double phi = 0.5 * ErrorFunction.erfc(-x[i] / Math.sqrt(2));
            double bell = Math.exp(-0.5 * x[i] * (double) x[i]) / Math.sqrt(2 * Math.PI);
            assertThat((double) y[i]).isEqualTo(x[i] * phi, Offset.offset(1e-6));
            assertThat((double) d[i]).isEqualTo(2 * (phi + x[i] * bell), Offset.offset(2e-6));
        }
    }
}
