package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A joint distribution and its rules as tables to be shown. */
final class JointTables {
    private JointTables() {}

    static Table bayes(Joint joint, String hypothesis, String evidence) {
        double prior = joint.p(hypothesis);
        double likelihood = joint.p(evidence, Joint.given(hypothesis));
        double known = joint.p(evidence);
        return Table.of(
                        "",
                        say("probability.jointTables.quantity"),
                        say("probability.jointTables.formula"),
                        say("probability.jointTables.value"))
                .row(say("probability.jointTables.prior"), "P(" + hypothesis + ")", ProbabilityText.text(prior))
                .row(
                        say("probability.jointTables.likelihood"),
                        "P(" + evidence + " | " + hypothesis + ")",
                        ProbabilityText.text(likelihood))
                .row(say("probability.jointTables.evidence"), "P(" + evidence + ")", ProbabilityText.text(known))
                .row(
                        say("probability.jointTables.posterior"),
                        say(
                                "probability.jointTables.likelihood-prior-evidence",
                                "hypothesis",
                                hypothesis,
                                "evidence",
                                evidence),
                        ProbabilityText.text(likelihood * prior / known));
    }

    static Table productRule(Joint joint, String a, String b) {
        double conditional = joint.p(a, Joint.given(b));
        return Table.of("", say("probability.jointTables.quantity"), say("probability.jointTables.value"))
                .row("P(" + a + " | " + b + ")", ProbabilityText.text(conditional))
                .row("P(" + b + ")", ProbabilityText.text(joint.p(b)))
                .row("P(" + a + " | " + b + ") P(" + b + ")", ProbabilityText.text(conditional * joint.p(b)))
                .row("P(" + a + ", " + b + ")", ProbabilityText.text(joint.p(a + ", " + b)));
    }

    static Table sumRule(Joint joint, String a, RandomVariable b) {
        Table table = Table.of("", say("probability.jointTables.quantity"), say("probability.jointTables.value"));
        for (String value : b.values()) {
            String both = a + ", " + b.name() + "=" + value;
            table = table.row("P(" + both + ")", ProbabilityText.text(joint.p(both)));
        }
        return table.row(say("probability.jointTables.their-sum", "a", a), ProbabilityText.text(joint.p(a)));
    }

    /** Two variables, one down and one across, with the distribution of each at the edge. */
    static Table crosswise(Joint joint) {
        RandomVariable down = joint.variables().get(0);
        RandomVariable across = joint.variables().get(1);
        List<String> header = new ArrayList<>();
        header.add(down.name() + " \\ " + across.name());
        header.addAll(across.values());
        header.add("P(" + down.name() + ")");
        List<List<String>> rows = new ArrayList<>();
        double[] p = joint.toArray();
        double[] ofDown = joint.marginal(down.name()).toArray();
        double[] ofAcross = joint.marginal(across.name()).toArray();
        for (int r = 0; r < ofDown.length; r++) {
            List<String> row = new ArrayList<>(List.of(down.values().get(r)));
            for (int c = 0; c < ofAcross.length; c++) {
                row.add(ProbabilityText.text(p[r * ofAcross.length + c]));
            }
            row.add(ProbabilityText.text(ofDown[r]));
            rows.add(row);
        }
        List<String> last = new ArrayList<>(List.of("P(" + across.name() + ")"));
        Arrays.stream(ofAcross).mapToObj(ProbabilityText::text).forEach(last::add);
        last.add(ProbabilityText.text(Arrays.stream(p).sum()));
        rows.add(last);
        return new Table("", header, rows, List.of());
    }

    /** A line for each combination of values. */
    static Table listed(Joint joint) {
        List<String> header = new ArrayList<>(
                joint.variables().stream().map(RandomVariable::name).toList());
        header.add("P");
        List<List<String>> rows = new ArrayList<>();
        double[] p = joint.toArray();
        for (int i = 0; i < p.length; i++) {
            int[] at = joint.positions(i);
            List<String> row = new ArrayList<>();
            for (int v = 0; v < at.length; v++) {
                row.add(joint.variables().get(v).values().get(at[v]));
            }
            row.add(ProbabilityText.text(p[i]));
            rows.add(row);
        }
        return new Table("", header, rows, List.of());
    }
}
