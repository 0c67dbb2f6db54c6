package jacobi.exercise;

import static jacobi.language.Say.say;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * How an answer is written: constructs of the cell's syntax tree that must or must not stand in it.
 *
 * <p>{@code loop} is a construct of Java, {@code notation} is a cell that is not plain Java; any
 * other word is a name the cell mentions, such as {@code backward} or {@code cos}. The call of {@code check} itself
 * does not count.
 */
record ConstructCheck(Set<String> required, Set<String> forbidden) implements Check {

    @Override
    public List<Outcome> run(Answer answer, Workshop workshop) {
        if (workshop.cellSource().isEmpty()) {
            return List.of();
        }
        Set<String> found = constructs(workshop.cellSource());
        if (!workshop.cellSource().equals(workshop.typedSource())) {
            found.add("notation");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String word : required) {
            outcomes.add(judge(found.contains(word), "uses " + word, say("exercise.constructCheck.there-none-cell")));
        }
        for (String word : forbidden) {
            outcomes.add(
                    judge(!found.contains(word), "without " + word, say("exercise.constructCheck.there-one-cell")));
        }
        return outcomes;
    }

    private static Outcome judge(boolean passed, String rule, String note) {
        return passed
                ? Outcome.pass(say("exercise.constructCheck.your-cell"), rule)
                : Outcome.fail(say("exercise.constructCheck.your-cell"), rule, "", note);
    }

    /** The constructs and names in a cell, which is parsed as the body of a method and of a class. */
    private static Set<String> constructs(String source) {
        Set<String> found = new TreeSet<>();
        // Declarations of methods parse only in a class, statements only in a method; a missing semicolon is added.
        collect("class Cell {" + source + "\n;}", found);
        collect("class Cell { void cell() {" + source + "\n;} }", found);
        return found;
    }

    private static void collect(String unit, Set<String> found) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Cell.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return unit;
                    }
                };
        JavacTask task = (JavacTask) compiler.getTask(null, null, problem -> {}, null, null, List.of(file));
        try {
            task.parse().forEach(tree -> new Collector().scan(tree, found));
        } catch (IOException e) {
            throw new IllegalStateException("a source in memory is always readable", e);
        }
    }

    private static final class Collector extends TreeScanner<Void, Set<String>> {
        @Override
        public Void visitForLoop(ForLoopTree tree, Set<String> found) {
            found.add("loop");
            return super.visitForLoop(tree, found);
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Set<String> found) {
            found.add("loop");
            return super.visitEnhancedForLoop(tree, found);
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Set<String> found) {
            found.add("loop");
            return super.visitWhileLoop(tree, found);
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Set<String> found) {
            found.add("loop");
            return super.visitDoWhileLoop(tree, found);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Set<String> found) {
            found.add(tree.getName().toString());
            return super.visitIdentifier(tree, found);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Set<String> found) {
            found.add(tree.getIdentifier().toString());
            return super.visitMemberSelect(tree, found);
        }
    }
}
