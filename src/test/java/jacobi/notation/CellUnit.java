package jacobi.notation;

import jacobi.source.Lexer;
import jacobi.source.Node;
import jacobi.source.Parser;
import jacobi.source.Unreadable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The class a cell becomes: its methods and types static members, its statements one method, its last expression what
 * that returns; with the places its parts went.
 */
final class CellUnit {

    private record Run(int unit, int start, int end) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final String cell;
    private final JavaFileObject file;

    CellUnit(List<String> imports, String name, String cell) {
        this.cell = cell;
        List<Node> directives = new ArrayList<>();
        List<Node> members = new ArrayList<>();
        List<Node> statements = new ArrayList<>();
        for (Node item : items()) {
            boolean directive = cell.startsWith("import ", item.start());
            (directive ? directives : isMember(item) ? members : statements).add(item);
        }
        text.append("package cells;\n");
        directives.forEach(d -> copy(d).append('\n'));
        imports.forEach(line -> text.append(line).append('\n'));
        text.append("public class ").append(name).append(" extends jacobi.notation.Variables {\n");
        for (Node member : members) {
            boolean fixed = cell.substring(member.start(), member.end()).matches("(?s)[\\w\\s@]*\\bstatic\\b.*");
            text.append(fixed ? "" : "static ");
            copy(member).append('\n');
        }
        text.append("public static Object run() throws Throwable {\n");
        boolean value = false;
        for (Node statement : statements) {
            value = statement == statements.get(statements.size() - 1) && isValue(statement);
            text.append(value ? "Object $value = " : "");
            copy(statement).append(value ? ";\nreturn $value;" : "\n");
        }
        text.append(value ? "}}" : "return null; }}");
        file = new SimpleJavaFileObject(URI.create("string:///cells/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private List<Node> items() {
        try {
            return Parser.parse(cell, Lexer.endingIn(cell)).children();
        } catch (Unreadable e) {
            return List.of(new Node.Other(0, cell.length(), List.of()));
        }
    }

    private boolean isMember(Node item) {
        return item instanceof Node.Method
                || item instanceof Node.Scope
                        && !cell.substring(item.start(), item.end()).matches("(?s)(for|try|switch|\\{|\\w+ *->|\\().*");
    }

    /** Whether a statement is an expression without its semicolon. */
    private boolean isValue(Node statement) {
        char last = cell.charAt(statement.end() - 1);
        boolean variable = statement.children().stream().anyMatch(Node.Local.class::isInstance)
                && !cell.substring(statement.start(), statement.end()).contains(" instanceof ");
        boolean block = statement instanceof Node.Scope
                || statement instanceof Node.Other && last == '}' && !cell.startsWith("new ", statement.start());
        return last != ';' && !variable && !block;
    }

    private StringBuilder copy(Node part) {
        runs.add(new Run(text.length(), part.start(), part.end()));
        return text.append(cell, part.start(), part.end());
    }

    JavaFileObject file() {
        return file;
    }

    int toCell(long position) {
        for (Run run : runs) {
            if (position >= run.unit && position <= run.unit + run.end - run.start) {
                return (int) (position - run.unit + run.start);
            }
        }
        return cell.length();
    }

    int toUnit(int position, boolean end) {
        for (Run run : runs) {
            if (position >= run.start && (position < run.end || end && position == run.end)) {
                return position - run.start + run.unit;
            }
        }
        return -1;
    }
}
