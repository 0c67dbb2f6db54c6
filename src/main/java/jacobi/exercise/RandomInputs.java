package jacobi.exercise;

import jacobi.exercise.answer.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Random arguments for a function.
 *
 * @param arguments how each is drawn
 * @param seed for checks beside a notebook, which shall say the same again and again
 * @param trials how many times all arguments are drawn
 * @param properties what holds of each result
 */
record RandomInputs(List<Argument> arguments, long seed, int trials, List<Property> properties) {
    /** Lengths that a letter may stand for. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 5;

    RandomInputs {
        arguments = List.copyOf(arguments);
        properties = List.copyOf(properties);
    }

    /**
     * How an argument is drawn.
     *
     * @param shape lengths, and letters that stand for a length: the same one for the same letter of a trial
     * @param from taken in turn, one a trial
     * @param dtype of the tensor
     */
    record Argument(List<String> shape, List<Source> from, String dtype, double low, double high) {
        Argument {
            shape = List.copyOf(shape);
            from = List.copyOf(from);
        }
    }

    /** Where numbers come from; a file names one in lower case. */
    enum Source {
        /** Normally distributed. */
        NORMAL,
        /** From {@code low} to {@code high}, 0 to 1 if left out. */
        UNIFORM,
        /** Whole numbers from {@code low} to {@code high}, both included. */
        INTEGERS,
        /** None negative, together 1. */
        PROBABILITIES,
        /** A table of probabilities that is the product of its marginals. */
        INDEPENDENT,
        /** A square matrix that equals its transpose. */
        SYMMETRIC,
        /** A symmetric matrix whose eigenvalues are positive and far apart. */
        DEFINITE,
        /** A square matrix whose rows have length one and stand at right angles. */
        ORTHOGONAL,
        /** A square matrix with one entry of 1 or −1 in each row and column: orthogonal without rounding. */
        PERMUTATION;

        static Map<String, Source> byName() {
            Map<String, Source> names = new TreeMap<>();
            for (Source source : values()) {
                names.put(source.name().toLowerCase(Locale.ROOT), source);
            }
            return names;
        }
    }

    /** Draws all trials; the same ones for the same seed. */
    List<List<Plain.Numbers>> draw(long from) {
        // A generator of its own: a check must not disturb the numbers the notebook draws after it.
        Random random = new Random(from);
        List<List<Plain.Numbers>> drawn = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            Map<String, Integer> letters = new TreeMap<>();
            List<Plain.Numbers> given = new ArrayList<>();
            for (Argument argument : arguments) {
                given.add(draw(argument, trial, letters, random));
            }
            drawn.add(given);
        }
        return drawn;
    }

    private static Plain.Numbers draw(Argument argument, int trial, Map<String, Integer> letters, Random random) {
        List<Integer> shape = new ArrayList<>();
        for (String length : argument.shape()) {
            shape.add(
                    Character.isDigit(length.charAt(0))
                            ? Integer.valueOf(length)
                            : letters.computeIfAbsent(
                                    length, letter -> SHORTEST + random.nextInt(LONGEST - SHORTEST + 1)));
        }
        int count = shape.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
        int rows = shape.isEmpty() ? 1 : shape.get(0);
        Source source = argument.from().get(trial % argument.from().size());
        double[] values = switch (source) {
            case NORMAL -> fill(count, random::nextGaussian);
            case UNIFORM ->
                fill(count, () -> argument.high() - (argument.high() - argument.low()) * random.nextDouble());
            case INTEGERS ->
                fill(count, () -> argument.low() + random.nextInt((int) (argument.high() - argument.low()) + 1));
            case PROBABILITIES -> normalized(fill(count, () -> 1 - random.nextDouble()));
            case INDEPENDENT ->
                product(
                        normalized(fill(rows, () -> 1 - random.nextDouble())),
                        normalized(fill(count / rows, () -> 1 - random.nextDouble())));
            case SYMMETRIC -> symmetric(rows, random);
            case DEFINITE -> definite(rows, random);
            case ORTHOGONAL -> orthogonal(rows, random);
            case PERMUTATION -> permutation(rows, random);
        };
        return new Plain.Numbers("Tensor", argument.dtype(), shape, rounded(values, argument.dtype()));
    }

    private static double[] fill(int count, DoubleSupplier next) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> next.getAsDouble());
        return values;
    }

    /** As the tensor will hold them, so that what is compared is what was given. */
    private static double[] rounded(double[] values, String dtype) {
        return dtype.equals("float32")
                ? Arrays.stream(values).map(value -> (float) value).toArray()
                : values;
    }

    private static double[] normalized(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }

    private static double[] product(double[] column, double[] row) {
        double[] table = new double[column.length * row.length];
        Arrays.setAll(table, i -> column[i / row.length] * row[i % row.length]);
        return table;
    }

    private static double[] symmetric(int n, Random random) {
        double[] full = fill(n * n, random::nextGaussian);
        double[] values = new double[n * n];
        Arrays.setAll(values, i -> full[Math.min(i / n, i % n) * n + Math.max(i / n, i % n)]);
        return values;
    }

    /** Q diag(1, 2, 4, …) Qᵀ: each eigenvalue is twice the one before. */
    private static double[] definite(int n, Random random) {
        double[] q = orthogonal(n, random);
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    values[i * n + j] += q[i * n + k] * Math.pow(2, k) * q[j * n + k];
                }
            }
        }
        return values;
    }

    /** Rows made orthogonal one after the other, by Gram and Schmidt. */
    private static double[] orthogonal(int n, Random random) {
        double[] q = fill(n * n, random::nextGaussian);
        for (int row = 0; row < n; row++) {
            for (int before = 0; before < row; before++) {
                double along = dot(q, row, before, n);
                for (int i = 0; i < n; i++) {
                    q[row * n + i] -= along * q[before * n + i];
                }
            }
            double length = Math.sqrt(dot(q, row, row, n));
            for (int i = 0; i < n; i++) {
                q[row * n + i] /= length;
            }
        }
        return q;
    }

    private static double[] permutation(int n, Random random) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            columns.add(i);
        }
        Collections.shuffle(columns, random);
        double[] values = new double[n * n];
        for (int row = 0; row < n; row++) {
            values[row * n + columns.get(row)] = random.nextBoolean() ? 1 : -1;
        }
        return values;
    }

    private static double dot(double[] q, int row, int other, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += q[row * n + i] * q[other * n + i];
        }
        return sum;
    }
}
