package jacobi.repl.completion;

import static jacobi.language.Say.say;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import jacobi.repl.Completions.Match;
import jacobi.repl.javac.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a {@code case} may name: the constants of an enum, the types a sealed one permits. */
final class CaseLabels {
    private CaseLabels() {}

    /** The labels that go on from {@code word} after a {@code case} at {@code here}. */
    static List<Match> at(TreePath here, String word, Attribution attribution) {
        ExpressionTree selector = null;
        TreePath path = here;
        while (path != null && selector == null) {
            Tree tree = path.getLeaf();
            selector = tree instanceof SwitchTree statement
                    ? statement.getExpression()
                    : tree instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
            path = selector == null ? path.getParentPath() : path;
        }
        if (selector == null) {
            return List.of();
        }
        TypeMirror type = attribution.trees().getTypeMirror(new TreePath(path, selector));
        if (selector instanceof ParenthesizedTree inner) {
            type = attribution.trees().getTypeMirror(new TreePath(new TreePath(path, selector), inner.getExpression()));
        }
        List<Match> labels = new ArrayList<>();
        if (type != null && attribution.types().asElement(type) instanceof TypeElement element) {
            for (Element member : element.getEnclosedElements()) {
                if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                    labels.add(new Match(
                            member.getSimpleName().toString(),
                            "instance",
                            element.getSimpleName().toString()));
                }
            }
            element.getPermittedSubclasses().forEach(permitted -> {
                String name =
                        attribution.types().asElement(permitted).getSimpleName().toString();
                labels.add(new Match(
                        name, "class", say("completion.caseLabels.permitted", "element", element.getSimpleName())));
            });
        }
        return labels.stream()
                .filter(label -> label.text().toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
