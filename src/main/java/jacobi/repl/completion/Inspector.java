package jacobi.repl.completion;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.Inspection;
import jacobi.repl.javac.Attribution;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.DeclaredType;
import jacobi.repl.session.Method;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import jacobi.repl.source.Cell;
import jacobi.repl.source.Lexer;
import jacobi.repl.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Describes the name at the cursor: signature, documentation, and for a live variable its value. */
public final class Inspector {
    private final Session session;
    private final Function<Variable, String> values;

    /**
     * @param values a live variable's value in short
     */
    public Inspector(Session session, Function<Variable, String> values) {
        this.session = session;
        this.values = values;
    }

    /**
     * @param detail 1 to add the source where it is known
     */
    public Inspection inspect(String source, int position, int detail) {
        Token name = nameAt(source, position);
        if (name == null) {
            return Inspection.NONE;
        }
        boolean member = source.substring(0, name.start()).stripTrailing().endsWith(".");
        Variable variable = member ? null : session.names().variable(name.text());
        List<String> text = new ArrayList<>();
        StringBuilder html = new StringBuilder();
        if (variable != null) {
            String line = variable.shortType() + " " + variable.name() + " = " + values.apply(variable);
            text.add(line);
            html.append("<pre>").append(escape(line)).append("</pre>");
        }
        if (variable == null && !member && ofCells(name.text(), detail, text, html)) {
            return new Inspection(true, String.join("\n", text), html.toString());
        }
        describe(source, name, detail, text, html);
        return text.isEmpty() ? Inspection.NONE : new Inspection(true, String.join("\n", text), html.toString());
    }

    /** A place in the name that {@link #inspect} describes for a cursor; the cursor itself where there is none. */
    public static int place(String source, int position) {
        Token name = nameAt(source, position);
        return name == null ? position : name.end();
    }

    /** The name the cursor is in or behind; inside the parentheses of a call, the name of what is called. */
    private static Token nameAt(String source, int position) {
        List<Token> tokens = Lexer.tokens(source);
        for (Token token : tokens) {
            boolean name = token.isWord() && !SourceVersion.isKeyword(token.text());
            if (name && token.start() <= position && position <= token.end()) {
                return token;
            }
        }
        int depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.start() >= position) {
                continue;
            }
            if (token.is(")")) {
                depth++;
            } else if (token.is("(") && depth-- == 0) {
                return tokens.get(i - 1).isWord() ? tokens.get(i - 1) : null;
            }
        }
        return null;
    }

    private boolean ofCells(String name, int detail, List<String> text, StringBuilder html) {
        for (Method method : session.names().methods(name).values()) {
            add(method.head() + "   // " + method.cell().title(), text, html);
            comment(Comment.above(method.cell().source(), method.part().start()), text, html);
            if (detail > 0) {
                add(method.part().span().of(method.cell().source()), text, html);
            }
        }
        DeclaredType type = session.names().type(name);
        if (type != null) {
            add(type.kind() + " " + type.name() + "   // " + type.cell().title(), text, html);
            comment(Comment.above(type.cell().source(), type.part().start()), text, html);
            add(type.text(), text, html);
        }
        return !text.isEmpty();
    }

    private static void comment(Comment comment, List<String> text, StringBuilder html) {
        if (comment != null) {
            text.add("\n" + comment.text());
            html.append("<div>").append(comment.html()).append("</div>");
        }
    }

    private static void add(String code, List<String> text, StringBuilder html) {
        text.add(code);
        html.append("<pre>").append(escape(code)).append("</pre>");
    }

    private void describe(String source, Token name, int detail, List<String> text, StringBuilder html) {
        // A method without its parentheses, or a type alone, is no expression: then as one it would be.
        String closed = Cursor.at(source, name.end()).closed();
        String before = source.substring(0, name.start());
        CellAnalysis probe = null;
        Found found = null;
        for (String attempt : List.of(
                source,
                closed.replace(Cursor.MARK, name.text()),
                closed.replace(Cursor.MARK, name.text() + "()"),
                closed.replace(Cursor.MARK, name.text() + "(" + Cursor.MARK + ")"),
                before.isBlank() || before.stripTrailing().matches("(?s).*[;{}(,=]")
                        ? before + name.text() + ".class"
                        : "")) {
            if (found == null && !attempt.isEmpty()) {
                probe = session.probe(Cell.of(0, attempt));
                found = find(probe, name);
            }
        }
        if (found == null) {
            return;
        }
        Attribution attribution = probe.attribution();
        Element element = found.element;
        if (element.getKind().isField()
                || element.getKind() == ElementKind.LOCAL_VARIABLE
                || element.getKind() == ElementKind.PARAMETER) {
            if (text.isEmpty()) {
                add(Signature.declaration(element, null, attribution.types()), text, html);
            }
            Element type = attribution.types().asElement(element.asType());
            if (element.getKind() == ElementKind.FIELD && !isOfCell(element)) {
                document(element, attribution, detail, text, html);
            } else if (type != null) {
                add(Signature.declaration(type, null, attribution.types()), text, html);
                document(type, attribution, 0, text, html);
            }
            return;
        }
        for (Element overload : overloads(element)) {
            add(Signature.declaration(overload, null, attribution.types()), text, html);
        }
        document(element, attribution, detail, text, html);
    }

    private static boolean isOfCell(Element element) {
        return element.getEnclosingElement().toString().startsWith("cells.");
    }

    /** The element itself first, then those of the same name. */
    private static List<Element> overloads(Element element) {
        List<Element> all = new ArrayList<>(List.of(element));
        if (element instanceof ExecutableElement) {
            for (Element other : element.getEnclosingElement().getEnclosedElements()) {
                if (other instanceof ExecutableElement
                        && !other.equals(element)
                        && other.getSimpleName().equals(element.getSimpleName())) {
                    all.add(other);
                }
            }
        }
        return all;
    }

    private static void document(
            Element element, Attribution attribution, int detail, List<String> text, StringBuilder html) {
        Documentation.Found found = Documentation.of(element, attribution.elements());
        comment(found.comment() == null ? null : new Comment(found.comment()), text, html);
        if (detail > 0 && found.source() != null) {
            text.add("");
            add(found.source(), text, html);
        }
    }

    private record Found(Element element) {}

    private static Found find(CellAnalysis probe, Token name) {
        int position = probe.unit().fromCell(name.start());
        CompilationUnitTree unit = probe.attribution().units().get(probe.unit().name());
        if (position < 0 || unit == null) {
            return null;
        }
        TreePath[] found = new TreePath[1];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void none) {
                if (start(tree) == position) {
                    Tree outer = getCurrentPath().getParentPath().getLeaf();
                    boolean made = outer instanceof NewClassTree creation && creation.getIdentifier() == tree;
                    found[0] = made ? getCurrentPath().getParentPath() : getCurrentPath();
                }
                return super.visitIdentifier(tree, none);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void none) {
                if (end(tree) == position + name.text().length()
                        && tree.getIdentifier().contentEquals(name.text())) {
                    found[0] = getCurrentPath();
                }
                return super.visitMemberSelect(tree, none);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree tree, Void none) {
                if (end(tree) == position + name.text().length()) {
                    found[0] = getCurrentPath();
                }
                return super.visitMemberReference(tree, none);
            }

            @Override
            public Void visitErroneous(ErroneousTree tree, Void none) {
                return scan(tree.getErrorTrees(), none);
            }

            private long start(Tree tree) {
                return probe.attribution().trees().getSourcePositions().getStartPosition(unit, tree);
            }

            private long end(Tree tree) {
                return probe.attribution().trees().getSourcePositions().getEndPosition(unit, tree);
            }
        }.scan(unit, null);
        if (found[0] == null) {
            return null;
        }
        Element element = probe.attribution().trees().getElement(found[0]);
        boolean unknown = element == null
                || element.asType().getKind() == TypeKind.ERROR
                || element.getKind() == ElementKind.PACKAGE
                || element instanceof TypeElement type && type.asType().getKind() == TypeKind.ERROR;
        if (unknown) {
            element = new MethodByName(probe.attribution(), unit).find(found[0]);
        }
        return element == null ? null : new Found(element);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
