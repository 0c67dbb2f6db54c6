package jacobi.tensor;

import java.util.Arrays;

/**
 * An input of a generated call, as text: type, shape, layout, palette of values, seed; the same numbers as in
 * record_numbers.py.
 */
final class GeneratedInput {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] EDGE = {
        0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, Double.NaN, INF, -INF, 1e30, -1e30, 1e-30, 1e-3
    };
    private static final int[] WHOLE_EDGE = {0, 1, -1, 2, -2, 3, 7, -8, 100, -100};

    private final DType type;
    private final int[] dims;
    private final char layout;
    private final char palette;
    private long state;

    GeneratedInput(String spec) {
        String[] parts = spec.split(" ");
        type = DType.valueOf(parts[0]);
        dims = parts[1].isEmpty()
                ? new int[0]
                : Arrays.stream(parts[1].split(",")).mapToInt(Integer::parseInt).toArray();
        layout = parts[2].charAt(0);
        palette = parts[3].charAt(0);
        state = Long.parseLong(parts[4]);
    }

    private int draw() {
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
        return (int) (state >> 8);
    }

    double number() {
        int a = draw(), b = draw();
        if (type == DType.bool) {
            return a % 2;
        }
        if (!type.isFloatingPoint()) {
            return switch (palette) {
                case 'p' -> a % 11 - 4;
                case 'q' -> WHOLE_EDGE[a % 10];
                default -> a % 4;
            };
        }
        return switch (palette) {
            case 'p' -> (a % 49 - 24) / 8.0;
            case 'q' -> EDGE[a % 16];
            case 'u' -> (a % 49 + 1) / 50.0;
            case 'd' -> a % 4 - 1;
            case 'w' -> (a % 49 - 24) * (Math.pow(10, b % 9) / 10000);
            default -> (a % 49 - 24) / 16.0;
        };
    }

    /** The whole of which the input is a view. */
    Tensor base() {
        int[] base = dims.clone();
        int last = base.length - 1;
        switch (layout) {
            case 't' -> {
                base[last] = dims[last - 1];
                base[last - 1] = dims[last];
            }
            case 's' -> base[last] = Math.max(0, 2 * dims[last] - 1);
            case 'o' -> base[0] = dims[0] + 2;
            case 'e' -> base[0] = 1;
            default -> {}
        }
        Tensor x = Tensor.empty(type, Shape.of(base));
        for (int i = 0; i < x.numel(); i++) {
            x.storage.setDouble(i, number());
        }
        return palette == 'm' && base.length >= 2
                ? x.add(Tensors.eye(type, base[last - 1], base[last]).mul(3))
                : x;
    }

    Tensor view(Tensor base) {
        return switch (layout) {
            case 't' -> base.transpose(-1, -2);
            case 's' -> base.get("..., ::2");
            case 'o' -> base.get(Tensors.slice(1, 1 + dims[0]));
            case 'e' -> base.expand(dims);
            default -> base;
        };
    }
}
