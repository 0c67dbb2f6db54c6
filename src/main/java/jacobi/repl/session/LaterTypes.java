package jacobi.repl.session;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds classes that a declaration names and means of its own, to come in a later cell, though a class of the import
 * lines every cell starts with has the name: a student's {@code Graph} or {@code Event}. It asks for what that class
 * has not, and for nothing it has; a name spelt nearly right is a slip, and none of these.
 */
final class LaterTypes extends TreePathScanner<Void, Void> {
    private static final String OURS = "jacobi.";
    /**
     * What a student's method asks of a tensor, and there is not, is a slip: nobody declares a class of the name after
     * it.
     */
    private static final String TENSORS = "jacobi.tensor.";

    private final List<CompileError> errors;
    private final Unit unit;
    private final Attribution attribution;
    private final Declaration part;
    private final Map<String, TypeElement> named = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> slips = new HashSet<>();

    /**
     * Where a class is asked for something.
     *
     * @param made whether that is an object of it
     */
    private record Place(String type, int start, int end, boolean made) {
        boolean holds(String name, int position) {
            return type.equals(name) && start <= position && position < end;
        }
    }

    private LaterTypes(List<CompileError> errors, Unit unit, Attribution attribution, Declaration part) {
        this.errors = errors;
        this.unit = unit;
        this.attribution = attribution;
        this.part = part;
    }

    /** By each of the errors that is about such a class, its simple name. */
    static Map<CompileError, String> of(
            List<CompileError> errors, Declaration part, Unit unit, Attribution attribution) {
        Map<CompileError, String> found = new HashMap<>();
        CompilationUnitTree tree = attribution.units().get(unit.name());
        if (tree == null) {
            return found;
        }
        LaterTypes later = new LaterTypes(errors, unit, attribution, part);
        later.scan(tree, null);
        later.named.keySet().removeAll(later.used);
        later.named.keySet().removeAll(later.slips);
        for (CompileError error : errors) {
            for (String name : later.named.keySet()) {
                boolean said = Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(error.message())
                        .find();
                if (said || later.places.stream().anyMatch(place -> place.holds(name, error.position()))) {
                    found.put(error, name);
                }
            }
        }
        if (part instanceof MethodDeclaration) {
            found.values().removeIf(later::isSlip);
        }
        return found;
    }

    /**
     * Whether a method, which says less of a class than one that is built on it, asks too little for it to be another.
     */
    private boolean isSlip(String name) {
        boolean made = places.stream()
                .anyMatch(place ->
                        place.made() && errors.stream().anyMatch(error -> place.holds(name, error.position())));
        long wrong = errors.stream()
                .filter(error -> places.stream().anyMatch(place -> place.holds(name, error.position())))
                .count();
        return !made && wrong < 2
                || named.get(name).getQualifiedName().toString().startsWith(TENSORS);
    }

    private boolean isHere() {
        int start = attribution.start(getCurrentPath());
        return start >= 0 && unit.isCopied(start) && part.span().contains(unit.toCell(start));
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
        Element element = attribution.trees().getElement(getCurrentPath());
        if (isHere()
                && element instanceof TypeElement type
                && type.getQualifiedName().toString().startsWith(OURS)) {
            named.put(identifier.getName().toString(), type);
        }
        return super.visitIdentifier(identifier, none);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void none) {
        super.visitMemberSelect(select, none);
        ask(select.getIdentifier().toString(), select.getExpression());
        return null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        super.visitMemberReference(reference, none);
        ask(reference.getName().toString(), reference.getQualifierExpression());
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
        super.visitNewClass(made, none);
        about(attribution.type(new TreePath(getCurrentPath(), made.getIdentifier())), true);
        ask(null, null);
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        super.visitMethodInvocation(call, none);
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath method = new TreePath(getCurrentPath(), select);
            about(attribution.type(new TreePath(method, select.getExpression())), false);
        }
        ask(null, null);
        return null;
    }

    /**
     * Takes note of a member that is there, or nearly.
     *
     * @param name as written; null where there is none, or it was looked at already
     * @param asked whose member it is
     */
    private void ask(String name, Tree asked) {
        Element element = attribution.trees().getElement(getCurrentPath());
        if (!isHere() || element == null) {
            return;
        }
        if (element.asType().getKind() != TypeKind.ERROR && !(element instanceof TypeElement)) {
            named.forEach((simple, type) -> {
                if (!tellsNothing(element) && !isWrong() && has(type, element.getEnclosingElement())) {
                    used.add(simple);
                }
            });
        } else if (name != null) {
            TypeMirror owner = attribution.type(new TreePath(getCurrentPath(), asked));
            Element holder = owner == null ? null : attribution.types().asElement(owner);
            named.forEach((simple, type) -> {
                boolean near = type.equals(holder)
                        && attribution.elements().getAllMembers(type).stream()
                                .anyMatch(
                                        member -> isNear(member.getSimpleName().toString(), name));
                if (near) {
                    slips.add(simple);
                }
            });
        }
    }

    /** Whether an error lies in what is looked at: javac then takes the member for the one that was meant. */
    private boolean isWrong() {
        int start = attribution.start(getCurrentPath());
        int end = end();
        return errors.stream().anyMatch(error -> start <= error.position() && error.position() < end);
    }

    private int end() {
        return (int) attribution
                .trees()
                .getSourcePositions()
                .getEndPosition(
                        getCurrentPath().getCompilationUnit(), getCurrentPath().getLeaf());
    }

    /** Whether most classes have such a member: one of each object, or a constructor without parameters. */
    private static boolean tellsNothing(Element member) {
        boolean plain = member.getKind() == ElementKind.CONSTRUCTOR
                && ((ExecutableElement) member).getParameters().isEmpty();
        return plain || member.getEnclosingElement().toString().equals("java.lang.Object");
    }

    private boolean has(TypeElement type, Element holder) {
        return holder instanceof TypeElement
                && attribution
                        .types()
                        .isSubtype(
                                attribution.types().erasure(type.asType()),
                                attribution.types().erasure(holder.asType()));
    }

    /** Takes note of where something is asked of such a class. */
    private void about(TypeMirror asked, boolean made) {
        Element type = asked == null ? null : attribution.types().asElement(asked);
        named.forEach((simple, one) -> {
            if (one.equals(type)) {
                int start = attribution.start(getCurrentPath());
                places.add(new Place(simple, start, end(), made));
            }
        });
    }

    /** Whether one word is the other with a letter changed, added or left out. */
    private static boolean isNear(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || a.length() < 3) {
            return a.equalsIgnoreCase(b);
        }
        int start = 0;
        while (start < a.length() && start < b.length() && same(a, start, b, start)) {
            start++;
        }
        int end = 0;
        while (end < a.length() - start
                && end < b.length() - start
                && same(a, a.length() - 1 - end, b, b.length() - 1 - end)) {
            end++;
        }
        return a.length() - start - end <= 1 && b.length() - start - end <= 1;
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
