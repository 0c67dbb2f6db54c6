package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.empty;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Picking;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Pooling;
import jacobi.tensor.cpu.Window;
import jacobi.tensor.cpu.Windows;
import java.util.function.UnaryOperator;

/** What windows sliding over images see: their largest or mean number, or all of it. */
final class Pools {
    private Pools() {}

    /** A window of the given size over x; lists of one number stand for both directions, and a missing stride for 1. */
    static Window window(String operation, Tensor x, int[] size, int[] stride, int[] padding, int[] dilation) {
        return window(operation, x, size, stride, padding, dilation, false);
    }

    private static Window window(
            String operation, Tensor x, int[] size, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        int[] d = x.shape().toArray(),
                s = pair(operation, size),
                by = pair(operation, stride),
                p = pair(operation, padding),
                gaps = pair(operation, dilation);
        if (s[0] < 1 || s[1] < 1 || by[0] < 1 || by[1] < 1 || p[0] < 0 || p[1] < 0 || gaps[0] < 1 || gaps[1] < 1) {
            throw new IllegalArgumentException(say(
                    "nn.pool.least",
                    "operation",
                    operation,
                    "window",
                    Shape.text(s),
                    "stride",
                    Shape.text(by),
                    "dilation",
                    Shape.text(gaps),
                    "padding",
                    Shape.text(p)));
        }
        Window window = new Window(d[1], d[2], d[3], s[0], s[1], by[0], by[1], p[0], p[1], gaps[0], gaps[1], ceilMode);
        if (window.outHeight() < 1 || window.outWidth() < 1) {
            int rows = gaps[0] * (s[0] - 1) + 1, columns = gaps[1] * (s[1] - 1) + 1;
            throw new IllegalArgumentException(say(
                    "nn.pool.too-large",
                    "operation",
                    operation,
                    "rows",
                    rows,
                    "columns",
                    columns,
                    "height",
                    d[2],
                    "width",
                    d[3],
                    "padding",
                    Shape.text(p)));
        }
        return window;
    }

    /** A pool's window, which moves by its own size if nothing else is said. */
    private static Window pool(
            String operation, Tensor x, int[] size, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        Window w = window(operation, x, size, stride == null ? size : stride, padding, dilation, ceilMode);
        requireNarrow(operation, w.rows(), w.rowPadding());
        requireNarrow(operation, w.columns(), w.columnPadding());
        return w;
    }

    /** A wider margin would have windows that see nothing else. */
    static void requireNarrow(String operation, int size, int padding) {
        if (padding > size / 2) {
            throw new IllegalArgumentException(say("nn.pool.padding", "operation", operation));
        }
    }

    /** Where the largest numbers stand: gaps in a window may hold all of an image that is smaller than they are. */
    static void requireSeen(String operation, Window w, int[] places) {
        if (w.rowDilation() == 1 && w.columnDilation() == 1) {
            return;
        }
        for (int place : places) {
            if (place < 0) {
                throw new IllegalArgumentException(say("nn.pool.sees-nothing", "operation", operation));
            }
        }
    }

    static int[] pair(String operation, int[] numbers) {
        if (numbers.length == 1) {
            return new int[] {numbers[0], numbers[0]};
        }
        if (numbers.length == 2) {
            return numbers;
        }
        throw new IllegalArgumentException(
                say("nn.pool.one-or-two", "operation", operation, "found", java.util.Arrays.toString(numbers)));
    }

    /**
     * The largest number each window sees of images (batch, channels, height, width) or of one image.
     *
     * @param kernelSize one number for both directions, or (rows, columns), as are the next three
     * @param stride how far the window moves; left out, its own size, so that windows lie side by side
     * @param padding places put around the images, which never win; at most half the window
     * @param dilation distance of the elements a window sees
     * @param ceilMode whether there is also a window that sticks out at the end
     */
    @Op
    static Tensor maxPool2d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("false") boolean ceilMode) {
        requireImages("maxPool2d", input);
        return Sizes.batched(
                input,
                2,
                x -> largest(x, kernelSize, stride, padding, dilation, ceilMode).output());
    }

    /** The largest numbers each window sees of a batch of images, and where in the batch each stands. */
    static Largest largest(
            Tensor input, int[] kernelSize, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        Window w = pool("maxPool2d", input, kernelSize, stride, padding, dilation, ceilMode);
        Tensor y = empty(input.dtype(), result(input, w));
        int[] places = max(w, input.size(0), input, y);
        requireSeen("maxPool2d", w, places);
        return new Largest(picked("MaxPool2DWithIndicesBackward0", input, y, places), places);
    }

    /** Largest numbers, and for each its place among the input's. */
    record Largest(Tensor output, int[] places) {}

    /** Fills y with the largest numbers of the windows over so many images, and says where in x each stands. */
    static int[] max(Window w, int images, Tensor x, Tensor y) {
        Elements in = Elements.of(x), out = Elements.of(y);
        int[] places = new int[y.numel()];
        Pooling.max2d(w, images, in.array(), in.offset(), out.array(), 0, places);
        return places;
    }

    /** y, which are the elements of x at places, with this history. */
    static Tensor picked(String name, Tensor x, Tensor y, int[] places) {
        Shape whole = x.shape(), part = y.shape();
        return Operation.of(name, y)
                .input(
                        x,
                        t -> Picking.pick(name, t, places, part),
                        g -> Operation.constantIn(x, name, Picking.spread(name, g, places, whole)))
                .result();
    }

    /**
     * The mean of what each window sees of images (batch, channels, height, width) or of one image.
     *
     * @param kernelSize one number for both directions, or (rows, columns), as are the next two
     * @param stride how far the window moves; left out, its own size, so that windows lie side by side
     * @param padding zeros put around the images; at most half the window
     * @param ceilMode whether there is also a window that sticks out at the end; what lies beyond the padding does not
     * count
     * @param countIncludePad whether the padding's zeros count in the mean
     * @param divisorOverride what the sum is divided by, whatever the window sees, but not 0; left out, the number of
     * its places
     */
    @Op
    static Tensor avgPool2d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @Default("false") boolean ceilMode,
            @Default("true") boolean countIncludePad,
            @Default(value = "null", byName = true) Integer divisorOverride) {
        requireImages("avgPool2d", input);
        requireDivisor("avgPool2d", divisorOverride);
        return Sizes.batched(input, 2, x -> {
            Window w = pool("avgPool2d", x, kernelSize, stride, padding, new int[] {1}, ceilMode);
            return mean(x, w, divisorOverride == null ? w.counts(countIncludePad) : w.divisors(divisorOverride));
        });
    }

    static void requireDivisor(String operation, Integer divisor) {
        if (divisor != null && divisor == 0) {
            throw new IllegalArgumentException(say("nn.pool.divisor", "operation", operation));
        }
    }

    private static Tensor mean(Tensor x, Window w, Window.Divisors by) {
        Shape whole = x.shape(), result = result(x, w);
        return linear(
                "AvgPool2DBackward0",
                x,
                t -> mean(w, by, t.size(0), t, result),
                g -> meanGrad(w, by, g.size(0), g, whole));
    }

    /**
     * A linear operation, whose derivative is itself and whose gradient is another one, with their history.
     *
     * @param operation computes it, without history
     * @param gradient the same of its gradient
     */
    static Tensor linear(String name, Tensor x, UnaryOperator<Tensor> operation, UnaryOperator<Tensor> gradient) {
        Tensor y = operation.apply(x);
        return Operation.of(name, y)
                .input(
                        x,
                        t -> linear(name, t, operation, gradient),
                        g -> Operation.constantIn(x, name, linearGrad(name, g, operation, gradient)))
                .result();
    }

    private static Tensor linearGrad(
            String name, Tensor g, UnaryOperator<Tensor> operation, UnaryOperator<Tensor> gradient) {
        Tensor y = gradient.apply(g);
        return Operation.of(name.replace("0", "Backward0"), y)
                .input(g, t -> linearGrad(name, t, operation, gradient), h -> linear(name, h, operation, gradient))
                .result();
    }

    /** The means alone, without history. */
    static Tensor mean(Window w, Window.Divisors by, int images, Tensor x, Shape result) {
        Tensor y = empty(x.dtype(), result);
        Elements in = Elements.of(x), out = Elements.of(y);
        Pooling.mean2d(w, by, images, in.array(), in.offset(), out.array(), 0);
        return y;
    }

    /** The means' gradient alone, without history. */
    static Tensor meanGrad(Window w, Window.Divisors by, int images, Tensor g, Shape whole) {
        Tensor y = empty(g.dtype(), whole);
        Elements in = Elements.of(g), out = Elements.of(y);
        Pooling.mean2dGrad(w, by, images, in.array(), in.offset(), out.array(), 0);
        return y;
    }

    private static Shape result(Tensor x, Window w) {
        return Shape.of(x.size(0), x.size(1), w.outHeight(), w.outWidth());
    }

    static void requireImages(String operation, Tensor x) {
        Operation.requireFloating(operation, x);
        if (x.dim() != 3 && x.dim() != 4) {
            throw new IllegalArgumentException(say(
                    "nn.images.axes", "operation", operation, "shape", x.shape().text()));
        }
    }

    /**
     * Everything each window of images sees, as columns: (batch, channels · rows · columns, places).
     *
     * @param kernelSize one number for both directions, or (rows, columns), as are the next three
     * @param stride how far the window moves
     * @param padding zeros put around the images
     * @param dilation distance of the elements a window sees
     */
    @Op("unfold")
    static Tensor windows(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation) {
        requireImages("unfold", input);
        return Sizes.batched(input, 2, x -> windows(x, window("unfold", x, kernelSize, stride, padding, dilation)));
    }

    private static Tensor windows(Tensor x, Window w) {
        Tensor y = empty(x.dtype(), Shape.of(x.size(0), w.size(), w.places()));
        Elements in = Elements.of(x), out = Elements.of(y);
        for (int i = 0; i < x.size(0); i++) {
            int from = in.offset() + i * w.image(), to = i * w.size() * w.places();
            Windows.windows(w, in.array(), from, out.array(), to);
        }
        return Operation.of("Im2ColBackward0", y)
                .input(x, t -> windows(t, w), g -> addWindows(g, w))
                .result();
    }

    private static Tensor addWindows(Tensor g, Window w) {
        int batch = g.size(0);
        Tensor y = empty(g.dtype(), Shape.of(batch, w.channels(), w.height(), w.width()));
        Elements in = Elements.of(g), out = Elements.of(y);
        for (int i = 0; i < batch; i++) {
            int from = in.offset() + i * w.size() * w.places(), to = i * w.image();
            Windows.addWindows(w, in.array(), from, out.array(), to);
        }
        return Operation.of("Col2ImBackward0", y)
                .input(g, t -> addWindows(t, w), h -> windows(h, w))
                .result();
    }

    /**
     * Adds columns as {@code unfold} gives them back to images where they came from.
     *
     * @param outputSize height and width of the images, or one number for both
     * @param kernelSize one number for both directions, or (rows, columns), as are the next three
     * @param stride how far the window moves
     * @param padding zeros put around the images
     * @param dilation distance of the elements a window sees
     */
    @Op
    static Tensor fold(
            Tensor input,
            @OrNumber int[] outputSize,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation) {
        int[] s = pair("fold", kernelSize), d = pair("fold", outputSize);
        if (input.dim() != 3 || input.size(1) % (s[0] * s[1]) != 0) {
            throw new IllegalArgumentException(
                    say("nn.fold.axes", "shape", input.shape().text(), "window", Shape.text(s)));
        }
        int channels = input.size(1) / (s[0] * s[1]);
        Tensor like = empty(input.dtype(), Shape.of(1, channels, d[0], d[1]));
        Window w = window("fold", like, kernelSize, stride, padding, dilation);
        if (w.places() != input.size(2)) {
            throw new IllegalArgumentException(say(
                    "nn.fold.places",
                    "images",
                    Shape.text(d),
                    "places",
                    w.places(),
                    "window",
                    Shape.text(s),
                    "found",
                    input.size(2)));
        }
        return addWindows(input, w);
    }
}
