package jacobi.repl.session;

import static jacobi.language.Say.say;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.repl.session.Stretches.Variant;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Part.Span;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds statements that use a variable above the line that declares it, themselves or by a method of the cell. As
 * fields such variables would silently be zero; one that keeps its type keeps its earlier value and may be used.
 */
final class EarlyUses {
    private final Unit unit;
    private final Attribution attribution;
    /** Where each variable has its value, by {@code class.name}. */
    private final Map<String, Variant> declared = new HashMap<>();
    /** What the methods of the cell mention: variables and other methods. */
    private final Map<String, Set<String>> mentioned = new HashMap<>();

    private final List<CompileError> errors = new ArrayList<>();

    private EarlyUses(Unit unit, Attribution attribution) {
        this.unit = unit;
        this.attribution = attribution;
    }

    static List<CompileError> of(Unit unit, Plan plan, Names names, Attribution attribution) {
        EarlyUses uses = new EarlyUses(unit, attribution);
        Stretches stretches = plan.stretches();
        boolean suspected = false;
        for (List<Variant> variants : stretches.variants().values()) {
            for (Variant variant : variants) {
                String name = variant.name();
                String nested = stretches.className(variant);
                Variable live = names.variable(name);
                boolean kept = live != null && live.type().equals(plan.variables.get(name));
                if (!kept) {
                    uses.declared.put((nested == null ? unit.name() : nested) + "." + name, variant);
                    suspected |= uses.isSuspected(variant, plan.main().parts);
                }
            }
        }
        if (suspected) {
            uses.scanMethods();
            uses.scanStatements();
        }
        return uses.errors;
    }

    private boolean isSuspected(Variant variant, List<Part> parts) {
        Set<String> words = new HashSet<>(Set.of(variant.name()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Part part : parts) {
                grown |= part instanceof MethodDeclaration method
                        && !Collections.disjoint(part.words(), words)
                        && words.add(method.name());
            }
        }
        for (Part part : parts) {
            if (part == variant.part()) {
                break;
            }
            if (!(part instanceof Part.Declaration) && !Collections.disjoint(part.words(), words)) {
                return true;
            }
        }
        Span value = variant.variable().initializer();
        return value != null
                && Lexer.tokens(value.of(unit.cell().source())).stream()
                        .anyMatch(token -> token.isWord() && words.contains(token.text()));
    }

    /** The place from which on a variable has its value. */
    private static int ready(Variant variant) {
        Span value = variant.variable().initializer();
        return value == null ? variant.variable().nameSpan().end() : value.end();
    }

    private void scanMethods() {
        new Scanner() {
            private Set<String> inside;

            @Override
            public Void visitMethod(MethodTree method, Void none) {
                String name = method.getName().toString();
                if (Stretches.holdsStatements(name)) {
                    return null;
                }
                inside = mentioned.computeIfAbsent(name + "()", any -> new HashSet<>());
                return super.visitMethod(method, none);
            }

            @Override
            void use(String holder, String name, boolean method, int start) {
                inside.add(method ? name + "()" : holder + "." + name);
            }
        }.scan(tree(), null);
    }

    private void scanStatements() {
        new Scanner() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                return Stretches.holdsStatements(method.getName()) ? super.visitMethod(method, none) : null;
            }

            @Override
            void use(String holder, String name, boolean method, int start) {
                int position = unit.toCell(start);
                if (!unit.isCopied(start)) {
                    return;
                }
                for (String variable : method ? closure(name + "()") : Set.of(holder + "." + name)) {
                    Variant variant = declared.get(variable);
                    if (variant != null
                            && position < ready(variant)
                            && position != variant.variable().nameSpan().start()) {
                        report(start, name, method, variant);
                    }
                }
            }
        }.scan(tree(), null);
    }

    private Set<String> closure(String method) {
        Set<String> all = new HashSet<>(mentioned.getOrDefault(method, Set.of()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String name : Set.copyOf(all)) {
                grown |= all.addAll(mentioned.getOrDefault(name, Set.of()));
            }
        }
        return all;
    }

    private CompilationUnitTree tree() {
        return attribution.units().get(unit.name());
    }

    private void report(int start, String name, boolean method, Variant variant) {
        int line = unit.cell()
                .typedLines()
                .applyAsInt(unit.cell().line(variant.part().start()));
        boolean itself = unit.toCell(start) >= variant.part().start();
        String text = method
                ? say("session.early.method", "method", name, "name", variant.name(), "line", line)
                : say(itself ? "session.early.itself" : "session.early", "name", variant.name());
        errors.add(new CompileError(unit.name(), "jacobi.err.used.early", start, start, start + name.length(), text));
    }

    /** Visits what the unit's own code names of the unit: not what stands in lambdas and classes, which runs later. */
    private abstract class Scanner extends TreePathScanner<Void, Void> {
        abstract void use(String holder, String name, boolean method, int start);

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String name = type.getSimpleName().toString();
            return name.equals(unit.name()) || name.startsWith(Stretches.CLASS) ? super.visitClass(type, none) : null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
            return null;
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void none) {
            Element element = attribution.trees().getElement(getCurrentPath());
            if (element != null
                    && (element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.METHOD)) {
                use(
                        element.getEnclosingElement().getSimpleName().toString(),
                        identifier.getName().toString(),
                        element.getKind() == ElementKind.METHOD
                                && element.getEnclosingElement().getSimpleName().contentEquals(unit.name()),
                        attribution.start(getCurrentPath()));
            }
            return null;
        }
    }
}
