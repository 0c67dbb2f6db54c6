package jacobi.tensor;

import java.util.ArrayList;
import java.util.List;

/** Prints tensors as PyTorch does, to the character (torch/_tensor_str.py). */
final class TensorPrinter {
    private static final String PREFIX = "tensor(";

    private final PrintOptions options;
    private final boolean summarized;
    private final NumberFormat format;

    private TensorPrinter(Tensor x, PrintOptions options) {
        this.options = options;
        summarized = x.numel() > options.threshold();
        format = new NumberFormat(summarized ? ends(x, 0) : x, options);
    }

    static String print(Tensor x) {
        PrintOptions options = PrintOptions.current();
        try (GradMode off = GradMode.set(false)) {
            return suffixed(body(x, options), suffixes(x), options.linewidth());
        }
    }

    private static String body(Tensor x, PrintOptions options) {
        if (x.numel() == 0) {
            return "[]";
        }
        Tensor plain = x.detach();
        return new TensorPrinter(plain, options).block(plain, PREFIX.length());
    }

    private static List<String> suffixes(Tensor x) {
        List<String> suffixes = new ArrayList<>();
        DType type = x.dtype();
        if (x.numel() == 0) {
            if (x.dim() != 1) {
                suffixes.add("size=" + x.shape.text());
            }
            if (type != DType.float32) {
                suffixes.add("dtype=" + type);
            }
        } else if (type == DType.float64 || type == DType.int32) {
            suffixes.add("dtype=" + type);
        }
        Node node = Tape.node(x);
        if (node != null) {
            suffixes.add("grad_fn=<" + node.name() + ">");
        } else if (Tape.requiresGrad(x)) {
            suffixes.add("requires_grad=True");
        }
        Tensor tangent = Tape.tangent(x);
        if (tangent != null) {
            suffixes.add("tangent=" + tangent);
        }
        return suffixes;
    }

    private static String suffixed(String body, List<String> suffixes, int linewidth) {
        StringBuilder s = new StringBuilder(PREFIX).append(body);
        int line = s.length() - s.lastIndexOf("\n") + 1;
        for (String suffix : suffixes) {
            if (line + suffix.length() + 2 > linewidth) {
                s.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
                line = PREFIX.length() + suffix.length();
            } else {
                s.append(", ").append(suffix);
                line += suffix.length() + 2;
            }
        }
        return s.append(')').toString();
    }

    /** The part of a long tensor that is shown: the ends of every axis. */
    private Tensor ends(Tensor x, int axis) {
        if (axis == x.dim()) {
            return x;
        }
        int n = x.shape.dims[axis], edge = options.edgeitems();
        if (n <= 2 * edge) {
            return ends(x, axis + 1);
        }
        Tensor first = Views.slice(x, axis, 0, edge, 1), last = Views.slice(x, axis, n - edge, edge, 1);
        return ends(Joins.cat(new Tensor[] {first, last}, axis), axis + 1);
    }

    private String block(Tensor x, int indent) {
        if (x.dim() == 0) {
            return format.element(x.storage, x.offset);
        }
        int n = x.shape.dims[0], edge = options.edgeitems();
        boolean gap = summarized && n > 2 * edge;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (gap && i == edge) {
                parts.add(x.dim() == 1 ? " ..." : "...");
                i = n - edge;
                if (i == n) {
                    break;
                }
            }
            parts.add(
                    x.dim() == 1
                            ? format.element(x.storage, x.offset + i * x.strides[0])
                            : block(Views.select(x, 0, i), indent + 1));
        }
        if (x.dim() > 1) {
            return "[" + String.join("," + "\n".repeat(x.dim() - 1) + " ".repeat(indent + 1), parts) + "]";
        }
        int perLine = Math.max(1, (options.linewidth() - indent) / (format.width() + 2));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += perLine) {
            lines.add(String.join(", ", parts.subList(i, Math.min(parts.size(), i + perLine))));
        }
        return "[" + String.join(",\n" + " ".repeat(indent + 1), lines) + "]";
    }
}
