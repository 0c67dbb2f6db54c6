package jacobi.calculus;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import jacobi.tensor.Autograd;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A computation declared first and run later with values fed in: the explicit, static kind of graph, beside the
 * implicit one that tensors record while they compute.
 *
 * <pre>{@code
 * Graph g = new Graph();
 * var x = g.placeholder("x");
 * var y = x.mul(x).sum();           // nothing is computed yet
 * g.run(y, Map.of("x", arange(4.0)));  // tensor(14.)
 * g.gradients(y, Map.of("x", arange(4.0)));  // {x=tensor([0., 2., 4., 6.])}
 * }</pre>
 */
public final class Graph implements DisplayDataRenderable {
    private final List<Value> values = new ArrayList<>();

    /** A value of the graph: declared, computed only by {@link Graph#run}. */
    public final class Value {
        private final String operation;
        private final List<Value> inputs;
        private final Function<List<Tensor>, Tensor> compute;

        private Value(String operation, List<Value> inputs, Function<List<Tensor>, Tensor> compute) {
            this.operation = operation;
            this.inputs = inputs;
            this.compute = compute;
            values.add(this);
        }

        private boolean isPlaceholder() {
            return compute == null;
        }

        private Graph owner() {
            return Graph.this;
        }

        private Value of(String operation, Function<List<Tensor>, Tensor> compute, Value... others) {
            List<Value> all = new ArrayList<>(List.of(this));
            all.addAll(Arrays.asList(others));
            if (all.stream().anyMatch(value -> value.owner() != Graph.this)) {
                throw new IllegalArgumentException(
                        say("calculus.graph.values-belong-different-graphs", "operation", operation));
            }
            return new Value(operation, all, compute);
        }

        /** The sum. */
        public Value add(Value other) {
            return of("add", x -> x.get(0).add(x.get(1)), other);
        }

        /** The sum with a number. */
        public Value add(double number) {
            return of("add " + Accumulation.number(number), x -> x.get(0).add(number));
        }

        /** The difference. */
        public Value sub(Value other) {
            return of("sub", x -> x.get(0).sub(x.get(1)), other);
        }

        /** The difference with a number. */
        public Value sub(double number) {
            return of("sub " + Accumulation.number(number), x -> x.get(0).sub(number));
        }

        /** The product, element by element. */
        public Value mul(Value other) {
            return of("mul", x -> x.get(0).mul(x.get(1)), other);
        }

        /** The product with a number. */
        public Value mul(double number) {
            return of("mul " + Accumulation.number(number), x -> x.get(0).mul(number));
        }

        /** The quotient, element by element. */
        public Value div(Value other) {
            return of("div", x -> x.get(0).div(x.get(1)), other);
        }

        /** The quotient with a number. */
        public Value div(double number) {
            return of("div " + Accumulation.number(number), x -> x.get(0).div(number));
        }

        /** Each element to a power. */
        public Value pow(double exponent) {
            return of("pow " + Accumulation.number(exponent), x -> x.get(0).pow(exponent));
        }

        /** The matrix product. */
        public Value matmul(Value other) {
            return of("matmul", x -> x.get(0).matmul(x.get(1)), other);
        }

        /** The negative. */
        public Value neg() {
            return of("neg", x -> x.get(0).neg());
        }

        /** e to each element. */
        public Value exp() {
            return of("exp", x -> x.get(0).exp());
        }

        /** The logarithm of each element. */
        public Value log() {
            return of("log", x -> x.get(0).log());
        }

        /** The sine of each element. */
        public Value sin() {
            return of("sin", x -> x.get(0).sin());
        }

        /** The cosine of each element. */
        public Value cos() {
            return of("cos", x -> x.get(0).cos());
        }

        /** The hyperbolic tangent of each element. */
        public Value tanh() {
            return of("tanh", x -> x.get(0).tanh());
        }

        /** The logistic function of each element. */
        public Value sigmoid() {
            return of("sigmoid", x -> x.get(0).sigmoid());
        }

        /** Each element where it is positive, else 0. */
        public Value relu() {
            return of("relu", x -> x.get(0).relu());
        }

        /** The sum of all elements. */
        public Value sum() {
            return of("sum", x -> x.get(0).sum());
        }

        /** The mean of all elements. */
        public Value mean() {
            return of("mean", x -> x.get(0).mean());
        }

        /** Any other function of this value, by a name for the drawing. */
        public Value apply(String name, Function<Tensor, Tensor> function) {
            return of(name, x -> function.apply(x.get(0)));
        }

        /** The name and what it is made of; a declared value has no numbers. */
        @Override
        public String toString() {
            return inputs.isEmpty()
                    ? operation
                    : operation + "("
                            + String.join(
                                    ", ", inputs.stream().map(Value::toString).toList()) + ")";
        }
    }

    /** An input, to be fed at each run. */
    public Value placeholder(String name) {
        boolean taken = values.stream().anyMatch(v -> v.isPlaceholder() && v.operation.equals(name));
        if (taken) {
            throw new IllegalArgumentException(say("calculus.graph.graph-placeholder-already", "name", name));
        }
        return new Value(name, List.of(), null);
    }

    /** A tensor that is the same in every run. */
    public Value constant(Tensor value) {
        return new Value("constant", List.of(), none -> value);
    }

    /** Computes a value, and only what it needs, from the tensors fed to the placeholders. */
    public Tensor run(Value wanted, Map<String, Tensor> feed) {
        Map<Value, Tensor> results = new LinkedHashMap<>();
        for (Value value : needed(wanted)) {
            results.put(value, value.isPlaceholder() ? fed(value, feed) : computed(value, results));
        }
        return results.get(wanted);
    }

    /**
     * The gradients of a value, a number, with respect to each placeholder it needs; nothing is left on what was fed.
     */
    public Map<String, Tensor> gradients(Value wanted, Map<String, Tensor> feed) {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        for (Value value : needed(wanted)) {
            if (value.isPlaceholder() && fed(value, feed).dtype().isFloatingPoint()) {
                leaves.put(value.operation, fed(value, feed).detach().requiresGrad_(true));
            }
        }
        Map<String, Tensor> all = new LinkedHashMap<>(feed);
        all.putAll(leaves);
        List<Tensor> found =
                Autograd.grad(List.of(run(wanted, all)), List.copyOf(leaves.values()), null, false, false, true);
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        int i = 0;
        for (String name : leaves.keySet()) {
            gradients.put(name, found.get(i++));
        }
        return gradients;
    }

    private static Tensor fed(Value placeholder, Map<String, Tensor> feed) {
        Tensor value = feed.get(placeholder.operation);
        if (value == null) {
            throw new IllegalArgumentException(say(
                    "calculus.graph.nothing-was-fed-fed", "operation", placeholder.operation, "keySet", feed.keySet()));
        }
        return value;
    }

    private static Tensor computed(Value value, Map<Value, Tensor> results) {
        List<Tensor> inputs = value.inputs.stream().map(results::get).toList();
        try {
            return value.compute.apply(inputs);
        } catch (RuntimeException e) {
            // The error comes at run time, far from the line that declared the value: say which it is.
            throw new IllegalStateException(
                    say("calculus.graph.declared-earlier", "value", value, "reason", e.getMessage()), e);
        }
    }

    /** What a value needs, itself last; values are declared after their inputs. */
    private Set<Value> needed(Value wanted) {
        if (wanted.owner() != this) {
            throw new IllegalArgumentException(say("calculus.graph.value-belongs-another-graph"));
        }
        Set<Value> needed = new LinkedHashSet<>();
        needed.add(wanted);
        for (int i = values.size() - 1; i >= 0; i--) {
            if (needed.contains(values.get(i))) {
                needed.addAll(values.get(i).inputs);
            }
        }
        Set<Value> ordered = new LinkedHashSet<>(values);
        ordered.retainAll(needed);
        return ordered;
    }

    /**
     * Runs the graph, and shows it beside the graph the tensors recorded meanwhile: explicit and static, implicit and
     * dynamic.
     */
    public GraphComparison compare(Value wanted, Map<String, Tensor> feed) {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        feed.forEach((name, x) ->
                leaves.put(name, x.dtype().isFloatingPoint() ? x.detach().requiresGrad_(true) : x));
        Tensor result = run(wanted, leaves);
        return new GraphComparison(draw(), GraphDrawing.of(result, leaves), result.detach());
    }

    /** The picture of the declared graph. */
    public GraphDrawing draw() {
        List<ComputationDiagram.Box> boxes = new ArrayList<>();
        List<ComputationDiagram.Arrow> arrows = new ArrayList<>();
        for (Value value : values) {
            boolean used = values.stream().anyMatch(other -> other.inputs.contains(value));
            ComputationDiagram.Kind kind = value.isPlaceholder()
                    ? ComputationDiagram.Kind.LEAF
                    : value.inputs.isEmpty()
                            ? ComputationDiagram.Kind.CONSTANT
                            : used ? ComputationDiagram.Kind.OPERATION : ComputationDiagram.Kind.RESULT;
            List<String> lines = value.isPlaceholder() ? List.of("placeholder") : List.of();
            boxes.add(new ComputationDiagram.Box(kind, value.operation, lines));
            int position = boxes.size() - 1;
            value.inputs.forEach(input -> arrows.add(new ComputationDiagram.Arrow(values.indexOf(input), position)));
        }
        return new GraphDrawing(new ComputationDiagram(boxes, arrows));
    }

    @Override
    public String toString() {
        return draw().toString();
    }

    @Override
    public void render(RenderContext context) {
        draw().render(context);
    }
}
