package jacobi.source;

import java.util.List;
import java.util.Set;

/** One top-level piece of a cell. Positions are UTF-16 indices into the cell. */
public sealed interface Part {

    Span span();

    /** The names it mentions, its own among them. */
    Set<String> words();

    default int start() {
        return span().start();
    }

    default int end() {
        return span().end();
    }

    /** A stretch of the cell. */
    record Span(int start, int end) {
        public boolean contains(int position) {
            return start <= position && position < end;
        }

        public String of(String source) {
            return source.substring(start, end);
        }
    }

    /**
     * @param text the line without comments and needless blanks, ending in a semicolon
     */
    record Import(Span span, Set<String> words, String text) implements Part {

        private static final String STATIC = "import static ";

        /** The simple name a single-type import brings, or null. */
        public String simpleName() {
            String name = name();
            boolean single = !name.endsWith("*") && !name.contains(" ") && !isStatic();
            return single ? name.substring(name.lastIndexOf('.') + 1) : null;
        }

        /** The package whose types a line as {@code import java.util.*;} brings, or null. */
        public String packageName() {
            String name = name();
            return name.endsWith(".*") && !isStatic() ? name.substring(0, name.length() - ".*".length()) : null;
        }

        /** What stands before the semicolon, as {@code java.util.*}; empty where nothing does. */
        public String name() {
            int end = text.length() - 1;
            return text.substring(Math.min((isStatic() ? STATIC : "import ").length(), end), end);
        }

        private boolean isStatic() {
            return text.startsWith(STATIC);
        }
    }

    /**
     * A line as {@code package lecture;}, which means nothing in a cell and is left out.
     *
     * @param name what stands between, without blanks
     */
    record Package(Span span, Set<String> words, String name) implements Part {}

    /** A declaration that may live on beside others and be compiled again. */
    sealed interface Declaration extends Part {
        String name();

        /** Modifiers that mean nothing at the top of a cell and are left out. */
        List<Span> dropped();
    }

    /** A class, interface, enum, record or annotation. */
    record TypeDeclaration(Span span, Set<String> words, String name, List<Span> dropped) implements Declaration {}

    /**
     * @param head from the type parameters or the result's type up to the body
     * @param parameters between the parentheses
     * @param body with its braces; empty where there is none
     */
    record MethodDeclaration(
            Span span, Set<String> words, String name, List<Span> dropped, Span head, Span parameters, Span body)
            implements Declaration {}

    /**
     * One or more variables of one declaration.
     *
     * @param inferred whether the type is {@code var}
     * @param isFinal whether it says {@code final}
     */
    record VariableDeclaration(
            Span span, Set<String> words, boolean inferred, boolean isFinal, Span type, List<Declarator> declarators)
            implements Part {}

    /**
     * @param dimensions brackets after the name, usually empty
     * @param initializer null where there is none
     */
    record Declarator(String name, Span nameSpan, String dimensions, Span initializer) {}

    /**
     * @param terminated whether it ends in its semicolon or brace
     */
    record Statement(Span span, Set<String> words, boolean terminated) implements Part {}

    /**
     * The last line of a cell when no semicolon ends it: the cell's value.
     *
     * @param maybeStatement whether it is a statement after all if it turns out to have no value
     */
    record Value(Span span, Set<String> words, boolean maybeStatement) implements Part {}
}
