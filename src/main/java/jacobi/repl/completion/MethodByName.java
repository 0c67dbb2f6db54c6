package jacobi.repl.completion;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import jacobi.repl.javac.Attribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
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
        List<ExecutableElement> all = all(path);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All methods of the name at {@code path}: members of what stands before it, or imported from one class. */
    List<ExecutableElement> all(TreePath path) {
        if (path.getLeaf() instanceof MemberSelectTree select) {
            TreePath before = new TreePath(path, select.getExpression());
            TypeMirror type = attribution.trees().getTypeMirror(before);
            Element owner = type == null ? null : attribution.types().asElement(type);
            return owner instanceof TypeElement known
                    ? members(known, select.getIdentifier().toString(), false)
                    : List.of();
        }
        return path.getLeaf() instanceof IdentifierTree identifier && !followsDot(identifier)
                ? imported(identifier.getName().toString())
                : List.of();
    }

    /**
     * Whether javac, having read no expression before the dot of {@code (A @ B).reshape}, took the method for one
     * called alone.
     */
    private boolean followsDot(IdentifierTree name) {
        long start = attribution.trees().getSourcePositions().getStartPosition(unit, name);
        try {
            return start > 0 && unit.getSourceFile().getCharContent(true).charAt((int) start - 1) == '.';
        } catch (IOException e) {
            throw new UncheckedIOException("A unit is kept in memory.", e);
        }
    }

    private List<ExecutableElement> imported(String name) {
        for (ImportTree line : unit.getImports()) {
            if (line.isStatic() && line.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String last = select.getIdentifier().toString();
                TypeElement owner = attribution
                        .elements()
                        .getTypeElement(select.getExpression().toString());
                if (owner != null && (last.equals("*") || last.equals(name))) {
                    List<ExecutableElement> found = members(owner, name, true);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    private List<ExecutableElement> members(TypeElement owner, String name, boolean onlyStatic) {
        List<ExecutableElement> found = new ArrayList<>();
        for (Element member : attribution.elements().getAllMembers(owner)) {
            if (member.getKind() == ElementKind.METHOD
                    && member.getSimpleName().contentEquals(name)
                    && (!onlyStatic || member.getModifiers().contains(Modifier.STATIC))) {
                found.add((ExecutableElement) member);
            }
        }
        return found;
    }
}
