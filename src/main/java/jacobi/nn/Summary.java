package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.zeros;

import jacobi.language.Width;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A net's layers in the order they are called, with the shape of what each gives, its parameters and the
 * multiplications of one call; printed as a table.
 */
public final class Summary {
    /** One call of a layer. */
    public record Row(String name, String layer, String shape, long parameters, long multiplications) {}

    private final List<Row> rows = new ArrayList<>();
    private final long parameters;

    private Summary(Module net, Tensor input) {
        boolean training = net.training();
        List<Runnable> hooks = new ArrayList<>();
        net.namedModules().forEach((name, module) -> {
            if (module.children().isEmpty()) {
                hooks.add(module.registerForwardHook((m, x, y) -> {
                    rows.add(row(name, m, x, y));
                    return null;
                }));
            }
        });
        try (GradMode off = noGrad()) {
            net.eval();
            net.call(input);
        } finally {
            hooks.forEach(Runnable::run);
            net.train(training);
        }
        parameters = net.parameters().stream().mapToLong(Tensor::numel).sum();
    }

    private static Row row(String name, Module module, Tensor x, Tensor y) {
        long own = module.parameters().stream().mapToLong(Tensor::numel).sum();
        boolean known = x != null && y != null;
        return new Row(
                name, module.name(), y == null ? "" : y.shape().text(), own, known ? module.multiplications(x, y) : 0);
    }

    /** The layers that a call with zeros of a shape, batch first, meets; lazy layers get their shapes by it. */
    public static Summary summary(Module net, int... inputSize) {
        return new Summary(net, zeros(inputSize));
    }

    /** The layers that a call with an input meets. */
    public static Summary summary(Module net, Tensor input) {
        return new Summary(net, input);
    }

    /** One for each call of a layer. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** How many numbers are learned or frozen, each once. */
    public long parameters() {
        return parameters;
    }

    /** How many multiplications a call makes. */
    public long multiplications() {
        return rows.stream().mapToLong(Row::multiplications).sum();
    }

    @Override
    public String toString() {
        int[] width = {5, 12};
        for (Row row : rows) {
            width[0] = Math.max(width[0], Width.of(label(row)));
            width[1] = Math.max(width[1], row.shape.length());
        }
        StringBuilder text = new StringBuilder(line(
                width,
                say("nn.summary.layer"),
                say("nn.summary.shape"),
                say("nn.summary.parameters"),
                say("nn.summary.multiplications")));
        String line = "─".repeat(width[0] + width[1] + 34) + "\n";
        text.append(line);
        rows.forEach(row ->
                text.append(line(width, label(row), row.shape, number(row.parameters), number(row.multiplications))));
        text.append(line);
        return text.append(line(width, say("nn.summary.total"), "", number(parameters), number(multiplications())))
                .toString()
                .stripTrailing();
    }

    private static String line(int[] width, String layer, String shape, String parameters, String multiplications) {
        return Width.padded(layer, width[0]) + "  " + Width.padded(shape, width[1]) + "  "
                + Width.indented(parameters, 13) + "  " + Width.indented(multiplications, 15) + "\n";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String label(Row row) {
        return row.name.isEmpty() ? row.layer : row.name + ": " + row.layer;
    }
}
