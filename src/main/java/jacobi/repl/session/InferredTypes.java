package jacobi.repl.session;

import com.sun.source.util.TreePath;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.Stretches.Variant;
import jacobi.repl.session.UnitWriter.ValueForm;
import jacobi.repl.weaving.Weaver;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.VariableDeclaration;
import jacobi.source.Unit;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of a cell's {@code var}s and of its value, which javac finds and its fields are declared with. */
final class InferredTypes {
    private final Plan plan;
    /** Whether a variable of the cell is of several types at once. */
    private boolean several;

    InferredTypes(Plan plan) {
        this.plan = plan;
    }

    /** Learns what javac found; returns whether it learnt the type of a variable. */
    boolean learn(AttributedPlan attributed) {
        return ofLocals(attributed) | ofFields(attributed);
    }

    /** Whether a variable of the cell is of several types at once. */
    boolean hasSeveral() {
        return several;
    }

    /** Learns the types of inferred variables and of the value; returns whether it learnt a variable's. */
    private boolean ofLocals(AttributedPlan attributed) {
        boolean[] found = new boolean[1];
        boolean[] lifted = new boolean[1];
        Unit unit = attributed.main();
        attributed.attribution.locals(unit, Weaver.RUN, (variable, path) -> {
            String name = variable.getName().toString();
            boolean value = name.equals(plan.valueName);
            Declarator declared = value ? null : inferredAt(unit.toCell(attributed.attribution.start(path)));
            if (!value && declared == null) {
                return;
            }
            String key = value ? name : Plan.key(declared);
            TypeMirror type = attributed.attribution.type(path);
            if (value) {
                TypeMirror initial = attributed.attribution.type(new TreePath(path, variable.getInitializer()));
                if (initial != null && initial.getKind() == TypeKind.VOID) {
                    plan.form = ValueForm.STATEMENT;
                    return;
                }
                if (initial != null && initial.getKind() == TypeKind.NULL) {
                    plan.types.put(key, "java.lang.Object");
                    return;
                }
            }
            List<Lift> lifts = value
                    ? List.of()
                    : Lifts.of(unit, attributed.attribution, variable, path, before -> liftName(name, before));
            plan.main().lifts.addAll(lifts);
            lifted[0] |= !lifts.isEmpty();
            if (!lifts.isEmpty() && !Lifts.isDirect(variable)) {
                // The next attribution tells what a list of objects of the class is.
                found[0] = true;
                return;
            }
            if (lifts.isEmpty() && lifted[0] && !Lifts.unnamed(type).isEmpty()) {
                // It has its object from a variable before, and with it the class that is to get a name.
                found[0] = true;
                return;
            }
            String text = lifts.isEmpty()
                    ? attributed.typeText.of(type)
                    : "cells.#0." + lifts.get(0).type();
            if (text != null) {
                found[0] |= !value;
                plan.types.put(key, Plan.anonymous(text, attributed.unitNames));
                String all = value ? null : attributed.typeText.all(type);
                if (all != null) {
                    plan.types.put(Plan.allKey(declared), Plan.anonymous(all, attributed.unitNames));
                    several = true;
                }
            }
        });
        return found[0];
    }

    private String liftName(String variable, int before) {
        long others = plan.main().lifts.stream()
                .filter(lift -> lift.variable().equals(variable))
                .count();
        return variable + "$".repeat((int) others + before + 1);
    }

    /** Learns the types of variables of one name that are declared in other words; returns whether it learnt one. */
    private boolean ofFields(AttributedPlan attributed) {
        boolean found = false;
        Stretches stretches = plan.stretches();
        for (List<Variant> variants : stretches.variants().values()) {
            for (Variant variant : variants) {
                String key = Plan.key(variant.variable());
                if (variants.size() > 1 && !variant.part().inferred() && !plan.types.containsKey(key)) {
                    String holder = stretches.className(variant);
                    String text = attributed.typeText.of(attributed.attribution.fieldType(
                            attributed.main().qualifiedName() + (holder == null ? "" : "." + holder), variant.name()));
                    if (text != null) {
                        plan.types.put(key, Plan.anonymous(text, attributed.unitNames));
                        found = true;
                    }
                }
            }
        }
        return found;
    }

    /** The variable of the {@code var} at a position of the cell, or null. */
    private Declarator inferredAt(int position) {
        return plan.main().parts.stream()
                .filter(part -> part.span().contains(position)
                        && part instanceof VariableDeclaration variables
                        && variables.inferred())
                .map(part -> ((VariableDeclaration) part).declarators().get(0))
                .findFirst()
                .orElse(null);
    }

    /** Whether a method or type of the plan mentions such a variable. */
    boolean areMentioned() {
        for (UnitPlan unit : plan.units) {
            for (Part part : unit.parts) {
                if (part instanceof Declaration && part.words().stream().anyMatch(this::isInferred)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInferred(String name) {
        return plan.main().parts.stream()
                .anyMatch(part -> part instanceof VariableDeclaration variables
                        && variables.inferred()
                        && variables.declarators().get(0).name().equals(name));
    }
}
