package jacobi.repl.completion;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import jacobi.repl.javac.Attribution;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds a method by its name alone, where javac, which wants arguments that fit, finds none. */
final class MethodByName {
    private final Attribution attribution;
    private final CompilationUnitTree unit;

    MethodByName(Attribution attribution, CompilationUnitTree unit) {
        this.attribution = attribution;
        this.unit = unit;
    }

    /** The first method of the name at {@code path}: a member of what stands before it, or one imported; or null. */
    Element find(TreePath path) {
        if (path.getLeaf() instanceof MemberSelectTree select) {
            TreePath before = new TreePath(path, select.getExpression());
            TypeMirror type = attribution.trees().getTypeMirror(before);
            Element owner = type == null ? null : attribution.types().asElement(type);
            return owner instanceof TypeElement known
                    ? member(known, select.getIdentifier().toString(), false)
                    : null;
        }
        return path.getLeaf() instanceof IdentifierTree identifier
                ? imported(identifier.getName().toString())
                : null;
    }

    private Element imported(String name) {
        for (ImportTree line : unit.getImports()) {
            if (line.isStatic() && line.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String last = select.getIdentifier().toString();
                TypeElement owner = attribution
                        .elements()
                        .getTypeElement(select.getExpression().toString());
                if (owner != null && (last.equals("*") || last.equals(name))) {
                    Element found = member(owner, name, true);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private Element member(TypeElement owner, String name, boolean onlyStatic) {
        for (Element member : attribution.elements().getAllMembers(owner)) {
            if (member.getKind() == ElementKind.METHOD
                    && member.getSimpleName().contentEquals(name)
                    && (!onlyStatic || member.getModifiers().contains(Modifier.STATIC))) {
                return member;
            }
        }
        return null;
    }
}
