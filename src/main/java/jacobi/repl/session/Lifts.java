package jacobi.repl.session;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Part.Span;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds variables that hold objects of unnamed classes, by themselves or in lists.
 *
 * <p>Without this class their members would be out of reach from the next line on, where Java itself lets a method use
 * them: 3 of the 1,050 cells recorded from JShell do.
 */
final class Lifts {
    private final Unit unit;
    private final Attribution attribution;
    private final TypeText text;
    private final String variable;
    private final IntFunction<String> className;
    private final List<Lift> found = new ArrayList<>();

    private Lifts(Unit unit, Attribution attribution, String variable, IntFunction<String> className) {
        this.unit = unit;
        this.attribution = attribution;
        this.text = new TypeText(attribution.types());
        this.variable = variable;
        this.className = className;
    }

    /**
     * The lifts of {@code var o = new Base(...) {...}}, or of {@code var list = make(j -> new Base() {...})}; none for
     * any other variable.
     *
     * @param path of the variable
     * @param className the names for classes, by how many there are before
     */
    static List<Lift> of(
            Unit unit, Attribution attribution, VariableTree variable, TreePath path, IntFunction<String> className) {
        Set<Element> unnamed = unnamed(attribution.type(path));
        if (unnamed.isEmpty() || variable.getInitializer() == null) {
            return List.of();
        }
        Lifts lifts = new Lifts(unit, attribution, variable.getName().toString(), className);
        TreePath value = new TreePath(path, variable.getInitializer());
        lifts.scan(value, unnamed);
        return lifts.found;
    }

    /** The classes without a name that a type mentions. */
    static Set<Element> unnamed(TypeMirror type) {
        Set<Element> unnamed = new HashSet<>();
        addUnnamed(type, unnamed);
        return unnamed;
    }

    /** Whether the variable holds such an object itself. */
    static boolean isDirect(VariableTree variable) {
        return variable.getInitializer() instanceof NewClassTree made && made.getClassBody() != null;
    }

    private static void addUnnamed(TypeMirror type, Set<Element> unnamed) {
        if (type instanceof ArrayType array) {
            addUnnamed(array.getComponentType(), unnamed);
        } else if (type instanceof WildcardType wildcard) {
            addUnnamed(wildcard.getExtendsBound(), unnamed);
        } else if (type instanceof DeclaredType declared) {
            if (declared.asElement() instanceof TypeElement element
                    && element.getNestingKind() == NestingKind.ANONYMOUS) {
                unnamed.add(element);
            }
            declared.getTypeArguments().forEach(argument -> addUnnamed(argument, unnamed));
        }
    }

    private void scan(TreePath value, Set<Element> unnamed) {
        Map<Element, VariableTree> locals = new LinkedHashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree local, Void none) {
                locals.put(attribution.trees().getElement(getCurrentPath()), local);
                return super.visitVariable(local, none);
            }
        }.scan(value, null);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                Element type = made.getClassBody() == null
                        ? null
                        : attribution.trees().getElement(new TreePath(getCurrentPath(), made.getClassBody()));
                Lift lift = type == null || !unnamed.contains(type)
                        ? null
                        : lift(made, getCurrentPath(), (TypeElement) type, locals);
                if (lift != null) {
                    found.add(lift);
                    return null;
                }
                return super.visitNewClass(made, none);
            }
        }.scan(value, null);
    }

    private Lift lift(NewClassTree made, TreePath path, TypeElement type, Map<Element, VariableTree> locals) {
        int from = attribution.start(path);
        if (!unit.isCopied(from)) {
            return null;
        }
        int start = unit.toCell(from);
        int end = unit.endToCell(end(path));
        List<Token> tokens = Lexer.tokens(unit.cell().source().substring(start, end));
        Brackets brackets = Brackets.of(tokens);
        int open = brackets.partner(tokens.size() - 1);
        int arguments = open > 0 ? brackets.partner(open - 1) : -1;
        Element constructor = attribution.trees().getElement(path);
        if (arguments < 0 || !(constructor instanceof ExecutableElement called)) {
            return null;
        }
        boolean plain = type.getInterfaces().isEmpty();
        String base = source(plain ? type.getSuperclass() : type.getInterfaces().get(0));
        List<String> parameters = new ArrayList<>();
        called.getParameters().forEach(parameter -> parameters.add(source(parameter.asType())));
        List<Lift.Taken> taken = taken(new TreePath(path, made.getClassBody()), locals);
        ExpressionTree outer = made.getEnclosingExpression();
        Span enclosing = outer == null ? null : span(new TreePath(path, outer));
        if (base == null || parameters.contains(null) || taken.stream().anyMatch(one -> one.type() == null)) {
            return null;
        }
        return new Lift(
                variable,
                className.apply(found.size()),
                (plain ? "extends " : "implements ") + base,
                new Span(start, end),
                enclosing,
                new Span(
                        start + tokens.get(arguments).end(),
                        start + tokens.get(open - 1).end()),
                parameters,
                taken,
                new Span(start + tokens.get(open).start(), end));
    }

    private Span span(TreePath path) {
        return new Span(unit.toCell(attribution.start(path)), unit.endToCell(end(path)));
    }

    private int end(TreePath path) {
        return (int) attribution.trees().getSourcePositions().getEndPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private String source(TypeMirror type) {
        String written = text.of(type);
        return written == null ? null : written.replace("cells." + unit.name() + ".", "");
    }

    /** What a class body names of the variables declared around it, within the initializer. */
    private List<Lift.Taken> taken(TreePath body, Map<Element, VariableTree> locals) {
        Map<Element, VariableTree> outside = new LinkedHashMap<>(locals);
        Map<String, Lift.Taken> taken = new LinkedHashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree own, Void none) {
                outside.remove(attribution.trees().getElement(getCurrentPath()));
                return super.visitVariable(own, none);
            }
        }.scan(body, null);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void none) {
                Element element = attribution.trees().getElement(getCurrentPath());
                if (outside.containsKey(element)) {
                    String name = identifier.getName().toString();
                    taken.put(name, new Lift.Taken(name, source(element.asType())));
                }
                return null;
            }
        }.scan(body, null);
        return List.copyOf(taken.values());
    }
}
