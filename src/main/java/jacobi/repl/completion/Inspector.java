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
import jacobi.display.Html;
import jacobi.repl.Inspection;
import jacobi.repl.javac.Attribution;
import jacobi.repl.library.Library;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.DeclaredType;
import jacobi.repl.session.Method;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import jacobi.source.Brackets;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Describes the name at the cursor: signature, documentation, and for a live variable its value. */
public final class Inspector {
    private final Session session;
    private final Function<Variable, String> inShort;
    private final Function<Variable, String> atLength;
    private final List<Library> libraries;
    private Library undocumented;

    /**
     * @param inShort a live variable's value on one line
     * @param atLength its class and value, on as many lines as it takes
     * @param libraries those the session has added
     */
    public Inspector(
            Session session,
            Function<Variable, String> inShort,
            Function<Variable, String> atLength,
            List<Library> libraries) {
        this.session = session;
        this.inShort = inShort;
        this.atLength = atLength;
        this.libraries = libraries;
    }

    /** The library of what was described, if nothing but its classes tell of it. */
    public Optional<Library> undocumented() {
        return Optional.ofNullable(undocumented);
    }

    /**
     * @param detail 1 to add what a reader asks who asks twice: a value at length, the source where it is known, else
     *     what compiled classes tell
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
            String line = variable.shortType() + " " + variable.name() + " = " + inShort.apply(variable);
            add(line, text, html);
            if (detail > 0) {
                add(atLength.apply(variable), text, html);
            }
        }
        if (variable == null && !member && ofCells(name.text(), detail, text, html)) {
            if (detail > 0 && session.names().type(name.text()) != null) {
                resolve(source, name).ifPresent(found -> addOutline(found.element, found.attribution, text, html));
            }
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

    /** The name the cursor is in or after; inside the parentheses of a call, the name of what is called. */
    private static Token nameAt(String source, int position) {
        List<Token> tokens = Lexer.tokens(source);
        for (Token token : tokens) {
            boolean name = token.isWord() && !SourceVersion.isKeyword(token.text());
            if (name && token.start() <= position && position <= token.end()) {
                return token;
            }
        }
        List<Token> before =
                tokens.stream().filter(token -> token.start() < position).toList();
        int call = Brackets.of(before).open().stream()
                .filter(token -> token.is("("))
                .mapToInt(before::indexOf)
                .max()
                .orElse(0);
        return call > 0 && before.get(call - 1).isWord() ? before.get(call - 1) : null;
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

    /**
     * A comment below its signature: the first sentence right there, where a page's narrow tooltip shows it, and the
     * rest.
     */
    private static void comment(Comment comment, List<String> text, StringBuilder html) {
        comment(comment, List.of(), text, html);
    }

    private static void comment(Comment comment, List<String> overloads, List<String> text, StringBuilder html) {
        if (comment != null) {
            String sentence = comment.firstSentence();
            if (!sentence.isEmpty()) {
                text.add(sentence);
            }
            html.append("<div>").append(comment.html()).append("</div>");
        }
        if (!overloads.isEmpty()) {
            text.add("");
            overloads.forEach(overload -> add(overload, text, html));
        }
        if (comment != null && !comment.rest().isEmpty()) {
            text.add("\n" + comment.rest());
        }
    }

    private static void add(String code, List<String> text, StringBuilder html) {
        text.add(code);
        html.append("<pre>").append(Html.escape(code)).append("</pre>");
    }

    private static void addOutline(Element element, Attribution attribution, List<String> text, StringBuilder html) {
        add("\n" + String.join("\n", Outline.of(element, attribution)), text, html);
    }

    private Optional<Found> resolve(String source, Token name) {
        // A method without its parentheses, or a type alone, is no expression: then as one it would be.
        String closed = Cursor.at(source, name.end()).closed();
        String before = source.substring(0, name.start());
        for (String attempt : List.of(
                source,
                closed.replace(Cursor.MARK, name.text()),
                closed.replace(Cursor.MARK, name.text() + "()"),
                closed.replace(Cursor.MARK, name.text() + "(" + Cursor.MARK + ")"),
                before.isBlank() || before.stripTrailing().matches("(?s).*[;{}(,=.]")
                        ? before + name.text() + ".class"
                        : "")) {
            if (!attempt.isEmpty()) {
                CellAnalysis probe = session.probe(Cell.of(0, attempt));
                Element element = find(probe, name);
                if (element != null) {
                    return Optional.of(new Found(element, probe.attribution()));
                }
            }
        }
        return made(before, name);
    }

    /** What {@code new Linear}, without its brackets, makes: the class's first constructor, if cells may call one. */
    private Optional<Found> made(String before, Token name) {
        String stem = before.stripTrailing();
        if (!stem.matches("(?s)(?:.*\\W)?new")) {
            return Optional.empty();
        }
        String spaces = " ".repeat(before.length() - stem.length() + "new".length());
        CellAnalysis probe = session.probe(
                Cell.of(0, stem.substring(0, stem.length() - "new".length()) + spaces + name.text() + ".class"));
        Element type = find(probe, name);
        return type == null
                ? Optional.empty()
                : Optional.of(new Found(
                        type.getEnclosedElements().stream()
                                .map(Element.class::cast)
                                .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR && !isHidden(member))
                                .findFirst()
                                .orElse(type),
                        probe.attribution()));
    }

    private void describe(String source, Token name, int detail, List<String> text, StringBuilder html) {
        resolve(source, name).ifPresent(found -> describe(found.element, found.attribution, detail, text, html));
    }

    private void describe(Element element, Attribution attribution, int detail, List<String> text, StringBuilder html) {
        if (element.getKind().isField()
                || element.getKind() == ElementKind.LOCAL_VARIABLE
                || element.getKind() == ElementKind.PARAMETER) {
            if (text.isEmpty()) {
                add(Signature.declaration(element, null, attribution.types()), text, html);
            }
            Element type = attribution.types().asElement(element.asType());
            if (element.getKind() == ElementKind.FIELD && !isOfCell(element)) {
                document(element, List.of(), attribution, detail, text, html);
            } else if (type != null) {
                add(Signature.declaration(type, null, attribution.types()), text, html);
                document(type, List.of(), attribution, 0, text, html);
                if (detail > 0) {
                    addOutline(type, attribution, text, html);
                }
            }
            return;
        }
        List<String> signatures = overloads(element).stream()
                .map(overload -> Signature.declaration(overload, null, attribution.types()))
                .toList();
        if (signatures.isEmpty()) {
            return;
        }
        add(signatures.get(0), text, html);
        document(element, signatures.subList(1, signatures.size()), attribution, detail, text, html);
    }

    private static boolean isOfCell(Element element) {
        return element.getEnclosingElement().toString().startsWith("cells.");
    }

    /** The element itself first, then those of the same name. */
    private static List<Element> overloads(Element element) {
        List<Element> all = new ArrayList<>();
        if (!isHidden(element)) {
            all.add(element);
        }
        if (element instanceof ExecutableElement) {
            for (Element other : element.getEnclosingElement().getEnclosedElements()) {
                if (other instanceof ExecutableElement
                        && !other.equals(element)
                        && !isHidden(other)
                        && other.getSimpleName().equals(element.getSimpleName())) {
                    all.add(other);
                }
            }
        }
        return all;
    }

    /** Whether a library keeps a member to itself. */
    private static boolean isHidden(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        return member instanceof ExecutableElement
                && !modifiers.contains(Modifier.PUBLIC)
                && !modifiers.contains(Modifier.PROTECTED)
                && !isOfCell(member);
    }

    private void document(
            Element element,
            List<String> overloads,
            Attribution attribution,
            int detail,
            List<String> text,
            StringBuilder html) {
        Documentation.Found found = Documentation.of(element, attribution.elements(), libraries);
        undocumented = Documentation.lacking(element, libraries);
        comment(found.comment() == null ? null : new Comment(found.comment()), overloads, text, html);
        if (detail > 0 && found.source() != null) {
            text.add("");
            add(found.source(), text, html);
        } else if (detail > 0) {
            addOutline(element, attribution, text, html);
        }
    }

    private record Found(Element element, Attribution attribution) {}

    private static Element find(CellAnalysis probe, Token name) {
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
        return element;
    }
}
