package jacobi.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the sources say: the messages they ask for, all their texts, and the sentences outside the catalogue: in
 * exceptions, in any other text of two words, and in what figures and tables show of one word.
 *
 * <p>It reads single texts and sums of texts. It does not see a single word that a method returns and another shows, a
 * text put together by a loop or {@code String.format}, what stands in resources (scripts, drawings, help pages), and
 * the texts of patterns, which are compared and not shown.
 */
record MessageScan(List<MessageUse> uses, List<MessageUse.Loose> loose, Set<String> texts) {
    /** What no student meets: it tells of a fault of Jacobi's own, or of another program's. */
    private static final Pattern OWN_FAULTS = Pattern.compile("jacobi\\.(language|wire|tensor\\.cpu)(\\..*)?");

    /** What a page sends wrongly is told in the log of the kernel, to those who make pages. */
    private static final Pattern LOG = Pattern.compile("(DatePicker|Kind|Link|Models|Property|Widget)\\.java");

    /** What these are given is compared with something, or goes to the log. */
    private static final Set<String> COMPARING = Set.of(
            "compile",
            "contains",
            "endsWith",
            "equals",
            "indexOf",
            "lookingAt",
            "matched",
            "matches",
            "replaceAll",
            "replaceFirst",
            "report",
            "split",
            "startsWith",
            "unreadable");

    /** What these are given stands in a figure, a table or on a console. */
    private static final Set<String> SHOWING = Set.of(
            "Animator",
            "Diagram",
            "ProgressBoard",
            "Table",
            "label",
            "legend",
            "note",
            "println",
            "setTaskName",
            "title",
            "xlabel",
            "ylabel",
            "zlabel");

    /** Not for readers: code, pages and drawings, and lists of words of a language. */
    private static final Pattern CODE =
            Pattern.compile("(?s).*(<[a-z/!?]|[;{}]|\\bimport |\\b(catch|argmax|instanceof|sgn|Sans)\\b).*");

    /** Words of Python's, of matplotlib's and of PyTorch's, which are the same in every language, and of javac's. */
    private static final Set<String> OTHERS = Set.of(
            "(java.util.function.BiFunction<jacobi.tensor.Tensor, jacobi.tensor.Tensor, Object>) ",
            "DejaVu Sans, Verdana, sans-serif",
            "DejaVu Sans, Verdana, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif",
            "<class 'jacobi.frame.DataFrame'>\n\nData columns (total  columns):\n\ndtypes: \nmemory usage: ",
            "<All keys matched successfully>",
            "Parameter containing:\n",
            "ankle boot",
            "bad operand types for binary operator '%s'%n  first type:  %s%n  second type: %s",
            "bad operand types for operator '%s'%n  first type:  %s%n  second type: %s",
            "boolean byte char double float int long short void String",
            " has private access in ",
            "illegal start of expression",
            "true false null",
            "extra bold",
            "offset points",
            "offset pixels",
            "outside right upper",
            "long dashed",
            "loosely dashed",
            "kernel subshells",
            "time traveller",
            "echo inside",
            "jacobi exercise ",
            "no such cell",
            "double square(double a) {",
            "whos variable",
            "whos method",
            "whos type",
            "name url",
            "an earlier cell",
            "this cell",
            "a type",
            "a name",
            "an index",
            "a parameter",
            "a closed bracket",
            "the end of the cell",
            "else if",
            "first, second",
            "jacobi: ",
            "center",
            "left",
            "right",
            "first",
            "second",
            "$\\nabla f$");

    /** What cannot happen, or is caught again: no reader sees it. */
    private static final Set<String> UNSEEN = Set.of(
            "javac wrote no classes",
            "nobody waits for what this thread compiles",
            "javac listed this class file",
            "every text is a version",
            "a library is a file",
            "text in memory is read and written",
            "a file has an address",
            "no room is left, and the garbage collector finds none",
            "A unit is kept in memory.",
            "jacobi.err.used.early",
            "a column of text is read a second time",
            "a source in memory is always readable",
            "a PDF in memory cannot fail to be written",
            "a JPEG in memory cannot fail to be written",
            "a GIF in memory cannot fail to be written",
            "this class is cloneable",
            "an image is one mark",
            "a text is one mark",
            "no such marker: ",
            "elements still open: ",
            "a field that was made accessible is",
            "a method that was made accessible is",
            "the jar holds ",
            "made accessible above",
            "the jar holds kernel.json",
            "a code source has a valid address",
            "a warm-up cell did not end",
            "cannot find symbol\n  symbol: method (...)",
            "made accessible below",
            "IJava's kernel base 2.3.0 has DisplayData.",
            "nobody interrupts this thread",
            " needs code",
            "a StringWriter does not fail",
            "a drawing in memory cannot fail to be written",
            "an array takes all bytes",
            "the JDK's parser has no option set that it could lack",
            "it was made accessible",
            "a cell's variable is a field of its unit",
            "a (, ) matrix at  with steps  and  does not lie within  elements",
            "modules are cloneable",
            "a data set became shorter while it was read");

    static MessageScan of(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        MessageScan scan = new MessageScan(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(folder)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.java"))
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                scan.new Reader(Trees.instance(task), unit).scan(unit, null);
            }
        }
        return scan;
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final String name;
        /** Whether what is read now was read already, or is not for readers. */
        private boolean quiet;
        /** Whether what is read now stands in a figure or table. */
        private boolean showing;

        Reader(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
            String file = unit.getSourceFile().getName();
            name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        }

        private int line(Tree tree) {
            return (int)
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            String method = call.getMethodSelect().toString();
            String word = method.substring(method.lastIndexOf('.') + 1);
            if ((method.equals("say") || method.endsWith("Say.say"))
                    && !call.getArguments().isEmpty()) {
                List<String> names = new ArrayList<>();
                for (int i = 1; i < call.getArguments().size(); i += 2) {
                    if (call.getArguments().get(i) instanceof LiteralTree text
                            && text.getValue() instanceof String argument) {
                        names.add(argument);
                    }
                }
                keys(call.getArguments().get(0))
                        .forEach(key -> uses.add(new MessageUse(name + ":" + line(call), key, names)));
            }
            scan(call.getMethodSelect(), none);
            inside(
                    call.getArguments(),
                    quiet || word.equals("say") || COMPARING.contains(word),
                    SHOWING.contains(word) || showing && word.equals("of"));
            return null;
        }

        private void inside(List<? extends Tree> arguments, boolean silent, boolean shown) {
            boolean wasQuiet = quiet;
            boolean wasShowing = showing;
            quiet = silent;
            // A list of names is shown as a name is.
            showing = shown;
            scan(arguments, null);
            quiet = wasQuiet;
            showing = wasShowing;
        }

        /** The keys a call may ask for: one, or those of both branches. */
        private Stream<String> keys(ExpressionTree key) {
            if (key instanceof ParenthesizedTree inner) {
                return keys(inner.getExpression());
            }
            if (key instanceof ConditionalExpressionTree either) {
                return Stream.concat(keys(either.getTrueExpression()), keys(either.getFalseExpression()));
            }
            return key instanceof LiteralTree text && text.getValue() instanceof String found
                    ? Stream.of(found)
                    : Stream.empty();
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            String type = made.getIdentifier().toString();
            String home = unit.getPackageName().toString();
            if (type.matches(".*(Exception|Error)")
                    && !type.equals("AssertionError")
                    && !OWN_FAULTS.matcher(home).matches()
                    && !LOG.matcher(name).matches()) {
                made.getArguments().forEach(argument -> {
                    String text = written(argument);
                    if (isSentence(text) && !UNSEEN.contains(text)) {
                        loose.add(new MessageUse.Loose(name, line(argument), text));
                    }
                });
            }
            boolean failure = type.matches(".*(Exception|Error)");
            inside(made.getArguments(), quiet || failure || type.equals("Thread"), SHOWING.contains(type));
            scan(made.getClassBody(), none);
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree text, Void none) {
            if (text.getValue() instanceof String written) {
                texts.add(written);
                check(text, written);
            }
            return null;
        }

        /** A sum of texts is read as one; what it puts between them on its own. */
        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            if (!written(sum).isEmpty()) {
                check(sum, written(sum));
                boolean old = quiet;
                quiet = true;
                super.visitBinary(sum, none);
                quiet = old;
                return null;
            }
            return super.visitBinary(sum, none);
        }

        private void check(Tree tree, String text) {
            boolean prose = text.matches("(?s).*[a-z]{2,}[,:]? [a-z]{2,}.*")
                    && !CODE.matcher(text).matches();
            if (!quiet
                    && (prose || showing && text.matches("(?s).*[a-z]{3,}.*"))
                    && !OWN_FAULTS.matcher(unit.getPackageName().toString()).matches()
                    && !LOG.matcher(name).matches()
                    && !OTHERS.contains(text)
                    && !UNSEEN.contains(text)) {
                loose.add(new MessageUse.Loose(name, line(tree), text));
            }
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void none) {
            return null;
        }

        /** What is written out in an expression that makes a text, without the calls in it. */
        private String written(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal) {
                return literal.getValue() instanceof String text ? text : "";
            }
            if (expression instanceof ParenthesizedTree inner) {
                return written(inner.getExpression());
            }
            if (expression instanceof BinaryTree sum) {
                return written(sum.getLeftOperand()) + written(sum.getRightOperand());
            }
            return expression instanceof ConditionalExpressionTree either
                    ? written(either.getTrueExpression()) + " " + written(either.getFalseExpression())
                    : "";
        }

        private static boolean isSentence(String text) {
            return text.matches("(?s).*[a-z]{2,}\\W+[a-z]{2,}.*");
        }
    }
}
