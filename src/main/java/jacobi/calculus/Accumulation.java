package jacobi.calculus;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import jacobi.calculus.ExpressionSteps.Step;
import jacobi.display.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The gradient of an expression at a point as automatic differentiation finds it, with every product it formed.
 *
 * @param mode forward or reverse
 * @param value the expression's value
 * @param gradient the derivative by each variable
 * @param passes how often the list of operations was walked for derivatives
 * @param multiplications products of derivatives formed in all passes
 * @param stored numbers kept at most at one time: forward keeps those still needed, each with its derivative; reverse
 *     keeps every value and partial derivative until the way back
 * @param steps the walk, line by line
 */
public record Accumulation(
        String mode,
        double value,
        Map<String, Double> gradient,
        int passes,
        int multiplications,
        int stored,
        Table steps)
        implements DisplayDataRenderable {

    /** From the inputs to the result, once for each variable: the derivative of every step by that variable. */
    static Accumulation forward(Expression e, Map<String, Double> point) {
        ExpressionSteps steps = ExpressionSteps.of(e, point);
        List<Step> list = steps.list();
        Map<String, Double> gradient = new LinkedHashMap<>();
        List<double[]> passes = new ArrayList<>();
        int products = 0;
        for (String variable : e.variables()) {
            double[] dot = new double[list.size()];
            for (int i = 0; i < dot.length; i++) {
                Step step = list.get(i);
                dot[i] = step.name().equals(variable) ? 1 : 0;
                for (int k = 0; k < step.inputs().length; k++) {
                    dot[i] += step.partials()[k] * dot[step.inputs()[k]];
                    products++;
                }
            }
            passes.add(dot);
            gradient.put(variable, dot[dot.length - 1]);
        }
        return new Accumulation(
                "forward",
                steps.value(),
                gradient,
                passes.size(),
                products,
                2 * mostAlive(list),
                forwardTable(e, list, new ArrayList<>(gradient.keySet()), passes));
    }

    /** From the result back to the inputs, once: the derivative of the result by every step. */
    static Accumulation reverse(Expression e, Map<String, Double> point) {
        ExpressionSteps steps = ExpressionSteps.of(e, point);
        List<Step> list = steps.list();
        double[] bar = new double[list.size()];
        bar[bar.length - 1] = 1;
        Table table = Table.of(
                say("calculus.accumulation.reverse-accumulation", "e", e),
                say("calculus.accumulation.step"),
                say("calculus.accumulation.value"),
                say("calculus.accumulation.derivative-result"));
        int products = 0;
        int partials = 0;
        List<StringBuilder> sums = IntStream.range(0, bar.length)
                .mapToObj(i -> new StringBuilder())
                .toList();
        for (int i = bar.length - 1; i >= 0; i--) {
            Step step = list.get(i);
            for (int k = 0; k < step.inputs().length; k++) {
                int input = step.inputs()[k];
                bar[input] += bar[i] * step.partials()[k];
                sums.get(input)
                        .append(sums.get(input).length() == 0 ? "" : " + ")
                        .append(number(bar[i]) + " · " + number(step.partials()[k]));
                products++;
                partials++;
            }
        }
        for (int i = bar.length - 1; i >= 0; i--) {
            Step step = list.get(i);
            String sum = sums.get(i).length() == 0 ? "" : sums.get(i) + " = ";
            table = table.row(described(step), number(step.value()), sum + number(bar[i]));
        }
        Map<String, Double> gradient = new LinkedHashMap<>();
        for (int i = 0; i < bar.length; i++) {
            if (list.get(i).isInput()) {
                gradient.put(list.get(i).name(), bar[i]);
            }
        }
        table = table.note(say("calculus.accumulation.order-multiplication-from-result"));
        return new Accumulation("reverse", steps.value(), gradient, 1, products, bar.length + partials, table);
    }

    private static Table forwardTable(Expression e, List<Step> list, List<String> variables, List<double[]> passes) {
        List<String> header =
                new ArrayList<>(List.of(say("calculus.accumulation.step"), say("calculus.accumulation.value")));
        variables.forEach(variable -> header.add(say("calculus.accumulation.its-derivative", "variable", variable)));
        Table table =
                new Table(say("calculus.accumulation.forward-accumulation", "e", e), header, List.of(), List.of());
        for (int i = 0; i < list.size(); i++) {
            Step step = list.get(i);
            List<Object> cells = new ArrayList<>(List.of(described(step), number(step.value())));
            for (double[] dot : passes) {
                StringBuilder sum = new StringBuilder();
                for (int k = 0; k < step.inputs().length; k++) {
                    sum.append(k == 0 ? "" : " + ")
                            .append(number(step.partials()[k]) + " · " + number(dot[step.inputs()[k]]));
                }
                cells.add(sum + (sum.length() == 0 ? "" : " = ") + number(dot[i]));
            }
            table = table.row(cells.toArray());
        }
        return table.note(say("calculus.accumulation.order-multiplication-from-inputs"));
    }

    /** The most results that are still needed at one time when steps are taken in order. */
    private static int mostAlive(List<Step> list) {
        int[] lastUse = new int[list.size()];
        for (int i = 0; i < lastUse.length; i++) {
            lastUse[i] = i;
            for (int input : list.get(i).inputs()) {
                lastUse[input] = i;
            }
        }
        int most = 0;
        for (int now = 0; now < lastUse.length; now++) {
            int alive = 0;
            for (int i = 0; i <= now; i++) {
                alive += lastUse[i] >= now ? 1 : 0;
            }
            most = Math.max(most, alive);
        }
        return most;
    }

    private static String described(Step step) {
        return step.isInput() ? step.name() : step.name() + " = " + step.formula();
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return Double.isNaN(value) || Double.isInfinite(value)
                ? String.valueOf(value)
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toString();
    }

    @Override
    public String toString() {
        return table().toString();
    }

    @Override
    public void render(RenderContext context) {
        table().render(context);
    }

    private Table table() {
        return steps.note(say(
                "calculus.accumulation.derivatives-pass-multiplications-at",
                "gradient",
                gradient.size(),
                "passes",
                passes,
                "multiplications",
                multiplications,
                "stored",
                stored));
    }
}
