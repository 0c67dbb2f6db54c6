package jacobi.frame;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.List;
import org.dflib.LongSeries;

/** Columns as the elements of a tensor, row by row. */
final class ToTensor {
    private ToTensor() {}

    static Tensor of(List<Series> columns, DType dtype) {
        int width = columns.size();
        int height = width == 0 ? 0 : columns.get(0).size();
        boolean whole =
                !dtype.isFloatingPoint() && columns.stream().allMatch(column -> column.values() instanceof LongSeries);
        if (whole) {
            // Large integers keep their last digits only if no double comes between.
            long[] values = new long[height * width];
            for (int c = 0; c < width; c++) {
                LongSeries column = (LongSeries) columns.get(c).values();
                for (int r = 0; r < height; r++) {
                    values[r * width + c] = column.getLong(r);
                }
            }
            return Tensors.tensor(values).to(dtype);
        }
        double[] values = new double[height * width];
        for (int c = 0; c < width; c++) {
            double[] column = Columns.doubles(
                    columns.get(c).values(),
                    say("frame.toTensor.column", "columns", columns.get(c).name()));
            for (int r = 0; r < height; r++) {
                if (Double.isNaN(column[r]) && !dtype.isFloatingPoint()) {
                    throw new IllegalArgumentException(say(
                            "frame.toTensor.column-missing-value-row",
                            "columns",
                            columns.get(c).name(),
                            "r",
                            r,
                            "dtype",
                            dtype));
                }
                values[r * width + c] = column[r];
            }
        }
        return Tensors.tensor(values, DType.float64).to(dtype);
    }
}
