package jacobi.repl.completion;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobi.repl.Completions;
import jacobi.repl.Completions.Match;
import jacobi.repl.javac.Attribution;
import jacobi.repl.session.CellAnalysis;
import jacobi.repl.session.Method;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds what may stand at the cursor by attributing the text up to it. */
public final class Completer {
    private static final int MOST = 400;
    private static final List<String> KEYWORDS = List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "yield");

    /** What only a type can follow. */
    private static final Set<String> BEFORE_TYPES = Set.of("new", "extends", "implements", "throws", "instanceof");

    private final Session session;
    private final Function<Variable, String> values;
    private final boolean namedArguments;

    /**
     * @param values a live variable's value in short
     * @param namedArguments whether arguments may be given by name
     */
    public Completer(Session session, Function<Variable, String> values, boolean namedArguments) {
        this.session = session;
        this.values = values;
        this.namedArguments = namedArguments;
    }

    /**
     * Completes text: what a function's first argument may be, else a file name; null where the cursor is in no text.
     *
     * @param texts by the function's name
     */
    public static Completions inText(String source, int position, Map<String, Supplier<List<Match>>> texts) {
        Token literal = Cursor.at(source, position).literal();
        if (literal == null) {
            return null;
        }
        int start = literal.start() + 1;
        List<Token> before = Lexer.tokens(source.substring(0, literal.start()));
        int open = before.size() - 1;
        boolean first =
                open > 0 && before.get(open).is("(") && before.get(open - 1).isWord();
        Supplier<List<Match>> known = first ? texts.get(before.get(open - 1).text()) : null;
        return known == null
                ? Paths.complete(source, start, position)
                : new Completions(
                        start,
                        position,
                        known.get().stream()
                                .filter(match -> match.text().startsWith(source.substring(start, position)))
                                .toList());
    }

    /** Whether the word at the cursor begins an argument of a call, or what else stands in brackets. */
    public static boolean isArgument(String source, int position) {
        String before = Cursor.at(source, position).before();
        return before.equals("(") || before.equals(",");
    }

    /** Completes the file name that is the last word of a magic's line. */
    public static Completions path(String source, int position) {
        int from = position;
        while (from > 0 && !Character.isWhitespace(source.charAt(from - 1))) {
            from--;
        }
        return Paths.complete(source, from, position);
    }

    /**
     * Completes names and members.
     *
     * @return null where the value before the dot has no type Java knows
     */
    public Completions complete(String source, int position) {
        Cursor cursor = Cursor.at(source, position);
        List<Match> matches = inImport(cursor);
        if (matches == null) {
            CellAnalysis probe = session.probe(Cell.of(0, cursor.closed()));
            TreePath here = find(probe);
            matches = cursor.isMember()
                    ? members(probe.attribution(), here, cursor)
                    : names(probe.attribution(), here, cursor);
        }
        if (matches == null) {
            return null;
        }
        Map<String, Match> distinct = new LinkedHashMap<>();
        matches.forEach(match -> distinct.putIfAbsent(match.text(), match));
        return new Completions(
                cursor.start(),
                cursor.end(),
                distinct.values().stream().limit(MOST).toList());
    }

    private List<Match> inImport(Cursor cursor) {
        String line =
                cursor.source().substring(cursor.source().lastIndexOf('\n', cursor.start() - 1) + 1, cursor.start());
        if (!line.strip().startsWith("import ")) {
            return null;
        }
        String start = line.strip().replaceFirst("^import\\s+(static\\s+)?", "");
        List<Match> matches = new ArrayList<>(MatchingMembers.packages(start, cursor.word(), session.addedPackages()));
        Attribution attribution = session.probe(Cell.of(0, "")).attribution();
        String home = start.isEmpty() ? "" : start.substring(0, start.length() - 1);
        PackageElement known = attribution.elements().getPackageElement(home);
        if (known != null && !home.isEmpty()) {
            matches.addAll(new MatchingMembers(attribution, cursor.word()).ofPackage(known));
        }
        TypeElement type = home.isEmpty() ? null : attribution.elements().getTypeElement(home);
        if (type != null) {
            matches.addAll(new MatchingMembers(attribution, cursor.word()).ofType(type));
        }
        return matches;
    }

    private static TreePath find(CellAnalysis probe) {
        CompilationUnitTree unit = probe.attribution().units().get(probe.unit().name());
        TreePath[] found = new TreePath[1];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void none) {
                keep(tree.getName().toString());
                return super.visitIdentifier(tree, none);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void none) {
                keep(tree.getIdentifier().toString());
                return super.visitMemberSelect(tree, none);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree tree, Void none) {
                keep(tree.getName().toString());
                return super.visitMemberReference(tree, none);
            }

            @Override
            public Void visitErroneous(ErroneousTree tree, Void none) {
                return scan(tree.getErrorTrees(), none);
            }

            private void keep(String name) {
                if (name.equals(Cursor.MARK)) {
                    found[0] = getCurrentPath();
                }
            }
        }.scan(unit, null);
        return found[0];
    }

    private List<Match> members(Attribution attribution, TreePath here, Cursor cursor) {
        ExpressionTree owner = here == null ? null : owner(here.getLeaf());
        if (owner == null) {
            return null;
        }
        TreePath path = new TreePath(here, owner);
        Element element = attribution.trees().getElement(path);
        MatchingMembers members = new MatchingMembers(attribution, cursor.word());
        // The element itself may be missing, or an empty twin of the package in the module of cells.
        PackageElement home = attribution.elements().getPackageElement(owner.toString());
        boolean unknown = element == null || element.asType().getKind() == TypeKind.ERROR;
        if (home != null && (unknown || element instanceof PackageElement)) {
            List<Match> matches =
                    new ArrayList<>(MatchingMembers.packages(owner + ".", cursor.word(), session.addedPackages()));
            matches.addAll(members.ofPackage(home));
            return matches;
        }
        if (element instanceof TypeElement type && type.asType().getKind() != TypeKind.ERROR) {
            List<Match> matches = new ArrayList<>();
            if (here.getLeaf() instanceof MemberReferenceTree) {
                matches.addAll(new MatchingMembers(attribution, cursor.word()).of(type.asType()));
            }
            matches.addAll(members.ofType(type));
            return matches;
        }
        TypeMirror type = attribution.trees().getTypeMirror(path);
        return type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.NONE
                ? null
                : members.of(type);
    }

    private static ExpressionTree owner(Tree member) {
        if (member instanceof MemberSelectTree select) {
            return select.getExpression();
        }
        return member instanceof MemberReferenceTree reference ? reference.getQualifierExpression() : null;
    }

    private List<Match> names(Attribution attribution, TreePath here, Cursor cursor) {
        String prefix = cursor.word().toLowerCase(Locale.ROOT);
        List<Match> matches = new ArrayList<>();
        String before = cursor.before();
        if (BEFORE_TYPES.contains(before)) {
            types(prefix, matches);
            imported(attribution, cursor.word(), matches);
            matches.removeIf(match -> !match.type().equals("class"));
            return matches;
        }
        if (before.equals("case")) {
            matches.addAll(CaseLabels.at(here, cursor.word(), attribution));
        }
        if (namedArguments) {
            matches.addAll(ArgumentNames.at(here, cursor.word(), attribution));
            if (cursor.word().isEmpty() && !matches.isEmpty()) {
                // Of all the names there are, those of the call are worth a list before a letter is typed.
                return matches;
            }
        }
        for (TreePath path = here; path != null; path = path.getParentPath()) {
            locals(attribution, path, prefix, matches);
            if (path.getLeaf() instanceof ClassTree
                    && attribution.trees().getElement(path) instanceof TypeElement type
                    && !type.getEnclosingElement().equals(attribution.elements().getPackageElement(Unit.PACKAGE))) {
                matches.addAll(new MatchingMembers(attribution, cursor.word()).inside(type));
            }
        }
        for (Variable variable : session.names().variables()) {
            if (variable.name().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                String value = values.apply(variable);
                matches.add(new Match(
                        variable.name(), "instance", variable.shortType() + (value.isEmpty() ? "" : " = " + value)));
            }
        }
        for (Method method : session.names().methods()) {
            if (method.name().toLowerCase(Locale.ROOT).startsWith(prefix)
                    && !method.name().startsWith("$")) {
                matches.add(new Match(method.name(), "function", method.head()));
            }
        }
        types(prefix, matches);
        imported(attribution, cursor.word(), matches);
        KEYWORDS.stream()
                .filter(word -> word.startsWith(prefix))
                .forEach(word -> matches.add(new Match(word, "keyword", "")));
        return matches;
    }

    private void types(String prefix, List<Match> matches) {
        session.names().types().stream()
                .filter(type -> type.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .forEach(type -> matches.add(new Match(type.name(), "class", type.kind())));
    }

    /** The variables one level of the code around the cursor declares before it. */
    private static void locals(Attribution attribution, TreePath path, String prefix, List<Match> matches) {
        Tree inner = path.getLeaf();
        TreePath outer = path.getParentPath();
        if (outer == null) {
            return;
        }
        List<Tree> declarations = new ArrayList<>();
        Tree tree = outer.getLeaf();
        if (tree instanceof BlockTree block) {
            declarations.addAll(block.getStatements()
                    .subList(0, Math.max(0, block.getStatements().indexOf(inner))));
        } else if (tree instanceof CaseTree one && one.getStatements() != null) {
            declarations.addAll(one.getStatements()
                    .subList(0, Math.max(0, one.getStatements().indexOf(inner))));
        } else if (tree instanceof LambdaExpressionTree lambda) {
            declarations.addAll(lambda.getParameters());
        } else if (tree instanceof MethodTree method) {
            declarations.addAll(method.getParameters());
        } else if (tree instanceof ForLoopTree loop) {
            declarations.addAll(loop.getInitializer());
        } else if (tree instanceof EnhancedForLoopTree loop) {
            declarations.add(loop.getVariable());
        } else if (tree instanceof TryTree resources) {
            declarations.addAll(resources.getResources());
        } else if (tree instanceof ClassTree type) {
            declarations.addAll(type.getMembers());
        }
        for (Tree declaration : declarations) {
            if (declaration instanceof VariableTree variable
                    && variable.getName().toString().toLowerCase(Locale.ROOT).startsWith(prefix)
                    && !variable.getName().toString().matches("[$<].*")) {
                TypeMirror type = attribution.trees().getTypeMirror(new TreePath(outer, variable));
                matches.add(
                        new Match(variable.getName().toString(), "instance", type == null ? "" : Signature.of(type)));
            } else if (declaration instanceof MethodTree method
                    && method.getName().toString().toLowerCase(Locale.ROOT).startsWith(prefix)
                    && !method.getName().toString().matches("[$<].*")) {
                String list = method.getParameters().stream()
                        .map(Object::toString)
                        .toList()
                        .toString();
                matches.add(new Match(
                        method.getName().toString(),
                        "function",
                        "(" + list.substring(1, list.length() - 1) + ") -> " + method.getReturnType()));
            } else if (declaration instanceof ClassTree type
                    && type.getSimpleName().toString().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                matches.add(new Match(type.getSimpleName().toString(), "class", ""));
            }
        }
    }

    /** Functions and types of the session's imports, and of {@code java.lang}. */
    private void imported(Attribution attribution, String word, List<Match> matches) {
        List<Match> types = new ArrayList<>();
        List<String> lines = new ArrayList<>(session.names().imports());
        lines.add("import java.lang.*;");
        for (String line : lines) {
            List<Token> tokens = Lexer.tokens(line);
            boolean functions = tokens.size() > 1 && tokens.get(1).is("static");
            String name = line.replaceFirst("^\\s*import\\s+(static\\s+)?", "").replaceAll("\\s*;.*$", "");
            String last = name.substring(name.lastIndexOf('.') + 1);
            String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (functions) {
                TypeElement type = attribution.elements().getTypeElement(owner);
                if (type != null
                        && (last.equals("*")
                                || last.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)))) {
                    new MatchingMembers(attribution, last.equals("*") ? word : last)
                            .imported(type).stream()
                                    .filter(match ->
                                            last.equals("*") || match.text().equals(last))
                                    .forEach(matches::add);
                }
            } else if (last.equals("*")) {
                PackageElement home = attribution.elements().getPackageElement(owner);
                // Without a first letter a list of all classes helps nobody.
                if (home != null && !word.isEmpty()) {
                    types.addAll(new MatchingMembers(attribution, word).ofPackage(home));
                }
            } else if (last.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))) {
                types.add(new Match(last, "class", owner));
            }
        }
        // Of String, StringBuilder and StringReader, the shortest name is the one most often meant.
        types.sort(Comparator.comparing((Match type) -> !type.text().startsWith(word))
                .thenComparing(type -> type.text().length()));
        matches.addAll(types);
    }
}
