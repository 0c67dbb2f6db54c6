package jacobi.repl.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.repl.source.Part;
import jacobi.repl.source.Part.VariableDeclaration;
import jacobi.repl.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds statements that use a variable above the line that declares it. As fields such variables would silently be
 * zero; one that keeps its type keeps its earlier value and may be used.
 */
final class EarlyUses {
    private EarlyUses() {}

    static List<CompileError> of(Unit unit, Plan plan, Names names, Attribution attribution) {
        Map<String, Integer> declared = new HashMap<>();
        boolean suspected = false;
        List<Part> parts = plan.main().parts;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof VariableDeclaration variables) {
                for (Part.Declarator variable : variables.declarators()) {
                    String name = variable.name();
                    Variable live = names.variable(name);
                    boolean kept = live != null && live.type().equals(plan.variables.get(name));
                    if (!kept && declared.putIfAbsent(name, variable.nameSpan().start()) == null) {
                        suspected |= parts.subList(0, i).stream()
                                .anyMatch(part -> !(part instanceof Part.Declaration)
                                        && part.words().contains(name));
                    }
                }
            }
        }
        return suspected ? find(unit, declared, attribution) : List.of();
    }

    private static List<CompileError> find(Unit unit, Map<String, Integer> declared, Attribution attribution) {
        CompilationUnitTree tree = attribution.units().get(unit.name());
        List<CompileError> errors = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                // What stands in classes and lambdas runs later.
                return type.getSimpleName().contentEquals(unit.name()) ? super.visitClass(type, none) : null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
                return null;
            }

            @Override
            public Void visitMethod(com.sun.source.tree.MethodTree method, Void none) {
                return method.getName().contentEquals(jacobi.repl.weaving.Weaver.RUN)
                        ? super.visitMethod(method, none)
                        : null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void none) {
                String name = identifier.getName().toString();
                Element element = attribution.trees().getElement(getCurrentPath());
                int start = (int) attribution.trees().getSourcePositions().getStartPosition(tree, identifier);
                if (declared.containsKey(name)
                        && element != null
                        && element.getKind() == ElementKind.FIELD
                        && element.getEnclosingElement().getSimpleName().contentEquals(unit.name())
                        && unit.toCell(start) < declared.get(name)) {
                    errors.add(new CompileError(
                            unit.name(),
                            "jacobi.err.used.early",
                            start,
                            start,
                            start + name.length(),
                            "`" + name + "` is used here, and declared only further down in this cell"));
                }
                return null;
            }
        }.scan(tree, null);
        return errors;
    }
}
