package jacobi.repl.session;

import com.sun.source.util.TreePath;
import jacobi.notation.Compilation;
import jacobi.notation.Diagnostic;
import jacobi.repl.failure.KnownNames;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.TypeText;
import jacobi.source.Part;
import jacobi.source.Unit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What the compiler says of a cell: its errors, in positions of the cell, or the plan to run it. */
public final class CellAnalysis implements Compilation, KnownNames {
    private static final String STATIC = "import static ";
    private static final String IMPORT = "import ";

    private final Names names;
    private final Plan plan;
    private final List<Diagnostic> errors;
    private final Attribution attribution;
    private final Unit unit;
    /** The cell's expressions, found when the type of the first is asked for. */
    private Map<Long, List<TreePath>> expressions;

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

    @Override
    public Set<String> variables() {
        Set<String> all = new LinkedHashSet<>();
        names.variables().forEach(variable -> all.add(variable.name()));
        plan.main().parts.forEach(part -> {
            if (part instanceof Part.VariableDeclaration variables) {
                variables.declarators().forEach(variable -> all.add(variable.name()));
            }
        });
        statics().filter(member -> member.getKind().isField()).forEach(member -> all.add(nameOf(member)));
        return all;
    }

    @Override
    public Set<String> functions() {
        Set<String> all = new LinkedHashSet<>();
        own().forEach(method -> all.add(nameOf(method)));
        names.methods().forEach(method -> all.add(method.name()));
        statics().filter(ExecutableElement.class::isInstance).forEach(member -> all.add(nameOf(member)));
        return all;
    }

    @Override
    public Set<String> types() {
        Set<String> all = new LinkedHashSet<>();
        names.types().forEach(type -> all.add(type.name()));
        plan.ownParts().forEach(part -> {
            if (part instanceof Part.TypeDeclaration type) {
                all.add(type.name());
            }
        });
        return all;
    }

    @Override
    public boolean canBeMade(String name) {
        return typesNamed(name)
                .anyMatch(type -> (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                        && !type.getModifiers().contains(Modifier.ABSTRACT)
                        && type.getEnclosedElements().stream()
                                .anyMatch(member -> member.getKind() == ElementKind.CONSTRUCTOR
                                        && (type.getQualifiedName().toString().startsWith(Unit.PACKAGE + ".")
                                                ? !member.getModifiers().contains(Modifier.PRIVATE)
                                                : member.getModifiers().contains(Modifier.PUBLIC))));
    }

    @Override
    public boolean isType(String name) {
        return typesNamed(name).findAny().isPresent();
    }

    /** The classes a simple name may stand for: those of cells, those that are imported. */
    private Stream<TypeElement> typesNamed(String name) {
        Set<String> qualified = new LinkedHashSet<>();
        qualified.add(unit.qualifiedName() + "." + name);
        if (names.type(name) != null) {
            qualified.add(Unit.PACKAGE + "." + names.type(name).unit() + "." + name);
        }
        qualified.add("java.lang." + name);
        Stream.concat(
                        names.imports().stream(),
                        plan.main().parts.stream()
                                .filter(part -> part instanceof Part.Import)
                                .map(part -> ((Part.Import) part).text()))
                .filter(line -> !line.startsWith(STATIC))
                .map(line -> line.substring(IMPORT.length(), line.length() - 1))
                .filter(line -> line.endsWith(".*") || line.endsWith("." + name))
                .forEach(line -> qualified.add(line.replaceFirst("\\*$", name)));
        return qualified.stream().map(attribution.elements()::getTypeElement).filter(Objects::nonNull);
    }

    @Override
    public String waiting(String name) {
        return names.waitingFor(name);
    }

    @Override
    public Map<String, Set<Integer>> members(String typeName) {
        TypeElement type = attribution.elements().getTypeElement(typeName);
        Map<String, Set<Integer>> found = new LinkedHashMap<>();
        if (type == null) {
            return found;
        }
        boolean cells = typeName.startsWith(Unit.PACKAGE + ".");
        for (Element member : attribution.elements().getAllMembers(type)) {
            boolean usable = cells || member.getModifiers().contains(Modifier.PUBLIC);
            if (usable && !member.getEnclosingElement().toString().equals("java.lang.Object")) {
                Set<Integer> forms = found.computeIfAbsent(nameOf(member), any -> new HashSet<>());
                if (member instanceof ExecutableElement method) {
                    forms.add(method.getParameters().size());
                    if (method.isVarArgs() && method.getParameters().size() > 1) {
                        forms.add(method.getParameters().size() - 1);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public boolean takes(String function, String typeName) {
        TypeElement type = attribution.elements().getTypeElement(typeName);
        if (type == null) {
            return false;
        }
        Stream<? extends Element> earlier = names.methods(function).isEmpty()
                ? Stream.empty()
                : membersOf(Unit.PACKAGE + "." + names.unitOfMethods(function));
        Types types = attribution.types();
        return Stream.concat(Stream.concat(own(), earlier), statics())
                .anyMatch(member -> member instanceof ExecutableElement method
                        && nameOf(method).equals(function)
                        && method.getParameters().size() == 1
                        && types.isAssignable(
                                types.erasure(type.asType()),
                                types.erasure(method.getParameters().get(0).asType())));
    }

    /** The methods the cell itself declares. */
    private Stream<? extends Element> own() {
        Set<String> declared = declared();
        return attribution.members(unit).stream()
                .filter(member -> member instanceof ExecutableElement && declared.contains(nameOf(member)));
    }

    /** What the session's imports of all static members of a class bring. */
    private Stream<? extends Element> statics() {
        return names.imports().stream()
                .filter(line -> line.startsWith(STATIC) && line.endsWith(".*;"))
                .flatMap(line -> membersOf(line.substring(STATIC.length(), line.length() - ".*;".length())))
                .filter(member -> member.getModifiers().contains(Modifier.STATIC)
                        && member.getModifiers().contains(Modifier.PUBLIC));
    }

    private Stream<? extends Element> membersOf(String typeName) {
        TypeElement type = attribution.elements().getTypeElement(typeName);
        return type == null ? Stream.empty() : attribution.elements().getAllMembers(type).stream();
    }

    private static String nameOf(Element member) {
        return member.getSimpleName().toString();
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
    public boolean isVoid(int start, int end) {
        return typesAt(start, end).anyMatch(type -> type.getKind() == TypeKind.VOID);
    }

    @Override
    public boolean isVariable(String name) {
        return names.variable(name) != null;
    }

    /** The type of the expression at {@code [start, end)} of the cell that source can say, or null. */
    private TypeMirror typeAt(int start, int end) {
        TypeText text = new TypeText(attribution.types());
        return typesAt(start, end)
                .filter(type -> text.of(type) != null)
                .findFirst()
                .orElse(null);
    }

    /** What the compiler found of the trees at {@code [start, end)} of the cell. */
    private Stream<TypeMirror> typesAt(int start, int end) {
        if (!attribution.parsed()) {
            return Stream.empty();
        }
        if (expressions == null) {
            expressions = attribution.expressions(unit);
        }
        return unit.runs().stream()
                .filter(run -> run.origin() <= start && end <= run.origin() + run.length())
                .flatMap(run -> {
                    int shift = run.start() - run.origin();
                    return expressions.getOrDefault(Attribution.place(start + shift, end + shift), List.of()).stream();
                })
                .map(attribution::type)
                .filter(Objects::nonNull);
    }
}
