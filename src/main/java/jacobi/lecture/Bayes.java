package jacobi.lecture;

import static jacobi.language.Say.say;
import static jacobi.probability.Joint.given;

import jacobi.plot.Diagram;
import jacobi.plot.Gallery;
import jacobi.plot.film.Film;
import jacobi.plot.film.Working;
import jacobi.probability.Joint;
import jacobi.probability.RandomVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bayes' rule for one hypothesis and its rivals, as a table and as a tree. */
final class Bayes {
    private static final String MARKED = "#d9480f";
    private static final String HIDDEN = "#ffffff";
    private static final String FAINT = "#b0b0b0";
    /** How far apart two leaves of the tree are. */
    private static final double ROW = 34;

    private final Joint joint;
    private final String evidence;
    private final RandomVariable variable;
    /** The number of the hypothesis among the variable's values. */
    private final int wanted;

    private final double[] prior;
    private final double[] likelihood;
    private final double[] both;
    private final double all;

    Bayes(Joint joint, String hypothesis, String evidence) {
        this.joint = joint;
        this.evidence = evidence.strip();
        String[] parts = hypothesis.split("=", 2);
        variable = joint.variables().stream()
                .filter(each -> each.name().equals(parts[0].strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wrong(hypothesis)));
        wanted = parts.length < 2 ? -1 : variable.values().indexOf(parts[1].strip());
        if (wanted < 0) {
            throw new IllegalArgumentException(wrong(hypothesis));
        }
        prior = each(value -> joint.p(value));
        likelihood = each(value -> joint.p(value) == 0 ? 0 : joint.p(this.evidence, given(value)));
        both = each(value -> joint.p(value + ", " + this.evidence));
        all = joint.p(this.evidence);
        if (all == 0) {
            throw new IllegalArgumentException(say("lecture.impossible", "evidence", this.evidence));
        }
    }

    private String wrong(String hypothesis) {
        return say(
                "lecture.hypothesis",
                "found",
                hypothesis,
                "variables",
                joint.variables().stream()
                        .map(each -> each.name() + "=" + String.join("|", each.values()))
                        .collect(Collectors.joining(", ")));
    }

    private double[] each(ToDoubleFunction<String> of) {
        return IntStream.range(0, variable.values().size())
                .mapToDouble(i -> of.applyAsDouble(value(i)))
                .toArray();
    }

    private String value(int i) {
        return variable.name() + "=" + variable.values().get(i);
    }

    Working table() {
        Working working =
                new Working(say("lecture.bayes", "wanted", p(value(wanted) + " \\mid " + evidence)), Gallery.theme());
        working.step(say("lecture.bayes-prior"), table(1));
        working.step(say("lecture.bayes-likelihood"), table(2));
        working.step(say("lecture.bayes-product"), table(3));
        working.step(
                say("lecture.bayes-evidence"),
                "P(" + evidence + ") = "
                        + IntStream.range(0, both.length)
                                .mapToObj(i -> Numeral.text(both[i]))
                                .collect(Collectors.joining(" + "))
                        + " = " + Numeral.text(all));
        working.step(say("lecture.bayes-posterior"), table(4));
        return working.step(say("lecture.bayes-asked"), posterior());
    }

    private String posterior() {
        return "P(" + value(wanted) + " \\mid " + evidence + ") = \\frac{" + Numeral.text(both[wanted]) + "}{"
                + Numeral.text(all) + "} = " + Numeral.text(both[wanted] / all);
    }

    private static String p(String of) {
        return "$P(" + of + ")$";
    }

    /** A row for each hypothesis, with the first columns. */
    private String table(int columns) {
        String name = variable.name();
        List<String> heads = List.of(
                "P(" + name + ")",
                "P(" + evidence + " \\mid " + name + ")",
                "P(" + name + ", " + evidence + ")",
                "P(" + name + " \\mid " + evidence + ")");
        List<String> lines = new ArrayList<>(List.of(name + " & " + String.join(" & ", heads.subList(0, columns))));
        for (int i = 0; i < prior.length; i++) {
            double[] row = {prior[i], likelihood[i], both[i], both[i] / all};
            String cells = IntStream.range(0, columns)
                    .mapToObj(c -> Numeral.text(row[c]))
                    .collect(Collectors.joining(" & "));
            lines.add("\\text{" + variable.values().get(i) + "} & " + cells);
        }
        return "\\begin{matrix} " + String.join(" \\\\ ", lines) + " \\end{matrix}";
    }

    Film tree() {
        List<Film.Frame> frames = new ArrayList<>();
        for (int step = 1; step <= 5; step++) {
            frames.add(new Film.Frame(drawn(step), say("lecture.step", "step", step)));
        }
        String text = say(
                "lecture.bayes-tree",
                "wanted",
                "P(" + value(wanted) + " | " + evidence + ")",
                "value",
                Numeral.text(both[wanted] / all));
        return Film.of(frames, text, 1, false, 1, Gallery.theme());
    }

    /** The tree up to a step; what comes later has its room already. */
    private String drawn(int step) {
        Diagram tree = new Diagram(say("lecture.bayes", "wanted", "P(" + value(wanted) + " | " + evidence + ")"));
        double middle = ROW * (2 * prior.length - 1) / 2;
        for (int i = 0; i < prior.length; i++) {
            double y = ROW * (2 * i + 0.5);
            boolean faint = step >= 4 && both[i] == 0;
            branch(tree, 14, middle, 130, y, Numeral.text(prior[i]), faint ? FAINT : "k", true);
            tree.color("k").fill("#cfe2f3").fontsize(9);
            tree.roundBox(130, y - 10, 74, 20, value(i));
            leaf(tree, step, y, -1, i, true);
            leaf(tree, step, y, 1, i, false);
        }
        tree.fill("#222222").color("k").ellipse(9, middle - 5, 10, 10, "");
        double under = ROW * 2 * prior.length + 4;
        tree.fontsize(10).color(step >= 4 ? "k" : HIDDEN);
        tree.textFrom(
                10,
                under,
                "$P(" + evidence + ") = "
                        + IntStream.range(0, both.length)
                                .mapToObj(i -> Numeral.text(both[i]))
                                .collect(Collectors.joining(" + "))
                        + " = " + Numeral.text(all) + "$");
        tree.color(step >= 5 ? MARKED : HIDDEN)
                .textFrom(10, under + 28, "$" + posterior().replace("\\frac", "\\dfrac") + "$");
        tree.color(HIDDEN).line(0, under + 46, 1, under + 46);
        return tree.toSvg();
    }

    /** The branch where the evidence holds, or where it does not, with the product along the way. */
    private void leaf(Diagram tree, int step, double from, int side, int i, boolean holds) {
        double y = from + side * ROW / 2;
        double share = holds ? likelihood[i] : 1 - likelihood[i];
        boolean left = step >= 4 && holds;
        String color = step < 2 ? HIDDEN : step >= 4 && !holds ? FAINT : left ? MARKED : "k";
        branch(tree, 204, from, 330, y, Numeral.text(share), color, step >= 2);
        tree.color(color).fontsize(9).textFrom(335, y, holds ? evidence : say("lecture.not", "evidence", evidence));
        String product = Numeral.text(prior[i]) + " · " + Numeral.text(share) + " = " + Numeral.text(prior[i] * share);
        tree.color(step < 3 ? HIDDEN : color).textFrom(400, y, product);
        tree.color(HIDDEN).line(560, y, 561, y);
    }

    private static void branch(
            Diagram tree, double x1, double y1, double x2, double y2, String probability, String color, boolean seen) {
        tree.color(color).linewidth(1).line(x1, y1, x2, y2);
        double middle = y1 + (y2 - y1) * 0.55;
        tree.color(color).fontsize(9).text(x1 + (x2 - x1) * 0.55, middle - (seen && y2 > y1 ? -9 : 9), probability);
    }
}
