package jacobi.repl.session;

import static jacobi.language.Say.say;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.repl.session.Stretches.Stretch;
import jacobi.repl.session.Stretches.Variant;
import jacobi.source.Part;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds assignments to variables of cells that are declared final. As fields they are not final for javac: a later
 * declaration gives them another value.
 *
 * <p>A final variable without an initializer may get its value once, by a statement of its own cell; of two such
 * statements at most one may run, as Java asks of local variables.
 *
 * <p>Without this class {@code final int n = 1; n = 2;} would run. Of the 1,050 cells recorded from JShell 6 declare a
 * final variable.
 */
final class FinalVariables {
    private static final String CODE = "jacobi.err.final";

    private final Unit unit;
    private final Plan plan;
    private final Attribution attribution;
    /** What the cell itself declares final, by {@code class.name}. */
    private final Map<String, Variant> own = new HashMap<>();

    private final List<CompileError> errors = new ArrayList<>();

    private FinalVariables(Unit unit, Plan plan, Attribution attribution) {
        this.unit = unit;
        this.plan = plan;
        this.attribution = attribution;
    }

    /**
     * @param unit the one of the cell that is analyzed, or another one of its plan
     */
    static List<CompileError> of(Unit unit, AttributedPlan attributed) {
        Plan plan = attributed.plan;
        Names names = attributed.names;
        String main = attributed.mainName();
        if (!declaresOne(plan) && !names.hasFinal()) {
            return List.of();
        }
        FinalVariables found = new FinalVariables(unit, plan, attributed.attribution);
        Stretches stretches = plan.stretches();
        for (String name : stretches.variants().keySet()) {
            for (Variant variant : stretches.variants().get(name)) {
                if (variant.part().isFinal()) {
                    found.own.put(main + "." + name, variant);
                    for (Stretch stretch : stretches.all()) {
                        if (variant.equals(stretch.hidden().get(name))) {
                            found.own.put(stretch.className() + "." + name, variant);
                        }
                    }
                }
            }
        }
        stretches.variants().keySet().stream()
                .filter(name -> !plan.isFinal(name))
                .forEach(name -> found.own.remove(main + "." + name));
        found.scan(names);
        return found.errors;
    }

    private static boolean declaresOne(Plan plan) {
        for (Part part : plan.main().parts) {
            if (part instanceof Part.VariableDeclaration variables && variables.isFinal()) {
                return true;
            }
        }
        return false;
    }

    private void scan(Names names) {
        Map<Variant, TreePath> given = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree tree, Void none) {
                check(tree.getVariable());
                return super.visitAssignment(tree, none);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
                check(tree.getVariable());
                return super.visitCompoundAssignment(tree, none);
            }

            @Override
            public Void visitUnary(UnaryTree tree, Void none) {
                switch (tree.getKind()) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                        check(tree.getExpression());
                    default -> {}
                }
                return super.visitUnary(tree, none);
            }

            private void check(ExpressionTree target) {
                TreePath path = new TreePath(getCurrentPath(), target);
                while (path.getLeaf() instanceof ParenthesizedTree inner) {
                    path = new TreePath(path, inner.getExpression());
                }
                Element element = attribution.trees().getElement(path);
                int start = attribution.start(path);
                if (!(path.getLeaf() instanceof IdentifierTree)
                        || element == null
                        || element.getKind() != ElementKind.FIELD
                        || !unit.isCopied(start)) {
                    return;
                }
                String name = element.getSimpleName().toString();
                String holder = element.getEnclosingElement().getSimpleName().toString();
                Variable live = names.variable(name);
                Variant here = own.get(holder + "." + name);
                if (here != null) {
                    if (!isDeclaration(here, unit.toCell(start)) && !isFirst(here, path, given)) {
                        boolean same = unit.cell() == plan.main().cell;
                        report(
                                start,
                                name,
                                same
                                        ? say("session.finalVariables.cell")
                                        : plan.main().cell.title());
                    }
                } else if (live != null && live.isFinal() && live.unit().equals(holder)) {
                    report(start, name, live.finalIn());
                }
            }
        }.scan(attribution.units().get(unit.name()), null);
    }

    /** Whether the assignment is what became of the declaration, or of a repeated one. */
    private boolean isDeclaration(Variant variant, int position) {
        return unit.cell().parts().stream()
                .anyMatch(part -> part instanceof jacobi.source.Part.VariableDeclaration variables
                        && variables.declarators().stream()
                                .anyMatch(one -> one.name().equals(variant.name())
                                        && one.nameSpan().start() == position));
    }

    /** Whether this gives a final variable without an initializer its first value. */
    private static boolean isFirst(Variant variant, TreePath path, Map<Variant, TreePath> given) {
        if (variant.variable().initializer() != null || runsOften(path)) {
            return false;
        }
        TreePath before = given.put(variant, path);
        return before == null || isOther(before, path);
    }

    /** Whether it stands in a loop, or where it may run at any time. */
    private static boolean runsOften(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof MethodTree method) {
                return !Stretches.holdsStatements(method.getName());
            }
            if (tree instanceof LambdaExpressionTree
                    || tree instanceof ClassTree
                    || tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree
                    || tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree) {
                return true;
            }
        }
        return false;
    }

    /** Whether only one of two places runs: they part at a choice, not in a row of statements. */
    private static boolean isOther(TreePath a, TreePath b) {
        List<Tree> above = new ArrayList<>();
        a.forEach(above::add);
        for (Tree tree : b) {
            if (above.contains(tree)) {
                return !(tree instanceof BlockTree || tree instanceof CaseTree || tree instanceof ClassTree);
            }
        }
        return false;
    }

    private void report(int start, String name, String where) {
        errors.add(new CompileError(
                unit.name(),
                CODE,
                start,
                start,
                start + name.length(),
                say("session.final", "name", name, "place", where)));
    }
}
