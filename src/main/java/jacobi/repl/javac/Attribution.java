package jacobi.repl.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What javac found out about some units.
 *
 * @param parsed whether the trees hold types; after an error of the parser they do not
 */
public record Attribution(
        List<CompileError> errors,
        boolean parsed,
        Map<String, CompilationUnitTree> units,
        Trees trees,
        Elements elements,
        Types types) {

    /** The members of a unit's class: variables with their types, methods. */
    public List<Element> members(Unit unit) {
        List<Element> members = new ArrayList<>();
        var type = elements.getTypeElement(unit.qualifiedName());
        if (type != null) {
            members.addAll(type.getEnclosedElements());
        }
        return members;
    }

    /** The types of parameters without their arguments, as {@code (int,java.util.List)}; what tells overloads apart. */
    public String erasure(ExecutableElement method) {
        StringBuilder text = new StringBuilder("(");
        for (var parameter : method.getParameters()) {
            text.append(text.length() > 1 ? "," : "").append(types.erasure(parameter.asType()));
        }
        return text.append(')').toString();
    }

    /**
     * Visits the local variables declared at the top level of methods of the unit's class and of those nested in it.
     *
     * @param methodName what the names of the methods begin with
     */
    public void locals(Unit unit, String methodName, BiConsumer<VariableTree, TreePath> action) {
        CompilationUnitTree tree = units.get(unit.name());
        if (tree == null) {
            return;
        }
        for (Tree type : tree.getTypeDecls()) {
            if (type instanceof ClassTree unitClass) {
                locals(unitClass, new TreePath(new TreePath(tree), unitClass), methodName, action);
            }
        }
    }

    private static void locals(
            ClassTree type, TreePath path, String methodName, BiConsumer<VariableTree, TreePath> action) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                    && method.getName().toString().startsWith(methodName)) {
                TreePath body = new TreePath(new TreePath(path, method), method.getBody());
                for (StatementTree statement : method.getBody().getStatements()) {
                    if (statement instanceof VariableTree variable) {
                        action.accept(variable, new TreePath(body, variable));
                    }
                }
            } else if (member instanceof ClassTree nested) {
                locals(nested, new TreePath(path, nested), methodName, action);
            }
        }
    }

    /** The type of a field of a class by its qualified name; null where there is none. */
    public TypeMirror fieldType(String className, String field) {
        TypeElement type = elements.getTypeElement(className);
        if (type != null) {
            for (Element member : type.getEnclosedElements()) {
                if (member.getKind() == ElementKind.FIELD
                        && member.getSimpleName().contentEquals(field)) {
                    return member.asType();
                }
            }
        }
        return null;
    }

    /** Where a tree starts in its unit. */
    public int start(TreePath path) {
        return (int) trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }

    public TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }

    /** The innermost body of a method, constructor or initializer around a position, as {start, end}; or null. */
    public int[] bodyAround(Unit unit, int position) {
        CompilationUnitTree tree = units.get(unit.name());
        int[][] found = new int[1][];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                Tree body = method.getBody();
                if (body != null) {
                    int start = (int) trees.getSourcePositions().getStartPosition(tree, body);
                    int end = (int) trees.getSourcePositions().getEndPosition(tree, body);
                    if (start <= position && position < end) {
                        found[0] = new int[] {start, end};
                    }
                }
                return super.visitMethod(method, none);
            }
        }.scan(tree, null);
        return found[0];
    }

    /** The expressions of a unit by {@link #place}; of several at one place the outermost first. */
    public Map<Long, List<TreePath>> expressions(Unit unit) {
        CompilationUnitTree tree = units.get(unit.name());
        Map<Long, List<TreePath>> found = new HashMap<>();
        SourcePositions positions = trees.getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree node, Void none) {
                if (node instanceof ExpressionTree) {
                    int start = (int) positions.getStartPosition(tree, node);
                    int end = (int) positions.getEndPosition(tree, node);
                    found.computeIfAbsent(place(start, end), any -> new ArrayList<>(1))
                            .add(new TreePath(getCurrentPath(), node));
                }
                return super.scan(node, none);
            }
        }.scan(tree, null);
        return found;
    }

    /** What stands for {@code [start, end)} of a unit in {@link #expressions}. */
    public static long place(int start, int end) {
        return (long) start << Integer.SIZE | end;
    }
}
