package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the formatter leaves as it is: it breaks no comments and texts, and adds no braces. */
class SourceTextTest {
    /** As .editorconfig has it. */
    private static final int WIDTH = 120;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void linesKeepToTheWidthOfALine() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int read = 0;
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            read += lines.size();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > WIDTH) {
                    tooLong.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(read).isGreaterThan(100_000);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void whatALoopOrAConditionRunsStandsInBraces() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Bodies bodies = new Bodies();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources()));
            bodies.trees = Trees.instance(task);
            task.parse().forEach(unit -> bodies.scan(unit, unit));
        }
        assertThat(bodies.read).isGreaterThan(10_000);
        assertThat(bodies.bare).isEmpty();
    }

    /** Finds the statements of loops and conditions that stand without braces. */
    private static final class Bodies extends TreeScanner<Void, CompilationUnitTree> {
        private final List<String> bare = new ArrayList<>();
        private Trees trees;
        private int read;

        private void check(StatementTree body, CompilationUnitTree unit) {
            read++;
            if (body != null && !(body instanceof BlockTree) && !(body instanceof EmptyStatementTree)) {
                long start = trees.getSourcePositions().getStartPosition(unit, body);
                bare.add(
                        unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start));
            }
        }

        @Override
        public Void scan(Tree tree, CompilationUnitTree unit) {
            if (tree instanceof IfTree choice) {
                check(choice.getThenStatement(), unit);
                if (!(choice.getElseStatement() instanceof IfTree)) {
                    check(choice.getElseStatement(), unit);
                }
            } else if (tree instanceof ForLoopTree loop) {
                check(loop.getStatement(), unit);
            } else if (tree instanceof EnhancedForLoopTree loop) {
                check(loop.getStatement(), unit);
            } else if (tree instanceof WhileLoopTree loop) {
                check(loop.getStatement(), unit);
            } else if (tree instanceof DoWhileLoopTree loop) {
                check(loop.getStatement(), unit);
            }
            return super.scan(tree, unit);
        }
    }
}
