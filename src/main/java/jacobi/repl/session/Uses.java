package jacobi.repl.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.source.Part.Declaration;
import jacobi.source.Unit;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Which names a declaration takes from outside, by simple name, with what each is: {@code java.util.List}, {@code
 * java.lang.Math.PI}, {@code cells.cell3.Dog}; empty for one that is not known.
 *
 * <p>Names that are its own are not among them, members it has or inherits, parameters, local variables: whatever is
 * declared of that name elsewhere, they stay what they are.
 */
final class Uses extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final Attribution attribution;
    private final Declaration part;
    private final Map<String, String> found = new HashMap<>();

    private Uses(Unit unit, Attribution attribution, Declaration part) {
        this.unit = unit;
        this.attribution = attribution;
        this.part = part;
    }

    static Map<String, String> of(Declaration part, Unit unit, Attribution attribution) {
        Uses uses = new Uses(unit, attribution, part);
        CompilationUnitTree tree = attribution.units().get(unit.name());
        if (tree != null) {
            uses.scan(tree, null);
        }
        return Map.copyOf(uses.found);
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
        int start = attribution.start(getCurrentPath());
        String name = identifier.getName().toString();
        if (start >= 0 && unit.isCopied(start) && part.span().contains(unit.toCell(start))) {
            Element element = attribution.trees().getElement(getCurrentPath());
            if (element == null || element.asType().getKind() == javax.lang.model.type.TypeKind.ERROR) {
                found.putIfAbsent(name, "");
            } else if (isFromOutside(element)) {
                found.put(name, qualified(element));
            }
        }
        return null;
    }

    private boolean isFromOutside(Element element) {
        ElementKind kind = element.getKind();
        if (kind.isClass() || kind.isInterface()) {
            return !isOwn(element);
        }
        // What else there is, locals and type parameters, stands in the declaration.
        boolean member = kind == ElementKind.FIELD || kind == ElementKind.ENUM_CONSTANT || kind == ElementKind.METHOD;
        return member && !isOwn(element.getEnclosingElement()) && !isInherited(element.getEnclosingElement());
    }

    /** Whether a type is the declared one or stands in it. */
    private boolean isOwn(Element type) {
        for (Element outer = type; outer != null; outer = outer.getEnclosingElement()) {
            Element holder = outer.getEnclosingElement();
            if (holder instanceof TypeElement above && above.getQualifiedName().contentEquals(unit.qualifiedName())) {
                return outer.getSimpleName().contentEquals(part.name())
                        && (outer.getKind().isClass() || outer.getKind().isInterface() || outer != type);
            }
        }
        return false;
    }

    /** Whether a class of the declaration around this place has the members of {@code owner}. */
    private boolean isInherited(Element owner) {
        TypeMirror holder = attribution.types().erasure(owner.asType());
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            if (tree instanceof ClassTree) {
                Element type = attribution.trees().getElement(path);
                boolean unitClass = type instanceof TypeElement named
                        && named.getQualifiedName().contentEquals(unit.qualifiedName());
                if (type == null || unitClass) {
                    return false;
                }
                if (attribution.types().isSubtype(attribution.types().erasure(type.asType()), holder)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String qualified(Element element) {
        return element instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : element.getEnclosingElement() + "." + element.getSimpleName();
    }
}
