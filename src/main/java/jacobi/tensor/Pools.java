package jacobi.tensor;

import jacobi.tensor.cpu.Pooling;
import jacobi.tensor.cpu.Window;
import jacobi.tensor.cpu.Windows;

/** What windows sliding over images see: their largest or mean number, or all of it. */
final class Pools {
    private Pools() {}

    /** A window of the given size over x; lists of one number stand for both directions, and a missing stride for 1. */
    static Window window(String operation, Tensor x, int[] size, int[] stride, int[] padding, int[] dilation) {
        int[] d = x.shape.dims,
                s = pair(operation, size),
                by = pair(operation, stride),
                p = pair(operation, padding),
                gaps = pair(operation, dilation);
        if (s[0] < 1 || s[1] < 1 || by[0] < 1 || by[1] < 1 || p[0] < 0 || p[1] < 0 || gaps[0] < 1 || gaps[1] < 1)
            throw new IllegalArgumentException(
                    operation + ": window " + Shape.text(s) + ", stride " + Shape.text(by) + " and dilation "
                            + Shape.text(gaps) + " must be at least 1, padding " + Shape.text(p) + " at least 0");
        int rows = gaps[0] * (s[0] - 1) + 1, columns = gaps[1] * (s[1] - 1) + 1;
        if (rows > d[2] + 2 * p[0] || columns > d[3] + 2 * p[1])
            throw new IllegalArgumentException(operation + ": a window of " + rows + " x " + columns
                    + " does not fit images of " + d[2] + " x " + d[3] + " with padding " + Shape.text(p));
        return new Window(d[1], d[2], d[3], s[0], s[1], by[0], by[1], p[0], p[1], gaps[0], gaps[1]);
    }

    private static int[] pair(String operation, int[] numbers) {
        if (numbers.length == 1) return new int[] {numbers[0], numbers[0]};
        if (numbers.length == 2) return numbers;
        throw new IllegalArgumentException(
                operation + ": needs one number for both directions or two, got " + java.util.Arrays.toString(numbers));
    }

    static Tensor maxPool2d(Tensor x, int[] size, int[] stride, int[] padding) {
        requireImages("maxPool2d", x);
        if (x.dim() == 3) return Views.squeeze(maxPool2d(Views.unsqueeze(x, 0), size, stride, padding), 0);
        Window w = window("maxPool2d", x, size, stride, padding, new int[] {1});
        if (w.rowPadding() > w.rows() / 2 || w.columnPadding() > w.columns() / 2)
            throw new IllegalArgumentException("maxPool2d: padding must be at most half the window");
        Tensor in = Loops.contiguous(x), y = Tensor.empty(x.dtype(), result(x, w));
        int[] places = new int[y.numel()];
        if (x.dtype() == DType.float32)
            Pooling.max2d(w, x.size(0), in.storage.floats(), in.offset, y.storage.floats(), 0, places);
        else Pooling.max2d(w, x.size(0), in.storage.doubles(), in.offset, y.storage.doubles(), 0, places);
        if (!Tape.watches(x)) return y;
        String name = "MaxPool2DWithIndicesBackward0";
        Shape whole = x.shape, part = y.shape;
        return Operation.of(name, y)
                .input(
                        x,
                        t -> Picking.pick(name, t, places, part),
                        g -> Operation.constantIn(x, name, Picking.spread(name, g, places, whole)))
                .result();
    }

    static Tensor avgPool2d(Tensor x, int[] size, int[] stride, int[] padding) {
        requireImages("avgPool2d", x);
        if (x.dim() == 3) return Views.squeeze(avgPool2d(Views.unsqueeze(x, 0), size, stride, padding), 0);
        return mean(x, window("avgPool2d", x, size, stride, padding, new int[] {1}));
    }

    private static Tensor mean(Tensor x, Window w) {
        Tensor in = Loops.contiguous(x), y = Tensor.empty(x.dtype(), result(x, w));
        if (x.dtype() == DType.float32)
            Pooling.mean2d(w, true, x.size(0), in.storage.floats(), in.offset, y.storage.floats(), 0);
        else Pooling.mean2d(w, true, x.size(0), in.storage.doubles(), in.offset, y.storage.doubles(), 0);
        if (!Tape.watches(x)) return y;
        Shape whole = x.shape;
        String name = "AvgPool2DBackward0";
        return Operation.of(name, y)
                .input(x, t -> mean(t, w), g -> Operation.constantIn(x, name, meanGrad(g, w, whole)))
                .result();
    }

    private static Tensor meanGrad(Tensor g, Window w, Shape whole) {
        Tensor in = Loops.contiguous(g), y = Tensor.empty(g.dtype(), whole);
        if (g.dtype() == DType.float32)
            Pooling.mean2dGrad(w, true, g.size(0), in.storage.floats(), in.offset, y.storage.floats(), 0);
        else Pooling.mean2dGrad(w, true, g.size(0), in.storage.doubles(), in.offset, y.storage.doubles(), 0);
        if (!Tape.watches(g)) return y;
        return Operation.of("AvgPool2DBackwardBackward0", y)
                .input(g, t -> meanGrad(t, w, whole), h -> mean(h, w))
                .result();
    }

    private static Shape result(Tensor x, Window w) {
        return Shape.of(x.size(0), x.size(1), w.outHeight(), w.outWidth());
    }

    private static void requireImages(String operation, Tensor x) {
        Casting.requireFloating(operation, x);
        if (x.dim() != 3 && x.dim() != 4)
            throw new IllegalArgumentException(
                    operation + ": needs images (batch, channels, height, width), got shape " + x.shape.text());
    }

    /** Everything each window sees, as columns: (batch, channels · rows · columns, places). */
    static Tensor windows(Tensor x, int[] size, int[] stride, int[] padding, int[] dilation) {
        requireImages("unfold", x);
        if (x.dim() == 3) return Views.squeeze(windows(Views.unsqueeze(x, 0), size, stride, padding, dilation), 0);
        return windows(x, window("unfold", x, size, stride, padding, dilation));
    }

    private static Tensor windows(Tensor x, Window w) {
        Tensor in = Loops.contiguous(x), y = Tensor.empty(x.dtype(), Shape.of(x.size(0), w.size(), w.places()));
        for (int i = 0; i < x.size(0); i++) {
            int from = in.offset + i * w.image(), to = i * w.size() * w.places();
            if (x.dtype() == DType.float32) Windows.windows(w, in.storage.floats(), from, y.storage.floats(), to);
            else Windows.windows(w, in.storage.doubles(), from, y.storage.doubles(), to);
        }
        if (!Tape.watches(x)) return y;
        return Operation.of("Im2ColBackward0", y)
                .input(x, t -> windows(t, w), g -> addWindows(g, w))
                .result();
    }

    private static Tensor addWindows(Tensor g, Window w) {
        int batch = g.size(0);
        Tensor in = Loops.contiguous(g),
                y = Tensor.empty(g.dtype(), Shape.of(batch, w.channels(), w.height(), w.width()));
        for (int i = 0; i < batch; i++) {
            int from = in.offset + i * w.size() * w.places(), to = i * w.image();
            if (g.dtype() == DType.float32) Windows.addWindows(w, in.storage.floats(), from, y.storage.floats(), to);
            else Windows.addWindows(w, in.storage.doubles(), from, y.storage.doubles(), to);
        }
        if (!Tape.watches(g)) return y;
        return Operation.of("Col2ImBackward0", y)
                .input(g, t -> addWindows(t, w), h -> windows(h, w))
                .result();
    }

    /** Adds windows back where they came from: the inverse arrangement of {@link #windows}, as {@code torch.nn.functional.fold}. */
    static Tensor fold(Tensor columns, int[] images, int[] size, int[] stride, int[] padding, int[] dilation) {
        int[] s = pair("fold", size), d = pair("fold", images);
        if (columns.dim() != 3 || columns.size(1) % (s[0] * s[1]) != 0)
            throw new IllegalArgumentException("fold: needs (batch, channels * rows * columns, places), got shape "
                    + columns.shape.text() + " for windows " + Shape.text(s));
        int channels = columns.size(1) / (s[0] * s[1]);
        Tensor like = Tensor.empty(columns.dtype(), Shape.of(1, channels, d[0], d[1]));
        Window w = window("fold", like, size, stride, padding, dilation);
        if (w.places() != columns.size(2))
            throw new IllegalArgumentException("fold: images of " + Shape.text(d) + " have " + w.places()
                    + " places for windows " + Shape.text(s) + ", but there are " + columns.size(2) + " columns");
        return addWindows(columns, w);
    }
}
