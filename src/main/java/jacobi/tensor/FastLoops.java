package jacobi.tensor;

import jacobi.tensor.cpu.Activations;
import jacobi.tensor.cpu.Arithmetic;
import jacobi.tensor.cpu.Exponentials;
import jacobi.tensor.cpu.Trigonometry;
import jacobi.tensor.cpu.WholeNumbers;

/**
 * The one door to the fast loops of {@link jacobi.tensor.cpu} for elementwise operations on float32 and float64 without
 * gaps. A method returns false where no such loop exists, and the caller goes on with its plain one.
 */
final class FastLoops {
    private FastLoops() {}

    static boolean unary(UnaryOp op, float[] x, int xAt, float[] out, int outAt, int n) {
        switch (op) {
            case NEG -> Arithmetic.neg(x, xAt, out, outAt, n);
            case ABS -> Arithmetic.abs(x, xAt, out, outAt, n);
            case SQUARE -> Arithmetic.square(x, xAt, out, outAt, n);
            case SQRT -> Arithmetic.sqrt(x, xAt, out, outAt, n);
            case EXP -> Exponentials.exp(x, xAt, out, outAt, n);
            case LOG -> Exponentials.log(x, xAt, out, outAt, n);
            case SIN -> Trigonometry.sin(x, xAt, out, outAt, n);
            case COS -> Trigonometry.cos(x, xAt, out, outAt, n);
            case RELU -> Activations.relu(x, xAt, out, outAt, n);
            case SIGMOID -> Activations.sigmoid(x, xAt, out, outAt, n);
            case TANH -> Activations.tanh(x, xAt, out, outAt, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    static boolean unary(UnaryOp op, double[] x, int xAt, double[] out, int outAt, int n) {
        switch (op) {
            case NEG -> Arithmetic.neg(x, xAt, out, outAt, n);
            case ABS -> Arithmetic.abs(x, xAt, out, outAt, n);
            case SQUARE -> Arithmetic.square(x, xAt, out, outAt, n);
            case SQRT -> Arithmetic.sqrt(x, xAt, out, outAt, n);
            case EXP -> Exponentials.exp(x, xAt, out, outAt, n);
            case LOG -> Exponentials.log(x, xAt, out, outAt, n);
            case RELU -> Activations.relu(x, xAt, out, outAt, n);
            case SIGMOID -> Activations.sigmoid(x, xAt, out, outAt, n);
            case TANH -> Activations.tanh(x, xAt, out, outAt, n);
            default -> {
                return false;
            }
        }
        return true;
    }

    static boolean binary(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
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

    static boolean binary(BinaryOp op, double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
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
    static boolean binary(BinaryOp op, float[] a, int aAt, float b, float[] out, int outAt, int n) {
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

    /** The right operand is one number. */
    static boolean binary(BinaryOp op, double[] a, int aAt, double b, double[] out, int outAt, int n) {
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

    /** The exponents that are products or a quotient. */
    private static boolean power(double[] a, int aAt, double exponent, double[] out, int outAt, int n) {
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

    /** The left operand is one number. */
    static boolean binary(BinaryOp op, float a, float[] b, int bAt, float[] out, int outAt, int n) {
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

    /** The left operand is one number. */
    static boolean binary(BinaryOp op, double a, double[] b, int bAt, double[] out, int outAt, int n) {
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
}
