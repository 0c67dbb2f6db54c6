package jacobi.repl.session;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.source.Brackets;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.Span;
import jacobi.source.Token;
import jacobi.source.Unit;
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
        Brackets brackets = Brackets.of(tokens);
        int open = brackets.partner(tokens.size() - 1);
        int arguments = open > 0 ? brackets.partner(open - 1) : -1;
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
}
