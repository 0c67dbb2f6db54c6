package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Parameters that an optimiser treats alike, with the settings it treats them by, under PyTorch's names. */
public final class ParamGroup {
    private final List<Tensor> params;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    /** One parameter. */
    public ParamGroup(Tensor parameter) {
        this(List.of(parameter));
    }

    /** Several parameters: {@code new ParamGroup(net.parameters()).with("lr", 0.01)}. */
    public ParamGroup(Iterable<? extends Tensor> parameters) {
        params = new ArrayList<>();
        parameters.forEach(params::add);
    }

    /** The same group, with a setting of its own where the optimiser's does not suit. */
    public ParamGroup with(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** The parameters. */
    public List<Tensor> params() {
        return params;
    }

    /** The settings by name. */
    public Map<String, Object> settings() {
        return settings;
    }

    /** A setting: {@code group.get("lr")}. */
    public Object get(String name) {
        if (name.equals("params")) {
            return params;
        }
        Object value = settings.get(name);
        if (value == null && !settings.containsKey(name)) {
            throw new IllegalArgumentException(
                    say("optim.group.no-setting", "name", name, "known", String.join(", ", settings.keySet())));
        }
        return value;
    }

    /** Changes a setting. */
    public void set(Object value, String name) {
        get(name);
        settings.put(name, value);
    }

    /** The learning rate. */
    public double lr() {
        return number("lr");
    }

    /** Changes the learning rate. */
    public void lr(double lr) {
        settings.put("lr", lr);
    }

    double number(String name) {
        return ((Number) get(name)).doubleValue();
    }

    /** A setting that is a word, or null. */
    String text(String name) {
        return (String) settings.get(name);
    }

    boolean flag(String name) {
        return (Boolean) get(name);
    }

    double[] numbers(String name) {
        return (double[]) get(name);
    }

    /**
     * Fills in what the group does not say, and refuses settings the optimiser does not know and parameters that cannot
     * be learned.
     */
    void complete(String optimizer, Map<String, Object> usual, Consumer<Tensor> seen) {
        for (String name : settings.keySet()) {
            if (!usual.containsKey(name)) {
                throw new IllegalArgumentException(say(
                        "optim.optimizer.no-setting",
                        "optimizer",
                        optimizer,
                        "name",
                        name,
                        "known",
                        String.join(", ", usual.keySet())));
            }
        }
        Map<String, Object> own = new LinkedHashMap<>(settings);
        settings.clear();
        settings.putAll(usual);
        settings.putAll(own);
        for (Tensor x : params) {
            if (x instanceof Parameter p && p.isUninitialized()) {
                throw new IllegalArgumentException(say("optim.optimizer.lazy", "optimizer", optimizer));
            }
            if (!x.isLeaf()) {
                throw new IllegalArgumentException(say(
                        "optim.optimizer.no-leaf",
                        "optimizer",
                        optimizer,
                        "function",
                        x.gradFn().name()));
            }
            seen.accept(x);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        settings.keySet().stream()
                .sorted()
                .forEach(name -> text.append("    ")
                        .append(name)
                        .append(": ")
                        .append(shown(settings.get(name)))
                        .append('\n'));
        return text.toString();
    }

    private static String shown(Object value) {
        if (value instanceof double[] pair) {
            return "(" + pair[0] + ", " + pair[1] + ")";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        if (value instanceof Double number && number != 0 && Math.abs(number) < 1e-4) {
            // Python's 1e-08 is Java's 1.0E-8.
            return value.toString()
                    .replace(".0E", "E")
                    .replaceFirst("E-(\\d)$", "E-0$1")
                    .replace('E', 'e');
        }
        return value == null ? "None" : value instanceof Boolean flag ? flag ? "True" : "False" : value.toString();
    }
}
