package jacobi.repl.session;

import jacobi.notation.Compilation;
import jacobi.notation.Diagnostic;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.repl.source.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the compiler says of a cell: its errors, in positions of the cell, or the plan to run it. */
public final class CellAnalysis implements Compilation {
    private final Names names;
    private final Plan plan;
    private final List<Diagnostic> errors;
    private final Attribution attribution;
    private final Unit unit;

    /**
     * @param names what earlier cells declared
     * @param unit the cell's own unit as it was attributed
     */
    CellAnalysis(Names names, Plan plan, List<Diagnostic> errors, Attribution attribution, Unit unit) {
        this.names = names;
        this.plan = plan;
        this.errors = List.copyOf(errors);
        this.attribution = attribution;
        this.unit = unit;
    }

    Plan plan() {
        return plan;
    }

    /** The trees and types found. */
    public Attribution attribution() {
        return attribution;
    }

    /** The cell's own unit as it was attributed. */
    public Unit unit() {
        return unit;
    }

    /** The names the cell itself declares. */
    public Set<String> declared() {
        return Plan.declared(plan.main());
    }

    /** The names of a type's own and inherited members, those of Object left out, by its qualified name; none for an unknown type. */
    public Set<String> members(String typeName) {
        TypeElement type = attribution.elements().getTypeElement(typeName);
        Set<String> names = new LinkedHashSet<>();
        if (type != null) {
            attribution.elements().getAllMembers(type).stream()
                    .filter(member -> !member.getEnclosingElement().toString().equals("java.lang.Object"))
                    .forEach(member -> names.add(member.getSimpleName().toString()));
        }
        return names;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return errors;
    }

    @Override
    public String typeOf(int start, int end) {
        TypeMirror type = typeAt(start, end);
        return type == null ? null : new TypeText(attribution.types()).of(type);
    }

    @Override
    public List<String> componentsOf(int start, int end) {
        return typeAt(start, end) instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                ? element.getRecordComponents().stream()
                        .map(component -> component.getSimpleName().toString())
                        .toList()
                : List.of();
    }

    @Override
    public boolean isVariable(String name) {
        return names.variable(name) != null;
    }

    /** The type of the expression at {@code [start, end)} of the cell that source can say, or null. */
    private TypeMirror typeAt(int start, int end) {
        if (!attribution.parsed()) {
            return null;
        }
        for (Unit.Run run : unit.runs()) {
            if (run.origin() <= start && end <= run.origin() + run.length()) {
                int shift = run.start() - run.origin();
                TypeMirror type = attribution.typeOf(unit, start + shift, end + shift);
                if (new TypeText(attribution.types()).of(type) != null) {
                    return type;
                }
            }
        }
        return null;
    }
}
