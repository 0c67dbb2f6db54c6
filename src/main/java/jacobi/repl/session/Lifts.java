package jacobi.repl.session;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.repl.source.Cell;
import jacobi.repl.source.Lexer;
import jacobi.repl.source.Part.Declarator;
import jacobi.repl.source.Part.Span;
import jacobi.repl.source.Token;
import jacobi.repl.source.Unit;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds variables that hold an object of an unnamed class. */
final class Lifts {
    private Lifts() {}

    /**
     * The lift of {@code var o = new Base(...) {...}}, or null for any other variable.
     *
     * @param declared the variable as the cell has it
     * @param className the name for the class
     */
    static UnitWriter.Lift of(
            Cell cell,
            Unit unit,
            Attribution attribution,
            VariableTree variable,
            TreePath path,
            Declarator declared,
            String className) {
        if (!(variable.getInitializer() instanceof NewClassTree made) || made.getClassBody() == null) {
            return null;
        }
        SourcePositions positions = attribution.trees().getSourcePositions();
        int end = unit.endToCell(
                (int) positions.getEndPosition(attribution.units().get(unit.name()), made));
        int start =
                unit.toCell((int) positions.getStartPosition(attribution.units().get(unit.name()), made));
        TreePath creation = new TreePath(path, made);
        TypeElement type = (TypeElement) attribution.types().asElement(attribution.type(creation));
        Element constructor = attribution.trees().getElement(creation);
        List<Token> tokens = Lexer.tokens(cell.source().substring(start, end));
        int open = opening(tokens, tokens.size() - 1);
        int arguments = open > 0 ? opening(tokens, open - 1) : -1;
        if (type == null || arguments < 0 || !(constructor instanceof ExecutableElement called)) {
            return null;
        }
        TypeText text = new TypeText(attribution.types());
        boolean plain = type.getInterfaces().isEmpty();
        String base =
                text.of(plain ? type.getSuperclass() : type.getInterfaces().get(0));
        List<String> parameters = new ArrayList<>();
        called.getParameters().forEach(parameter -> parameters.add(text.of(parameter.asType())));
        if (base == null || parameters.contains(null)) {
            return null;
        }
        return new UnitWriter.Lift(
                declared,
                className,
                (plain ? "extends " : "implements ") + base.replace("cells." + unit.name() + ".", ""),
                new Span(
                        start + tokens.get(arguments).start(),
                        start + tokens.get(open - 1).end()),
                parameters.stream()
                        .map(one -> one.replace("cells." + unit.name() + ".", ""))
                        .toList(),
                new Span(start + tokens.get(open).start(), end));
    }

    /** The token that opens the bracket closed at {@code close}. */
    private static int opening(List<Token> tokens, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(")") || token.is("]") || token.is("}")) {
                depth++;
            } else if (token.is("(") || token.is("[") || token.is("{")) {
                depth--;
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
