package jacobi.probability;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import jacobi.display.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The joint distribution of a few named variables as a table: {@code joint.p("A=1", given("B=0"))}.
 *
 * <p>Immutable.
 */
public final class Joint implements DisplayDataRenderable {
    private final List<RandomVariable> variables;
    /** Row-major: the last variable's values change fastest. */
    private final double[] p;

    /** What is known, for {@link #p(String, Given)}. */
    public record Given(String condition) {}

    private Joint(List<RandomVariable> variables, double[] p) {
        this.variables = List.copyOf(variables);
        this.p = p;
        if (variables.stream().map(RandomVariable::name).distinct().count() < variables.size()) {
            throw new IllegalArgumentException(say("probability.joint.two-variables-one-name", "names", names()));
        }
        int cells = cells(variables);
        if (p.length != cells) {
            throw new IllegalArgumentException(say(
                    "probability.joint.table-cells-values-need",
                    "length",
                    p.length,
                    "names",
                    names(),
                    "map",
                    variables.stream().map(v -> v.values().size() + "").collect(Collectors.joining(" × ")),
                    "cells",
                    cells));
        }
    }

    /** A variable and the values it takes. */
    public static RandomVariable randomVariable(String name, Object... values) {
        return RandomVariable.of(name, values);
    }

    /** What is known, as {@code given("B=0, C=1")}. */
    public static Given given(String condition) {
        return new Given(condition);
    }

    /**
     * A table of probabilities, the last variable's values changing fastest.
     *
     * @throws IllegalArgumentException if one is negative or they do not sum to 1; the message has what was found
     */
    public static Joint ofProbabilities(double[] table, RandomVariable... variables) {
        Joint joint = new Joint(List.of(variables), table.clone());
        double sum = joint.checkedSum(say("probability.joint.probability"));
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    sum > 0
                            ? say("probability.joint.probabilities-sum-not-counts", "sum", sum)
                            : say("probability.joint.probabilities-sum-not", "sum", sum));
        }
        return joint;
    }

    /** A table of probabilities for two variables, the first down, the second across. */
    public static Joint ofProbabilities(double[][] table, RandomVariable down, RandomVariable across) {
        return ofProbabilities(flat(table), down, across);
    }

    /** A table from counts, the last variable's values changing fastest: each count over their sum. */
    public static Joint ofCounts(double[] table, RandomVariable... variables) {
        Joint joint = new Joint(List.of(variables), table.clone());
        double sum = joint.checkedSum(say("probability.joint.count"));
        if (sum == 0) {
            throw new IllegalArgumentException(say("probability.joint.all-counts-there-nothing"));
        }
        return joint.dividedBy(sum);
    }

    /** A table from counts of two variables, the first down, the second across. */
    public static Joint ofCounts(double[][] table, RandomVariable down, RandomVariable across) {
        return ofCounts(flat(table), down, across);
    }

    private double checkedSum(String what) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0)) {
                throw new IllegalArgumentException(
                        say("probability.joint.none-below", "what", what, "cell", cell(i), "p", p[i]));
            }
            sum += p[i];
        }
        return sum;
    }

    /**
     * The table with one variable more, by the product rule: P(…, V) = P(…) P(V | parents). Given its parents the new
     * variable is independent of all others.
     *
     * @param conditional a row for each combination of the parents' values, the last parent's changing fastest; in it
     *     the probability of each value of the new variable
     */
    public Joint with(RandomVariable added, double[][] conditional, String... parents) {
        List<RandomVariable> before = Arrays.stream(parents)
                .map(name -> variables.get(position(variables, name)))
                .toList();
        if (conditional.length != cells(before)) {
            throw new IllegalArgumentException(say(
                    "probability.joint.needs-rows-one-each",
                    "added",
                    added.name(),
                    "parents",
                    String.join(", ", parents),
                    "cells",
                    cells(before),
                    "length",
                    conditional.length));
        }
        for (double[] row : conditional) {
            ofProbabilities(row, added);
        }
        List<RandomVariable> all = new ArrayList<>(variables);
        all.add(added);
        int size = added.values().size();
        double[] table = new double[p.length * size];
        for (int i = 0; i < p.length; i++) {
            int[] at = positions(i);
            int row = 0;
            for (RandomVariable parent : before) {
                row = row * parent.values().size() + at[variables.indexOf(parent)];
            }
            for (int v = 0; v < size; v++) {
                table[i * size + v] = p[i] * conditional[row][v];
            }
        }
        return new Joint(all, table);
    }

    /** The variables. */
    public List<RandomVariable> variables() {
        return variables;
    }

    /** The probabilities, the last variable's values changing fastest; a copy. */
    public double[] toArray() {
        return p.clone();
    }

    /** The probability of a condition, {@code p("A=1, B=0")}; also {@code p("A=1 | B=0")}. */
    public double p(String condition) {
        int bar = condition.indexOf('|');
        if (bar >= 0) {
            return p(condition.substring(0, bar), given(condition.substring(bar + 1)));
        }
        return sum(Condition.parse(condition));
    }

    /** The probability of a condition if another is known to hold. */
    public double p(String condition, Given known) {
        Condition b = Condition.parse(known.condition());
        Condition a = Condition.parse(condition);
        double all = possible(b);
        boolean[] first = a.cells(variables, p.length);
        boolean[] second = b.cells(variables, p.length);
        double both = 0;
        for (int i = 0; i < p.length; i++) {
            both += first[i] && second[i] ? p[i] : 0;
        }
        return both / all;
    }

    private double sum(Condition condition) {
        boolean[] met = condition.cells(variables, p.length);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += met[i] ? p[i] : 0;
        }
        return sum;
    }

    private double possible(Condition condition) {
        double all = sum(condition);
        if (all == 0) {
            throw new IllegalArgumentException(say("probability.joint.not-defined", "condition", condition));
        }
        return all;
    }

    /** The distribution of some of the variables: the others are summed out (sum rule). */
    public Joint marginal(String... names) {
        int[] kept =
                Arrays.stream(names).mapToInt(name -> position(variables, name)).toArray();
        List<RandomVariable> left = Arrays.stream(kept).mapToObj(variables::get).toList();
        double[] sums = new double[cells(left)];
        for (int i = 0; i < p.length; i++) {
            int[] at = positions(i);
            int cell = 0;
            for (int k : kept) {
                cell = cell * variables.get(k).values().size() + at[k];
            }
            sums[cell] += p[i];
        }
        return new Joint(left, sums);
    }

    /** The distribution of the other variables if these conditions hold. */
    public Joint conditional(Given known) {
        Condition condition = Condition.parse(known.condition());
        double all = possible(condition);
        boolean[] met = condition.cells(variables, p.length);
        double[] left = p.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = met[i] ? p[i] / all : 0;
        }
        String[] others = variables.stream()
                .map(RandomVariable::name)
                .filter(name -> !condition.values().containsKey(name))
                .toArray(String[]::new);
        if (others.length == 0) {
            throw new IllegalArgumentException(
                    say("probability.joint.fixes-every-variable-nothing", "condition", condition));
        }
        return new Joint(variables, left).marginal(others);
    }

    /** Whether P(A, B) = P(A) P(B) for all values, to within 1e-9. */
    public boolean independent(String a, String b) {
        return independent(a, b, SampleSpace.TOLERANCE);
    }

    /** Whether P(A, B) = P(A) P(B) for all values, to within a tolerance, as tables of counts need. */
    public boolean independent(String a, String b, double tolerance) {
        Joint pair = marginal(a, b);
        double[] ofA = marginal(a).p;
        double[] ofB = marginal(b).p;
        for (int i = 0; i < pair.p.length; i++) {
            if (Math.abs(pair.p[i] - ofA[i / ofB.length] * ofB[i % ofB.length]) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Whether A and B are independent for every value a third variable can take, {@code given("C")}. */
    public boolean independent(String a, String b, Given third) {
        return independent(a, b, third, SampleSpace.TOLERANCE);
    }

    /** Whether A and B are independent for every value of a third variable, to within a tolerance. */
    public boolean independent(String a, String b, Given third, double tolerance) {
        RandomVariable c = variables.get(position(variables, third.condition().strip()));
        return c.values().stream()
                .map(value -> given(c.name() + "=" + value))
                .filter(known -> p(known.condition()) > 0)
                .allMatch(known -> conditional(known).independent(a, b, tolerance));
    }

    /** E[X] of a variable whose values are numbers. */
    public double expectation(String variable) {
        return expectation(variable, x -> x);
    }

    /** E[f(X)]. */
    public double expectation(String variable, DoubleUnaryOperator f) {
        Joint one = marginal(variable);
        double sum = 0;
        for (int i = 0; i < one.p.length; i++) {
            sum += one.p[i] * f.applyAsDouble(one.variables.get(0).number(i));
        }
        return sum;
    }

    /** The expectation of a function of all variables, given their numbers by name. */
    public double expectation(ToDoubleFunction<Map<String, Double>> f) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            int[] at = positions(i);
            Map<String, Double> values = new TreeMap<>();
            for (int v = 0; v < at.length; v++) {
                values.put(variables.get(v).name(), variables.get(v).number(at[v]));
            }
            sum += p[i] * f.applyAsDouble(values);
        }
        return sum;
    }

    /** Var[X] = E[(X − E[X])²], which is E[X²] − E[X]². */
    public double variance(String variable) {
        return variance(variable, x -> x);
    }

    /** Var[f(X)]. */
    public double variance(String variable, DoubleUnaryOperator f) {
        double mean = expectation(variable, f);
        return expectation(variable, x -> Math.pow(f.applyAsDouble(x) - mean, 2));
    }

    /** The standard deviation √Var[X]. */
    public double std(String variable) {
        return Math.sqrt(variance(variable));
    }

    /** Cov[X, Y] = E[XY] − E[X] E[Y]. */
    public double covariance(String x, String y) {
        double meanX = expectation(x);
        double meanY = expectation(y);
        return marginal(x, y).expectation(at -> (at.get(x) - meanX) * (at.get(y) - meanY));
    }

    /** Bayes' rule with its numbers: {@code bayes("H=1", "D=1")} shows P(H=1 | D=1) from P(D=1 | H=1). */
    public Table bayes(String hypothesis, String evidence) {
        return JointTables.bayes(this, hypothesis, evidence);
    }

    /** The product rule with its numbers: P(A, B) = P(A | B) P(B). */
    public Table productRule(String a, String b) {
        return JointTables.productRule(this, a, b);
    }

    /** The sum rule with its numbers: P(A) is the sum of P(A, B) over all values of B. */
    public Table sumRule(String a, String over) {
        return JointTables.sumRule(this, a, variables.get(position(variables, over)));
    }

    /** The table as it is shown: two variables crosswise with their margins, else a line for each combination. */
    public Table table() {
        return variables.size() == 2 ? JointTables.crosswise(this) : JointTables.listed(this);
    }

    @Override
    public String toString() {
        return table().toString();
    }

    @Override
    public void render(RenderContext context) {
        table().render(context);
    }

    static int position(List<RandomVariable> variables, String name) {
        for (int v = 0; v < variables.size(); v++) {
            if (variables.get(v).name().equals(name)) {
                return v;
            }
        }
        throw new IllegalArgumentException(say(
                "probability.joint.no-variable-table",
                "name",
                name,
                "map",
                variables.stream().map(RandomVariable::name).collect(Collectors.joining(", "))));
    }

    private String names() {
        return variables.stream().map(RandomVariable::name).collect(Collectors.joining(", "));
    }

    private static int cells(List<RandomVariable> variables) {
        return variables.stream().mapToInt(v -> v.values().size()).reduce(1, (a, b) -> a * b);
    }

    /** Which value of each variable a cell stands for. */
    int[] positions(int cell) {
        int[] at = new int[variables.size()];
        for (int v = at.length - 1, rest = cell; v >= 0; v--) {
            int size = variables.get(v).values().size();
            at[v] = rest % size;
            rest /= size;
        }
        return at;
    }

    private String cell(int i) {
        int[] at = positions(i);
        StringBuilder text = new StringBuilder();
        for (int v = 0; v < at.length; v++) {
            text.append(v == 0 ? "" : ", ")
                    .append(variables.get(v).name() + "="
                            + variables.get(v).values().get(at[v]));
        }
        return text.toString();
    }

    private Joint dividedBy(double sum) {
        return new Joint(variables, Arrays.stream(p).map(x -> x / sum).toArray());
    }

    private static double[] flat(double[][] table) {
        if (Arrays.stream(table).mapToInt(row -> row.length).distinct().count() > 1) {
            throw new IllegalArgumentException(say("probability.joint.table-rows-different-lengths"));
        }
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
    }
}
