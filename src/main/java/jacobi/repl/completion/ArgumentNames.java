package jacobi.repl.completion;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import jacobi.notation.Notation;
import jacobi.repl.Completions.Match;
import jacobi.repl.javac.Attribution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The names an argument may be given by in notation, as {@code dim=} in {@code A.sum(dim=1)}. */
final class ArgumentNames {
    private final Attribution attribution;
    private final Map<String, Match> found = new LinkedHashMap<>();

    private ArgumentNames(Attribution attribution) {
        this.attribution = attribution;
    }

    /**
     * The names that go on from {@code word}, which stands as an argument of its own at {@code here}; none elsewhere.
     */
    static List<Match> at(TreePath here, String word, Attribution attribution) {
        TreePath call = here == null ? null : here.getParentPath();
        if (call == null
                || !(call.getLeaf() instanceof MethodInvocationTree made)
                || !made.getArguments().contains(here.getLeaf())) {
            return List.of();
        }
        Set<String> given = new HashSet<>();
        for (ExpressionTree argument : made.getArguments()) {
            if (argument instanceof AssignmentTree named) {
                given.add(named.getVariable().toString());
            }
        }
        ArgumentNames names = new ArgumentNames(attribution);
        List<ExecutableElement> methods = new MethodByName(attribution, call.getCompilationUnit())
                .all(new TreePath(call, made.getMethodSelect()));
        int positions = made.getArguments().indexOf(here.getLeaf()) - given.size();
        methods.stream().filter(ArgumentNames::isNamed).forEach(method -> names.parameters(method, positions, given));
        methods.stream().filter(ArgumentNames::isNamed).forEach(names::setters);
        return names.found.entrySet().stream()
                .filter(name -> name.getKey().toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))
                        && !given.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isNamed(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && Notation.takesNames(owner.getQualifiedName().toString());
    }

    /** Those that are not given yet by their positions, if the method takes as many. */
    private void parameters(ExecutableElement method, int positions, Set<String> given) {
        List<? extends VariableElement> parameters = method.getParameters();
        String owner = method.getEnclosingElement().toString();
        for (VariableElement parameter :
                parameters.subList(Math.min(positions, parameters.size()), parameters.size())) {
            String name = parameter.getSimpleName().toString();
            if (given.stream().noneMatch(g -> Notation.isNameOf(g, name))) {
                Notation.argumentNames(owner, name).forEach(offered -> add(offered, parameter.asType()));
            }
        }
    }

    /** What the result is asked to be by a method of one argument, as a figure by {@code xlabel}. */
    private void setters(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        Element result = attribution.types().asElement(type);
        boolean ofValue = !method.getModifiers().contains(Modifier.STATIC);
        // A method that gives a value of the kind it is asked of sets nothing on it: x.reshape(...) has no option sum.
        if (!(result instanceof TypeElement made)
                || ofValue
                        && attribution
                                .types()
                                .isSubtype(
                                        type,
                                        attribution
                                                .types()
                                                .erasure(method.getEnclosingElement()
                                                        .asType()))
                || !Notation.takesNames(made.getQualifiedName().toString())) {
            return;
        }
        for (Element member : attribution.elements().getAllMembers(made)) {
            if (member.getKind() == ElementKind.METHOD
                    && member instanceof ExecutableElement setter
                    && !setter.getModifiers().contains(Modifier.STATIC)
                    && setter.getParameters().size() == 1
                    && Notation.isSetting(setter.getSimpleName().toString())
                    && attribution.types().isAssignable(type, setter.getReturnType())
                    && Notation.takesNames(setter.getReturnType().toString())) {
                add(
                        setter.getSimpleName().toString().replaceFirst("_$", ""),
                        setter.getParameters().get(0).asType());
            }
        }
    }

    private void add(String name, TypeMirror type) {
        found.putIfAbsent(name, new Match(name + "=", "param", Signature.of(type)));
    }
}
