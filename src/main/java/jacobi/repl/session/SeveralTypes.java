package jacobi.repl.session;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.source.Unit;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds where variables are used that are of several types at once, as {@code var r = (Runnable & Serializable) () ->
 * {}} is, or have such among the arguments of their type, as {@code var l = List.of(1, "a")}. A field cannot be
 * declared so; it has the first of the types, and is cast to all of them where it is used, or asked for by a method
 * that can say so.
 */
final class SeveralTypes extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final String main;
    private final Plan plan;
    private final Names names;
    private final Attribution attribution;
    private final Map<Integer, String> found = new HashMap<>();

    private SeveralTypes(Unit unit, AttributedPlan attributed) {
        this.unit = unit;
        this.main = attributed.mainName();
        this.plan = attributed.plan;
        this.names = attributed.names;
        this.attribution = attributed.attribution;
    }

    /** Has the plan cast such variables where they are used; returns whether it did not yet everywhere. */
    static boolean cast(AttributedPlan attributed) {
        boolean[] found = new boolean[1];
        for (int i = 0; i < attributed.plan.units.size(); i++) {
            Map<Integer, String> casts = attributed.plan.units.get(i).casts;
            in(attributed.set.units.get(i), attributed)
                    .forEach((at, types) -> found[0] |= casts.put(at, types) == null);
        }
        return found[0];
    }

    /**
     * All types of such variables, in the words of a cast, or the call of the method, by their places in the cell;
     * units go by {@code cells.#i}.
     */
    private static Map<Integer, String> in(Unit unit, AttributedPlan attributed) {
        CompilationUnitTree tree = attributed.attribution.units().get(unit.name());
        SeveralTypes several = new SeveralTypes(unit, attributed);
        if (tree != null) {
            several.scan(tree, null);
        }
        return several.found;
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
        int start = attribution.start(getCurrentPath());
        Element element = attribution.trees().getElement(getCurrentPath());
        if (element != null && element.getKind() == ElementKind.FIELD && unit.isCopied(start) && !isSet(identifier)) {
            String types = types(identifier.getName().toString(), element.getEnclosingElement());
            if (types != null) {
                found.put(unit.toCell(start), types);
            }
        }
        return null;
    }

    private String types(String name, Element holder) {
        if (holder.toString().equals(Unit.PACKAGE + "." + main)) {
            return asked(plan.allTypes(name), "#0", name);
        }
        Variable variable = names.variable(name);
        boolean live = variable != null && holder.toString().equals(Unit.PACKAGE + "." + variable.unit());
        return live ? asked(variable.all(), variable.unit(), name) : null;
    }

    private static String asked(String all, String unit, String name) {
        return TypeText.isResult(all) ? Unit.PACKAGE + "." + unit + "." + getter(name) + "()" : all;
    }

    /** What the method is called that gives a variable with all of its type. */
    static String getter(String variable) {
        return variable + "$all";
    }

    private boolean isSet(IdentifierTree identifier) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        return around instanceof AssignmentTree assignment && assignment.getVariable() == identifier
                || around instanceof CompoundAssignmentTree compound && compound.getVariable() == identifier
                || around instanceof UnaryTree;
    }
}
