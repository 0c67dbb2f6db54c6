package jacobi.repl.session;

import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.javac.TypeText;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.UnitWriter.ValueForm;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as javac sees it once: its units under names of their own, and what is found of them. */
final class AttributedPlan {
    final Names names;
    final Plan plan;
    /** In the order of the plan's units, as they were. */
    final List<String> unitNames;

    final UnitSet set;
    final Attribution attribution;
    final TypeText typeText;

    private AttributedPlan(Names names, Plan plan, List<String> unitNames, UnitSet set, Attribution attribution) {
        this.names = names;
        this.plan = plan;
        this.unitNames = unitNames;
        this.set = set;
        this.attribution = attribution;
        this.typeText = new TypeText(attribution.types());
    }

    static AttributedPlan of(Javac javac, Names names, Plan plan) {
        List<String> unitNames = new ArrayList<>();
        plan.units.forEach(unit -> unitNames.add(javac.trialName()));
        boolean typed = plan.types.containsKey(plan.valueName);
        ValueForm form = plan.form == ValueForm.INFERRED && typed ? ValueForm.FIELD : plan.form;
        UnitSet set = new UnitSet(names, plan, unitNames, plan.types(unitNames), form, false);
        return new AttributedPlan(names, plan, unitNames, set, javac.attribute(set.units));
    }

    /** The trees of the cell's own unit are as good as javac's parser recovers. */
    static AttributedPlan ofUnfinished(Javac javac, Names names, Plan plan) {
        List<String> unitNames = List.of(javac.trialName());
        UnitSet set = new UnitSet(names, plan, unitNames, Map.of(), plan.form, true);
        return new AttributedPlan(names, plan, unitNames, set, javac.attributeUnfinished(set.units.get(0)));
    }

    /** The cell's own unit. */
    Unit main() {
        return set.units.get(0);
    }

    String mainName() {
        return unitNames.get(0);
    }

    /** Where the unit of an error is among the plan's; the cell's own for an error of no unit. */
    int indexOf(CompileError error) {
        return Math.max(0, unitNames.indexOf(error.unit()));
    }

    Unit unitOf(CompileError error) {
        return set.units.get(indexOf(error));
    }

    int inCell(CompileError error) {
        return unitOf(error).toCell(error.position());
    }

    List<CompileError> errorsOf(int unit) {
        List<CompileError> errors = new ArrayList<>(attribution.errors());
        if (attribution.parsed()) {
            errors.addAll(FinalVariables.of(set.units.get(unit), this));
            errors.addAll(PrivateAccess.of(set.units.get(unit), attribution));
        }
        errors.removeIf(error -> error.unit() != null && !error.unit().equals(unitNames.get(unit)));
        return errors;
    }

    /** The errors of what the cell itself declares and runs, a unit after the other. */
    List<CompileError> ownErrors() {
        List<CompileError> errors = new ArrayList<>();
        for (int i = 0; i < plan.units.size(); i++) {
            if (plan.units.get(i).replaces == null && !plan.units.get(i).cell.generated()) {
                errors.addAll(errorsOf(i));
            }
        }
        return errors;
    }

    /** The first error of each class that a processor wrote, by unit, the last unit first. */
    Map<Integer, CompileError> errorsOfGenerated() {
        Map<Integer, CompileError> errors = new LinkedHashMap<>();
        for (int i = plan.units.size() - 1; i > 0; i--) {
            UnitPlan unit = plan.units.get(i);
            if (unit.replaces == null && unit.cell.generated() && !errorsOf(i).isEmpty()) {
                errors.put(i, errorsOf(i).get(0));
            }
        }
        return errors;
    }
}
