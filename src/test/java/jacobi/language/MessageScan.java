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

/** What the sources say: the messages they ask for, all their texts, and the sentences of exceptions outside the catalogue. */
record MessageScan(List<MessageUse> uses, List<MessageUse.Loose> loose, Set<String> texts) {
    /** What no student meets: it tells of a fault of Jacobi's own, or of another program's. */
    private static final Pattern OWN_FAULTS = Pattern.compile("jacobi\\.(language|wire|widget|tensor\\.cpu)(\\..*)?");

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
            "the table  cannot be read from the jar",
            "the table of colour maps cannot be read from the jar",
            "the table of colours cannot be read from the jar",
            "a field that was made accessible is",
            "a method that was made accessible is",
            "the jar holds help/.md",
            "the jar holds prelude.txt",
            "made accessible above",
            "the jar holds kernel.json",
            "a code source has a valid address",
            "a warm-up cell did not end",
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
            return super.visitMethodInvocation(call, none);
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
                    && !OWN_FAULTS.matcher(home).matches()) {
                made.getArguments().forEach(argument -> {
                    String text = written(argument);
                    if (isSentence(text) && !UNSEEN.contains(text)) {
                        loose.add(new MessageUse.Loose(name, line(argument), text));
                    }
                });
            }
            return super.visitNewClass(made, none);
        }

        @Override
        public Void visitLiteral(LiteralTree text, Void none) {
            if (text.getValue() instanceof String written) {
                texts.add(written);
            }
            return null;
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
