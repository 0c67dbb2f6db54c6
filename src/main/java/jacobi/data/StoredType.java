package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The types numbers have in files, as safetensors, NumPy and PyTorch name them; those that tensors here do not have
 * become the next larger.
 */
enum StoredType {
    BOOL("BOOL", "|b1", "Bool", 1, DType.bool),
    U8("U8", "|u1", "Byte", 1, DType.int32),
    I8("I8", "|i1", "Char", 1, DType.int32),
    I16("I16", "<i2", "Short", 2, DType.int32),
    I32("I32", "<i4", "Int", 4, DType.int32),
    I64("I64", "<i8", "Long", 8, DType.int64),
    F16("F16", "<f2", "Half", 2, DType.float32),
    BF16("BF16", null, "BFloat16", 2, DType.float32),
    F32("F32", "<f4", "Float", 4, DType.float32),
    F64("F64", "<f8", "Double", 8, DType.float64);

    final String safetensors;
    final String numpy;
    final String torch;
    final int bytes;
    final DType dtype;

    StoredType(String safetensors, String numpy, String torch, int bytes, DType dtype) {
        this.safetensors = safetensors;
        this.numpy = numpy;
        this.torch = torch;
        this.bytes = bytes;
        this.dtype = dtype;
    }

    /** The type a tensor is stored in without loss. */
    static StoredType of(DType dtype) {
        return switch (dtype) {
            case bool -> BOOL;
            case int32 -> I32;
            case int64 -> I64;
            case float32 -> F32;
            case float64 -> F64;
        };
    }

    /**
     * The type that numbers of a dtype are stored in where PyTorch's word asks for one: "float16", "bfloat16", "uint8";
     * null for the tensor's own. Whole numbers among others, as the count of steps in an optimiser's state, are not
     * turned into rounded ones.
     */
    static StoredType named(String dtype, DType own) {
        if (dtype == null) {
            return of(own);
        }
        StoredType asked = named(dtype);
        return asked == U8 || own.isFloatingPoint() ? asked : of(own);
    }

    private static StoredType named(String dtype) {
        return switch (dtype) {
            case "float16", "half" -> F16;
            case "bfloat16" -> BF16;
            case "uint8" -> U8;
            case "float32" -> F32;
            case "float64" -> F64;
            default -> throw new IllegalArgumentException(say("data.save.type", "found", dtype));
        };
    }

    /** Numbers of a buffer, from its position on. */
    Tensor read(ByteBuffer in, int[] shape) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int n = 1;
        for (int d : shape) {
            n = Math.multiplyExact(n, d);
        }
        if ((long) n * bytes > in.remaining()) {
            throw new IllegalArgumentException(
                    say("data.load.cut-off", "bytes", (long) n * bytes, "found", in.remaining()));
        }
        Object array = switch (dtype) {
            case bool -> {
                boolean[] all = new boolean[n];
                for (int i = 0; i < n; i++) {
                    all[i] = in.get() != 0;
                }
                yield all;
            }
            case int32 -> {
                int[] all = new int[n];
                for (int i = 0; i < n; i++) {
                    all[i] = this == I32
                            ? in.getInt()
                            : this == I16 ? in.getShort() : this == I8 ? in.get() : in.get() & 0xff;
                }
                yield all;
            }
            case int64 -> {
                long[] all = new long[n];
                in.asLongBuffer().get(all);
                yield all;
            }
            case float32 -> floats(in, n);
            case float64 -> {
                double[] all = new double[n];
                in.asDoubleBuffer().get(all);
                yield all;
            }
        };
        Tensor flat = Tensors.fromArray(array, n);
        return shape.length == 0 ? flat.reshape(jacobi.tensor.Shape.of()) : flat.reshape(shape);
    }

    private float[] floats(ByteBuffer in, int n) {
        float[] all = new float[n];
        if (this == F32) {
            in.asFloatBuffer().get(all);
            return all;
        }
        for (int i = 0; i < n; i++) {
            short bits = in.getShort();
            all[i] = this == BF16 ? Float.intBitsToFloat(bits << 16) : half(bits);
        }
        return all;
    }

    /** A number of IEEE 754's 16-bit format: sign, 5 bits of exponent, 10 of fraction. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
        float size = exponent == 0
                ? fraction * 0x1p-24f
                : exponent == 31
                        ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                        : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        return bits < 0 ? -size : size;
    }

    /** The nearest number of 16 bits, of two equally near the even one. */
    static short toHalf(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (size >= 65520) {
            return (short) (sign | 0x7c00);
        }
        if (size < 0x1p-14f) {
            return (short) (sign | (int) Math.rint(size * 0x1p24f));
        }
        int exponent = Math.getExponent(size);
        int rounded = (int) Math.rint(Math.scalb(size, 10 - exponent));
        // A fraction that rounds up to 2 moves into the exponent by itself.
        return (short) (sign | (exponent + 14 << 10) + rounded);
    }

    private static short toBfloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        return Float.isNaN(value) ? (short) 0x7fc0 : (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }

    /** A tensor's numbers in this type. */
    ByteBuffer write(Tensor x) {
        ByteBuffer out =
                ByteBuffer.allocate(Math.multiplyExact(x.numel(), bytes)).order(ByteOrder.LITTLE_ENDIAN);
        switch (this) {
            case BOOL -> {
                for (boolean value : x.toBooleanArray()) {
                    out.put((byte) (value ? 1 : 0));
                }
            }
            case I32 -> out.asIntBuffer().put(x.toIntArray());
            case I64 -> out.asLongBuffer().put(x.toLongArray());
            case F32 -> out.asFloatBuffer().put(x.toFloatArray());
            case F64 -> out.asDoubleBuffer().put(x.toDoubleArray());
            case U8, I8 -> {
                for (long value : x.toLongArray()) {
                    if (this == U8 && (value < 0 || value > 255)) {
                        throw new IllegalArgumentException(say("data.save.uint8", "found", value));
                    }
                    out.put((byte) value);
                }
            }
            default -> {
                for (float value : x.toFloatArray()) {
                    out.putShort(this == F16 ? toHalf(value) : this == BF16 ? toBfloat(value) : (short) value);
                }
            }
        }
        return out.rewind();
    }
}
