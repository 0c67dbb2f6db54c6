package jacobi.linalg;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.fromArray;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * A stack of matrices on its way to the library and back: the last two axes of a tensor are a matrix, those before
 * count matrices.
 *
 * <p>All computing is in double precision; results take the type of what came in.
 */
final class Batch {
    /** The lengths of the axes before the last two. */
    final int[] lead;

    final int rows, columns, count;
    final DType dtype;
    private final double[] numbers;

    /**
     * Checks and reads a tensor.
     *
     * @param operation the operation named in errors
     */
    Batch(String operation, Tensor x) {
        int[] dims = x.shape().toArray();
        if (dims.length < 2) {
            throw new IllegalArgumentException(say(
                    dims.length == 1 ? "linalg.batch.expected-matrix-not-vector" : "linalg.batch.expected-matrix",
                    "operation",
                    operation,
                    "xShape",
                    x.shape(),
                    "length",
                    dims.length));
        }
        if (!x.dtype().isFloatingPoint()) {
            throw new IllegalArgumentException(
                    say("linalg.batch.expected-found-convert", "operation", operation, "dtype", x.dtype()));
        }
        lead = Arrays.copyOf(dims, dims.length - 2);
        rows = dims[dims.length - 2];
        columns = dims[dims.length - 1];
        count = Arrays.stream(lead).reduce(1, (a, b) -> a * b);
        dtype = x.dtype();
        numbers = x.detach().toDoubleArray();
        for (double d : numbers) {
            if (!Double.isFinite(d)) {
                throw new IllegalArgumentException(
                        Double.isNaN(d)
                                ? say("linalg.batch.matrix-holds-nan-shows", "operation", operation)
                                : say("linalg.batch.matrix-holds-infinity-shows", "operation", operation));
            }
        }
    }

    /** As the constructor, for operations that need square matrices. */
    static Batch square(String operation, Tensor x) {
        Batch batch = new Batch(operation, x);
        if (batch.rows != batch.columns) {
            throw new IllegalArgumentException(say(
                    "linalg.batch.expected-square-matrix-found",
                    "operation",
                    operation,
                    "rows",
                    batch.rows,
                    "columns",
                    batch.columns,
                    "xShape",
                    x.shape()));
        }
        return batch;
    }

    /** The matrix numbered i. */
    RealMatrix matrix(int i) {
        double[][] m = new double[rows][];
        for (int r = 0; r < rows; r++) {
            int at = (i * rows + r) * columns;
            m[r] = Arrays.copyOfRange(numbers, at, at + columns);
        }
        return new Array2DRowRealMatrix(m, false);
    }

    /** Where an error is: nothing for a single matrix. */
    String which(int i) {
        return lead.length == 0 ? "" : say("linalg.batch.matrix-stack", "i", i);
    }

    /** A stack of what a function gives for each matrix, row by row, each of the lengths {@code shape}. */
    Tensor stack(IntFunction<double[]> of, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] all = new double[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(of.apply(i), 0, all, i * size, size);
        }
        int[] dims = Arrays.copyOf(lead, lead.length + shape.length);
        System.arraycopy(shape, 0, dims, lead.length, shape.length);
        Tensor flat = fromArray(all, all.length);
        return flat.reshape(dims).to(dtype);
    }

    /** The first rows and columns of a matrix, row by row. */
    static double[] flat(RealMatrix m, int rows, int columns) {
        double[] out = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[i * columns + j] = m.getEntry(i, j);
            }
        }
        return out;
    }
}
