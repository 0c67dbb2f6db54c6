package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Op;
import jacobi.tensor.cpu.Matrices;
import jacobi.tensor.cpu.Reductions;

/** Products of vectors and matrices: each with its loop, its gradients and its {@code grad_fn} name. */
final class Products {
    private Products() {}

    /** Dot product of two vectors of one type. */
    @Op
    static Tensor dot(Tensor a, Tensor other) {
        requireAxes("dot", a, 1, other, 1);
        requireOneType("dot", a, other);
        if (a.numel() != other.numel()) {
            throw new IllegalArgumentException(
                    say("tensor.products.vectors-lengths-no-dot", "numel", a.numel(), "numel2", other.numel()));
        }
        Tensor y = Tensor.empty(a.dtype(), Shape.SCALAR);
        Tensor p = Loops.contiguous(a), q = Loops.contiguous(other);
        int n = a.numel();
        switch (a.dtype()) {
            case float32 ->
                y.storage.floats()[0] = Reductions.dot(p.storage.floats(), p.offset, q.storage.floats(), q.offset, n);
            case float64 ->
                y.storage.doubles()[0] =
                        Reductions.dot(p.storage.doubles(), p.offset, q.storage.doubles(), q.offset, n);
            default -> {
                long sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += p.storage.getLong(p.offset + i) * q.storage.getLong(q.offset + i);
                }
                y.storage.setLong(0, sum);
            }
        }
        return Operation.of("DotBackward0", y)
                .input(a, t -> dot(t, other), g -> Operators.mul(g, other), other)
                .input(other, t -> dot(a, t), g -> Operators.mul(g, a), a)
                .result();
    }

    /** Matrix times vector. */
    @Op
    static Tensor mv(Tensor a, Tensor vec) {
        requireAxes("mv", a, 2, vec, 1);
        requireOneType("mv", a, vec);
        if (a.shape.dims[1] != vec.shape.dims[0]) {
            throw new IllegalArgumentException(say(
                    "tensor.products.matrix-times-vector-matrix",
                    "shape",
                    a.shape.text(),
                    "shape2",
                    vec.shape.text(),
                    "dims",
                    a.shape.dims[1],
                    "dims2",
                    vec.shape.dims[0]));
        }
        Tensor y = Tensor.empty(a.dtype(), Shape.owning(a.shape.dims[0]));
        multiply(a, vec.look(vec.offset, Shape.owning(vec.numel(), 1), new int[] {vec.strides[0], 1}), y, 1, true);
        return Operation.of("MvBackward0", y)
                .input(a, t -> mv(t, vec), g -> outer(g, vec), vec)
                .input(vec, t -> mv(a, t), g -> mv(Views.transpose(a, 0, 1), g), a)
                .result();
    }

    /** Matrix times matrix. */
    @Op
    static Tensor mm(Tensor a, Tensor mat2) {
        requireAxes("mm", a, 2, mat2, 2);
        requireOneType("mm", a, mat2);
        requireInner("mm", a, mat2);
        int n = mat2.shape.dims[1];
        Tensor y = Tensor.empty(a.dtype(), Shape.owning(a.shape.dims[0], n));
        multiply(a, mat2, y, n, true);
        return Operation.of("MmBackward0", y)
                .input(a, t -> mm(t, mat2), g -> mm(g, Views.transpose(mat2, 0, 1)), mat2)
                .input(mat2, t -> mm(a, t), g -> mm(Views.transpose(a, 0, 1), g), a)
                .result();
    }

    /** Product of two matrices, written into an existing matrix; not recorded for gradients. */
    @Op(value = "mm", method = false)
    static Tensor mmInto(Tensor a, Tensor mat2, Tensor out) {
        requireAxes("mm", a, 2, mat2, 2);
        requireOneType("mm", a, mat2);
        requireInner("mm", a, mat2);
        Results.require("mm", out, Shape.owning(a.shape.dims[0], mat2.shape.dims[1]), a.dtype(), a, mat2);
        if (!out.isContiguous() || a.sharesStorage(out) || mat2.sharesStorage(out)) {
            throw new IllegalArgumentException(say("tensor.products.matrix-write-into-contiguous"));
        }
        if (a.shape.dims[1] == 0) {
            Loops.copy(Tensor.weak(0), out);
        }
        multiply(a, mat2, out, out.shape.dims[1], false);
        return InPlace.overwritten(out);
    }

    /** Stack of matrices times stack of matrices, pair by pair. */
    @Op
    static Tensor bmm(Tensor a, Tensor mat2) {
        requireAxes("bmm", a, 3, mat2, 3);
        requireOneType("bmm", a, mat2);
        if (a.shape.dims[0] != mat2.shape.dims[0]) {
            throw new IllegalArgumentException(say(
                    "tensor.products.matrices-shape-shape-do",
                    "dims",
                    a.shape.dims[0],
                    "shape",
                    a.shape.text(),
                    "dims2",
                    mat2.shape.dims[0],
                    "shape2",
                    mat2.shape.text()));
        }
        requireInner("bmm", a, mat2);
        int batch = a.shape.dims[0], m = a.shape.dims[1], n = mat2.shape.dims[2];
        Tensor y = Tensor.empty(a.dtype(), Shape.owning(batch, m, n));
        for (int i = 0; i < batch; i++) {
            multiply(matrix(a, i), matrix(mat2, i), matrix(y, i), n, true);
        }
        return Operation.of("BmmBackward0", y)
                .input(a, t -> bmm(t, mat2), g -> bmm(g, Views.transpose(mat2, 1, 2)), mat2)
                .input(mat2, t -> bmm(a, t), g -> bmm(Views.transpose(a, 1, 2), g), a)
                .result();
    }

    /** Matrix i of a stack, without history. */
    private static Tensor matrix(Tensor x, int i) {
        return x.look(x.offset + i * x.strides[0], Shape.owning(x.shape.dims[1], x.shape.dims[2]), new int[] {
            x.strides[1], x.strides[2]
        });
    }

    /** Every element of this vector times every element of another: shape (m, n). */
    @Op
    static Tensor outer(Tensor a, Tensor vec2) {
        requireAxes("outer", a, 1, vec2, 1);
        return Operators.mul(Reshapes.view(a.isContiguous() ? a : Casting.copy(a), a.numel(), 1), vec2);
    }

    /** Product as Python's {@code @}: of vectors, matrices, and stacks of matrices, which broadcast. */
    @Op
    static Tensor matmul(Tensor a, Tensor other) {
        int p = a.dim(), q = other.dim();
        if (p == 0 || q == 0) {
            throw new IllegalArgumentException(say(
                    "tensor.products.shapes-both-operands-need",
                    "shape",
                    a.shape.text(),
                    "shape2",
                    other.shape.text()));
        }
        if (p == 1 && q == 1) {
            return dot(a, other);
        }
        if (p == 2 && q == 1) {
            return mv(a, other);
        }
        if (p == 2 && q == 2) {
            return mm(a, other);
        }
        if (p == 1 && q == 2) {
            return Reshapes.squeeze("SqueezeBackward3", mm(Reshapes.unsqueeze(a, 0), other), 0);
        }
        requireOneType("matmul", a, other);
        Tensor left = p == 1 ? Reshapes.unsqueeze(a, 0) : a, right = q == 1 ? Reshapes.unsqueeze(other, 1) : other;
        requireInner("matmul", left, right);
        int m = left.size(-2), k = left.size(-1), n = right.size(-1);
        Tensor y;
        if (right.dim() == 2) {
            // One product of all rows, as the matrix is the same for all.
            int[] dims = left.shape.toArray();
            dims[dims.length - 1] = n;
            int rows =
                    Shape.owning(java.util.Arrays.copyOf(dims, dims.length - 1)).numel();
            y = unsafeView(mm(Reshapes.reshape(left, rows, k), right), dims);
        } else {
            int[] stack = Broadcast.shapes("matmul", stack(left), stack(right)).dims;
            int batch = Shape.owning(stack).numel();
            Tensor l = Reshapes.reshape(Views.expand(left, append(stack, m, k)), batch, m, k);
            Tensor r = Reshapes.reshape(Views.expand(right, append(stack, k, n)), batch, k, n);
            y = unsafeView(bmm(l, r), append(stack, m, n));
        }
        if (p == 1) {
            y = Reshapes.squeeze(y, -2);
        }
        return q == 1 ? Reshapes.squeeze(y, -1) : y;
    }

    private static Tensor unsafeView(Tensor x, int[] dims) {
        return Reshapes.reshaped("matmul", "UnsafeViewBackward0", x, Shape.owning(dims));
    }

    private static Shape stack(Tensor x) {
        return Shape.owning(java.util.Arrays.copyOf(x.shape.dims, x.dim() - 2));
    }

    private static int[] append(int[] stack, int rows, int columns) {
        int[] dims = java.util.Arrays.copyOf(stack, stack.length + 2);
        dims[stack.length] = rows;
        dims[stack.length + 1] = columns;
        return dims;
    }

    /**
     * Writes the product of two matrices of any strides into y, whose rows are n apart; with {@code zero}, which tells
     * that y is 0 now, it is added to what is there.
     */
    static void multiply(Tensor a, Tensor b, Tensor y, int n, boolean zero) {
        int m = a.shape.dims[0], k = a.shape.dims[1];
        if (y.numel() == 0 || k == 0) {
            return;
        }
        int ai = a.strides[0], aj = a.strides[1], bi = b.strides[0], bj = b.strides[1];
        switch (y.dtype()) {
            case float32 -> {
                float[] p = a.storage.floats(), q = b.storage.floats(), r = y.storage.floats();
                if (n == 1 && bi == 1) {
                    Matrices.mv(m, k, p, a.offset, ai, aj, q, b.offset, r, y.offset, zero);
                } else {
                    Matrices.matmul(m, n, k, p, a.offset, ai, aj, q, b.offset, bi, bj, r, y.offset, n, zero);
                }
            }
            case float64 -> {
                double[] p = a.storage.doubles(), q = b.storage.doubles(), r = y.storage.doubles();
                if (n == 1 && bi == 1) {
                    Matrices.mv(m, k, p, a.offset, ai, aj, q, b.offset, r, y.offset, zero);
                } else {
                    Matrices.matmul(m, n, k, p, a.offset, ai, aj, q, b.offset, bi, bj, r, y.offset, n, zero);
                }
            }
            default -> {
                for (int i = 0, work = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        long sum = 0;
                        for (int l = 0; l < k; l++) {
                            sum += a.storage.getLong(a.offset + i * ai + l * aj)
                                    * b.storage.getLong(b.offset + l * bi + j * bj);
                        }
                        y.storage.setLong(y.offset + i * n + j, sum);
                        work = Loops.poll(work + k);
                    }
                }
            }
        }
    }

    private static void requireAxes(String operation, Tensor a, int left, Tensor b, int right) {
        if (a.dim() != left || b.dim() != right) {
            throw new IllegalArgumentException(say(
                    "tensor.products.needs-got-shapes",
                    "operation",
                    operation,
                    "kind",
                    kind(left),
                    "kind2",
                    kind(right),
                    "shape",
                    a.shape.text(),
                    "shape2",
                    b.shape.text()));
        }
    }

    private static String kind(int axes) {
        return axes == 1
                ? say("tensor.products.vector-axis")
                : axes == 2 ? say("tensor.products.matrix-axes") : say("tensor.products.stack-matrices-axes");
    }

    private static void requireOneType(String operation, Tensor a, Tensor b) {
        if (a.dtype() != b.dtype()) {
            throw new IllegalArgumentException(say(
                    "tensor.products.both-operands-same-dtype",
                    "operation",
                    operation,
                    "dtype",
                    a.dtype(),
                    "dtype2",
                    b.dtype(),
                    "promote",
                    DType.promote(a.dtype(), b.dtype()).name()));
        }
    }

    private static void requireInner(String operation, Tensor a, Tensor b) {
        int columns = a.size(-1), rows = b.size(-2);
        if (columns != rows) {
            throw new IllegalArgumentException(say(
                    "tensor.products.shapes-do-not-multiply",
                    "operation",
                    operation,
                    "shape",
                    a.shape.text(),
                    "shape2",
                    b.shape.text(),
                    "columns",
                    columns,
                    "rows",
                    rows));
        }
    }
}
