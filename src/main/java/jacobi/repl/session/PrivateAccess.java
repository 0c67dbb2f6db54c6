package jacobi.repl.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Finds uses of private members from outside their class. The classes of a cell stand in one class for javac, which
 * lets them see each other's private members; as top-level classes, which is what they are written as, they may not.
 */
final class PrivateAccess extends TreePathScanner<Void, Void> {
    private static final String CODE = "compiler.err.report.access";
    private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";

    private final Unit unit;
    private final Attribution attribution;
    private final List<CompileError> errors = new ArrayList<>();
    /** The classes whose private methods or constructors were taken though others of the name may be meant. */
    private final Set<String> overloaded = new TreeSet<>();
    /** The class of the cell around this place; null in statements and in methods of the cell. */
    private Element around;

    private PrivateAccess(Unit unit, Attribution attribution) {
        this.unit = unit;
        this.attribution = attribution;
    }

    static List<CompileError> of(Unit unit, Attribution attribution) {
        CompilationUnitTree tree = attribution.units().get(unit.name());
        String source = unit.cell().source();
        // A record's fields are private without a word.
        if (tree == null || !source.contains("private") && !source.contains("record")) {
            return List.of();
        }
        PrivateAccess access = new PrivateAccess(unit, attribution);
        access.scan(tree, null);
        return access.errors;
    }

    /**
     * The classes of the cell of whose overloads javac chose a private one for code outside, or saw too many: whoever
     * may not call it means another one, if there is one.
     */
    static Set<String> overloaded(Unit unit, Attribution attribution, List<CompileError> errors) {
        boolean suspected = errors.stream()
                .anyMatch(error -> error.code().equals(CODE) || error.code().equals(AMBIGUOUS));
        CompilationUnitTree tree = suspected ? attribution.units().get(unit.name()) : null;
        if (tree == null) {
            return Set.of();
        }
        PrivateAccess access = new PrivateAccess(unit, attribution);
        access.scan(tree, null);
        if (errors.stream().anyMatch(error -> error.code().equals(AMBIGUOUS))) {
            unit.cell().parts().stream()
                    .filter(part -> part instanceof TypeDeclaration
                            && part.span().of(unit.cell().source()).contains("private"))
                    .forEach(part -> access.overloaded.add(((TypeDeclaration) part).name()));
        }
        return access.overloaded;
    }

    @Override
    public Void visitClass(ClassTree tree, Void none) {
        Element before = around;
        Element type = attribution.trees().getElement(getCurrentPath());
        if (around == null && type != null && classOfCell(type) == type) {
            around = type;
        }
        super.visitClass(tree, none);
        around = before;
        return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void none) {
        check(tree, tree.getName().length());
        return super.visitIdentifier(tree, none);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void none) {
        check(tree, tree.getIdentifier().length());
        return super.visitMemberSelect(tree, none);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void none) {
        check(tree, tree.getName().length());
        return super.visitMemberReference(tree, none);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void none) {
        if (tree.getClassBody() == null) {
            check(tree, 0);
        }
        return super.visitNewClass(tree, none);
    }

    /**
     * @param length of the name at the tree's end; 0 for all of it
     */
    private void check(Tree tree, int length) {
        Element element = attribution.trees().getElement(getCurrentPath());
        if (element == null || !element.getModifiers().contains(Modifier.PRIVATE)) {
            return;
        }
        Element owner = classOfCell(element);
        int start = attribution.start(getCurrentPath());
        int end = (int) attribution
                .trees()
                .getSourcePositions()
                .getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        boolean implied = tree instanceof IdentifierTree name && name.getName().contentEquals("super");
        if (implied && end <= start) {
            // A constructor that names no other one calls its parent's.
            end = start + 1;
        }
        if (owner == null || owner.equals(around) || start < 0 || end <= start || !unit.isCopied(start)) {
            return;
        }
        boolean others = element instanceof ExecutableElement
                && attribution.elements().getAllMembers((TypeElement) element.getEnclosingElement()).stream()
                        .anyMatch(other ->
                                !other.equals(element) && other.getSimpleName().equals(element.getSimpleName()));
        if (others) {
            overloaded.add(owner.getSimpleName().toString());
        }
        String what = element.getKind() == ElementKind.CONSTRUCTOR || element.getKind() == ElementKind.METHOD
                ? element.toString()
                : element.getSimpleName().toString();
        String message = what + " has private access in " + element.getEnclosingElement();
        errors.add(new CompileError(unit.name(), CODE, length == 0 ? start : end - length, start, end, message));
    }

    /** The class declared in the cell that an element is or stands in; null for what stands in none. */
    private Element classOfCell(Element element) {
        for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
            boolean type = outer.getKind().isClass() || outer.getKind().isInterface();
            if (type
                    && outer.getEnclosingElement() instanceof TypeElement above
                    && above.getQualifiedName().contentEquals(unit.qualifiedName())) {
                return outer.getSimpleName().toString().startsWith(Stretches.CLASS) ? null : outer;
            }
        }
        return null;
    }
}
