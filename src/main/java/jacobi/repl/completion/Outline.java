package jacobi.repl.completion;

import static jacobi.language.Say.say;

import jacobi.repl.javac.Attribution;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What compiled classes tell of an element beyond its own line: where it belongs, and what there is to call. */
final class Outline {
    private final Attribution attribution;
    private final List<String> lines = new ArrayList<>();

    private Outline(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Lines for a reader who asks twice; none for what no class file holds. */
    static List<String> of(Element element, Attribution attribution) {
        Outline outline = new Outline(attribution);
        if (element instanceof TypeElement type) {
            outline.type(type);
        } else if (element instanceof ExecutableElement method) {
            outline.method(method);
        } else {
            outline.home(element);
        }
        return outline.lines;
    }

    /** The unit a cell became is no place a reader knows. */
    private void home(Element element) {
        Element home = element.getEnclosingElement();
        String name = home.toString();
        if (!name.matches(Unit.PACKAGE + "\\.\\w+")) {
            lines.add(say(
                    "completion.outline.declared",
                    "replaceFirst",
                    name.replaceFirst("^" + Unit.PACKAGE + "\\.\\w+\\.", "")));
        }
    }

    private void type(TypeElement type) {
        home(type);
        boolean ofCells = attribution.elements().getPackageOf(type).toString().equals(Unit.PACKAGE);
        String above = above(type).stream().map(Signature::of).collect(Collectors.joining(", "));
        if (!above.isEmpty()) {
            lines.add("is a " + above);
        }
        String below = type.getPermittedSubclasses().stream().map(Signature::of).collect(Collectors.joining(", "));
        if (!below.isEmpty()) {
            lines.add("permits " + below);
        }
        for (Set<ElementKind> kinds : List.of(
                Set.of(ElementKind.ENUM_CONSTANT, ElementKind.FIELD),
                Set.of(ElementKind.CONSTRUCTOR),
                Set.of(ElementKind.METHOD),
                Set.of(ElementKind.CLASS, ElementKind.INTERFACE, ElementKind.ENUM, ElementKind.RECORD))) {
            type.getEnclosedElements().stream()
                    .filter(member -> kinds.contains(member.getKind()))
                    .filter(member -> member.getModifiers().contains(ofCells ? Modifier.STATIC : Modifier.PUBLIC)
                            || ofCells && !member.getModifiers().contains(Modifier.PRIVATE))
                    .forEach(member -> lines.add("  " + Signature.declaration(member, null, attribution.types())));
        }
    }

    private void method(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        home(method);
        for (TypeMirror type : above(owner)) {
            Element parent = attribution.types().asElement(type);
            for (Element member : parent.getEnclosedElements()) {
                if (member instanceof ExecutableElement other
                        && attribution.elements().overrides(method, other, owner)) {
                    lines.add("overrides " + Signature.declaration(other, null, attribution.types()));
                }
            }
        }
    }

    /** Every type above this one, the nearest first, each once. */
    private List<TypeMirror> above(TypeElement type) {
        Types types = attribution.types();
        List<TypeMirror> above = new ArrayList<>(types.directSupertypes(type.asType()));
        for (int i = 0; i < above.size(); i++) {
            for (TypeMirror next : types.directSupertypes(above.get(i))) {
                if (above.stream().noneMatch(known -> types.isSameType(known, next))) {
                    above.add(next);
                }
            }
        }
        above.removeIf(parent -> parent.toString().equals("java.lang.Object"));
        return above;
    }
}
