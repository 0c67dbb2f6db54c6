package jacobi.repl.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import jacobi.source.Lexer;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.List;
import java.util.Map;

/** Gives errors their ends: javac knows those of its first units only, though the trees of all have them. */
final class Spans {
    private final List<Unit> units;
    private final Map<String, CompilationUnitTree> trees;
    private final SourcePositions positions;

    Spans(List<Unit> units, Map<String, CompilationUnitTree> trees, Trees utilities) {
        this.units = units;
        this.trees = trees;
        this.positions = utilities.getSourcePositions();
    }

    CompileError complete(CompileError error) {
        if (error.unit() == null || error.position() < 0 || error.end() > error.position()) {
            return error;
        }
        int end = error.isSyntax() ? endOfToken(error) : endOfTree(error);
        return new CompileError(
                error.unit(),
                error.code(),
                error.start(),
                error.position(),
                Math.max(end, error.position()),
                error.message(),
                error.words());
    }

    private int endOfToken(CompileError error) {
        for (Unit unit : units) {
            if (unit.name().equals(error.unit())) {
                for (Token token : Lexer.tokens(unit.text())) {
                    if (token.end() > error.position()) {
                        return token.start() <= error.position() ? token.end() : error.position();
                    }
                }
            }
        }
        return error.position();
    }

    /** The smallest tree that starts where the error does and reaches beyond its caret. */
    private int endOfTree(CompileError error) {
        CompilationUnitTree unit = trees.get(error.unit());
        long[] best = {Long.MAX_VALUE};
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void none) {
                if (tree != null && positions.getStartPosition(unit, tree) == error.start()) {
                    long end = positions.getEndPosition(unit, tree);
                    if (end > error.position() && end < best[0]) {
                        best[0] = end;
                    }
                }
                return super.scan(tree, none);
            }
        }.scan(unit, null);
        return best[0] == Long.MAX_VALUE ? endOfToken(error) : (int) best[0];
    }
}
