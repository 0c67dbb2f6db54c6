package jacobi.tensor;

import jacobi.tensor.cpu.ActivationLoops;
import jacobi.tensor.cpu.Angles;
import jacobi.tensor.cpu.Arithmetic;
import jacobi.tensor.cpu.Choice;
import jacobi.tensor.cpu.ErrorFunction;
import jacobi.tensor.cpu.Exponentials;
import jacobi.tensor.cpu.FloatPowers;
import jacobi.tensor.cpu.Trigonometry;
import jacobi.tensor.cpu.WholeNumbers;
import java.util.Arrays;

/**
 * Loops over one run of each operand: {@code n} elements from a place on, a step apart. Where there are no gaps and
 * {@link jacobi.tensor.cpu} has a fast loop, that one is taken, else a plain one. Only {@code out} is modified.
 */
final class ElementLoops {
    private ElementLoops() {}

    // for float, double and either:
    /** {@code op} of each element. */
    static void unary(ElementFunction op, float[] x, int i, int si, float[] out, int o, int so, int n) {
        if (si == 1 && so == 1 && op instanceof UnaryOp known && fast(known, x, i, out, o, n)) {
            return;
        }
        for (int k = 0; k < n; k++) {
            out[o + k * so] = (float) op.apply(x[i + k * si]);
        }
    }

    /** {@code op} of the elements of a and b. */
    static void binary(
            BinaryOp op, float[] a, int i, int si, float[] b, int j, int sj, float[] out, int o, int so, int n) {
        if (so == 1 && n > 0) {
            if (si == 1 && sj == 1 && fast(op, a, i, b, j, out, o, n)
                    || si == 1 && sj == 0 && fast(op, a, i, b[j], out, o, n)
                    || si == 0 && sj == 1 && fast(op, a[i], b, j, out, o, n)) {
                return;
            }
        }
        // where float:
        if (op == BinaryOp.ATAN2 && si == 1 && sj == 1 && so == 1) {
            Angles.atan2(a, i, b, j, out, o, n);
            return;
        }
        if (op == BinaryOp.POW && so == 1) {
            FloatPowers.pow(a, i, si, b, j, sj, out, o, n);
            return;
        }
        // end for
        if (si == 0 && sj == 0 && so == 1 && n > 0) {
            Arrays.fill(out, o, o + n, (float) op.apply(a[i], b[j]));
            return;
        }
        for (int k = 0; k < n; k++) {
            out[o + k * so] = (float) op.apply(a[i + k * si], b[j + k * sj]);
        }
    }

    /** Elements of a where the condition holds, else of b. */
    static void choose(
            boolean[] condition,
            int c,
            int sc,
            float[] a,
            int i,
            int si,
            float[] b,
            int j,
            int sj,
            float[] out,
            int o,
            int n) {
        // where float:
        if (sc == 1) {
            Choice.choose(condition, c, a, i, si, b, j, sj, out, o, n);
            return;
        }
        // end for
        for (int k = 0; k < n; k++) {
            out[o + k] = condition[c + k * sc] ? a[i + k * si] : b[j + k * sj];
        }
    }

    /** The elements of x, from {@code at} on, at the first n {@code places}. */
    static void pick(float[] x, int at, int[] places, int n, float[] out, int o) {
        for (int i = 0; i < n; i++) {
            out[o + i] = x[at + places[i]];
        }
    }

    /** Adds the elements of x, from {@code at} on, to those at the first n {@code places}. */
    static void addAt(int[] places, int n, float[] x, int at, float[] out) {
        for (int i = 0; i < n; i++) {
            out[places[i]] += x[at + i];
        }
    }

    /**
     * Adds {@code stretch} elements of x for each of n places of a list from {@code first} on, the first of them from
     * {@code at} on, to those that begin at the place; a place named twice gets both.
     */
    static void addAt(int[] places, int first, int n, int stretch, float[] x, int at, float[] out) {
        for (int i = 0; i < n; i++) {
            int place = places[first + i];
            Arithmetic.add(out, place, x, at + i * stretch, out, place, stretch);
        }
    }

    /**
     * The elements of x, from {@code at} on, that n entries of a table name, of which the next counts {@code beside}
     * further; an entry names one of {@code length} places, {@code step} apart, and a negative one counts from the end.
     * Where none does, the loop need not ask: 1M take four fifths of the time.
     *
     * @return n, or the number of the first entry that names none; there the loop ends
     */
    static int pick(
            float[] x, int at, int beside, int step, long[] entries, int first, int length, int n, float[] out, int o) {
        if (WholeNumbers.areWithin(length, entries, first, n)) {
            pickWithin(x, at, beside, step, entries, first, n, out, o);
            return n;
        }
        for (int i = 0; i < n; i++) {
            long entry = entries[first + i];
            entry += length & entry >> 63;
            if (entry < 0 || entry >= length) {
                return i;
            }
            out[o + i] = x[at + i * beside + (int) entry * step];
        }
        return n;
    }

    /**
     * Adds n elements of x, from {@code at} on, to those of out, from {@code o} on, that entries of a table name as in
     * {@link #pick(float[], int, int, int, long[], int, int, int, float[], int)}, which also says what is returned.
     */
    static int addAt(
            float[] x, int at, long[] entries, int first, int length, int n, float[] out, int o, int beside, int step) {
        for (int i = 0; i < n; i++) {
            long entry = entries[first + i];
            entry += length & entry >> 63;
            if (entry < 0 || entry >= length) {
                return i;
            }
            out[o + i * beside + (int) entry * step] += x[at + i];
        }
        return n;
    }

    private static void pickWithin(
            float[] x, int at, int beside, int step, long[] entries, int first, int n, float[] out, int o) {
        for (int i = 0; i < n; i++) {
            out[o + i] = x[at + i * beside + (int) entries[first + i] * step];
        }
    }

    private static boolean fast(UnaryOp op, float[] x, int xAt, float[] out, int outAt, int n) {
        switch (op) {
            case NEG -> Arithmetic.neg(x, xAt, out, outAt, n);
            case ABS -> Arithmetic.abs(x, xAt, out, outAt, n);
            case SQUARE -> Arithmetic.square(x, xAt, out, outAt, n);
            case SQRT -> Arithmetic.sqrt(x, xAt, out, outAt, n);
            case EXP -> Exponentials.exp(x, xAt, out, outAt, n);
            case LOG -> Exponentials.log(x, xAt, out, outAt, n);
            // where float:
            case SIN -> Trigonometry.sin(x, xAt, out, outAt, n);
            case COS -> Trigonometry.cos(x, xAt, out, outAt, n);
            case ERF -> ErrorFunction.erf(x, xAt, out, outAt, n);
            // end for
            case RELU -> ActivationLoops.relu(x, xAt, out, outAt, n);
            case EXPM1 -> Exponentials.expm1(x, xAt, out, outAt, n);
            case RSQRT -> {
                Arithmetic.sqrt(x, xAt, out, outAt, n);
                Arithmetic.div(1, out, outAt, out, outAt, n);
            }
            case RECIPROCAL -> Arithmetic.div(1, x, xAt, out, outAt, n);
            case LOG1P -> Exponentials.log1p(x, xAt, out, outAt, n);
            case SOFTPLUS -> ActivationLoops.softplus(x, xAt, out, outAt, n);
            case SILU -> Exponentials.silu(x, xAt, out, outAt, n);
            case SIGMOID -> Exponentials.sigmoid(x, xAt, out, outAt, n);
            case TANH -> Exponentials.tanh(x, xAt, out, outAt, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean fast(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        switch (op) {
            case ADD -> Arithmetic.add(a, aAt, b, bAt, out, outAt, n);
            case SUB -> Arithmetic.sub(a, aAt, b, bAt, out, outAt, n);
            case MUL -> Arithmetic.mul(a, aAt, b, bAt, out, outAt, n);
            case DIV -> Arithmetic.div(a, aAt, b, bAt, out, outAt, n);
            case MAXIMUM -> Arithmetic.maximum(a, aAt, b, bAt, out, outAt, n);
            case MINIMUM -> Arithmetic.minimum(a, aAt, b, bAt, out, outAt, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The right operand is one number. */
    private static boolean fast(BinaryOp op, float[] a, int aAt, float b, float[] out, int outAt, int n) {
        switch (op) {
            case ADD -> Arithmetic.add(a, aAt, b, out, outAt, n);
            case SUB -> Arithmetic.sub(a, aAt, b, out, outAt, n);
            case MUL -> Arithmetic.mul(a, aAt, b, out, outAt, n);
            case DIV -> Arithmetic.div(a, aAt, b, out, outAt, n);
            case MAXIMUM -> Arithmetic.maximum(a, aAt, b, out, outAt, n);
            case MINIMUM -> Arithmetic.minimum(a, aAt, b, out, outAt, n);
            case POW -> {
                return power(a, aAt, b, out, outAt, n);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The left operand is one number. */
    private static boolean fast(BinaryOp op, float a, float[] b, int bAt, float[] out, int outAt, int n) {
        switch (op) {
            case ADD -> Arithmetic.add(b, bAt, a, out, outAt, n);
            case SUB -> Arithmetic.sub(a, b, bAt, out, outAt, n);
            case MUL -> Arithmetic.mul(b, bAt, a, out, outAt, n);
            case DIV -> Arithmetic.div(a, b, bAt, out, outAt, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The exponents that are products or a quotient. */
    private static boolean power(float[] a, int aAt, float exponent, float[] out, int outAt, int n) {
        if (exponent == 2) {
            Arithmetic.square(a, aAt, out, outAt, n);
        } else if (exponent == 1) {
            System.arraycopy(a, aAt, out, outAt, n);
        } else if (exponent == -1) {
            Arithmetic.div(1, a, aAt, out, outAt, n);
        } else if (exponent == 3 && a != out) {
            Arithmetic.square(a, aAt, out, outAt, n);
            Arithmetic.mul(out, outAt, a, aAt, out, outAt, n);
        } else {
            return false;
        }
        return true;
    }
    // end for

    // for boolean, int, long, float, double and either:
    /** The elements of x; in the opposite order, 1M take a third of the time of other steps. */
    static void copy(boolean[] x, int i, int si, boolean[] out, int o, int so, int n) {
        if (si == -1 && so == 1) {
            for (int k = 0; k < n; k++) {
                out[o + k] = x[i - k];
            }
            return;
        }
        for (int k = 0; k < n; k++) {
            out[o + k * so] = x[i + k * si];
        }
    }
    // end for

    // for double, long:
    /** Running sums or products of n rows of {@code inner} elements, in place. */
    static void accumulate(boolean sum, double[] x, int at, int n, int inner) {
        if (inner == 1) {
            double total = sum ? 0 : 1;
            if (sum) {
                for (int i = at; i < at + n; i++) {
                    x[i] = total += x[i];
                }
            } else {
                for (int i = at; i < at + n; i++) {
                    x[i] = total *= x[i];
                }
            }
            return;
        }
        for (int i = at + inner; i < at + n * inner; i++) {
            x[i] = sum ? x[i - inner] + x[i] : x[i - inner] * x[i];
        }
    }
    // end for

    /** Arrays of int64 or of bool. */
    static boolean integers(BinaryOp op, Object a, int aAt, Object b, int bAt, Object out, int outAt, int n) {
        if (out instanceof long[] to && a instanceof long[] x && b instanceof long[] y) {
            switch (op) {
                case ADD -> WholeNumbers.add(x, aAt, y, bAt, to, outAt, n);
                case SUB -> WholeNumbers.sub(x, aAt, y, bAt, to, outAt, n);
                case MUL -> WholeNumbers.mul(x, aAt, y, bAt, to, outAt, n);
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (out instanceof boolean[] to && a instanceof boolean[] x && b instanceof boolean[] y) {
            switch (op) {
                case AND, MUL -> WholeNumbers.and(x, aAt, y, bAt, to, outAt, n);
                case OR, ADD -> WholeNumbers.or(x, aAt, y, bAt, to, outAt, n);
                case XOR -> WholeNumbers.xor(x, aAt, y, bAt, to, outAt, n);
                default -> {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /** The right operand is one int64 number. */
    static boolean integers(BinaryOp op, Object a, int aAt, long b, Object out, int outAt, int n) {
        if (!(out instanceof long[] to && a instanceof long[] x)) {
            return false;
        }
        switch (op) {
            case ADD -> WholeNumbers.add(x, aAt, b, to, outAt, n);
            case SUB -> WholeNumbers.add(x, aAt, -b, to, outAt, n);
            case MUL -> WholeNumbers.mul(x, aAt, b, to, outAt, n);
            case REMAINDER -> {
                for (int i = 0; b != 0 && i < n; i++) {
                    to[outAt + i] = Math.floorMod(x[aAt + i], b);
                }
                return b != 0;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
