package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Lexer;
import jacobi.source.Node;
import jacobi.source.Parser;
import jacobi.source.Token;
import jacobi.source.Unreadable;
import java.util.IllegalFormatConversionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The book's tensor expressions, read as plain Java.
 *
 * <p>The law: a cell that Java accepts means exactly what Java says. Only what Java rejects is read as notation, and
 * only where a tensor (or, for indices and slices, a list, a string or an array) is involved. A cell of Java costs a
 * look at its words; a cell of notation usually one compilation more than its plain Java would.
 *
 * <p>Safe for use by several threads.
 */
public final class Notation {

    private final Supplier<Vocabulary> source;
    private Vocabulary vocabulary;

    /** Reads with the words of {@code vocabulary}. */
    public Notation(Vocabulary vocabulary) {
        this(() -> vocabulary);
    }

    /**
     * Reads with the words of a vocabulary that is asked for when a cell first needs it: finding its words loads
     * hundreds of classes, which a first cell of plain Java should not wait for.
     */
    public Notation(Supplier<Vocabulary> vocabulary) {
        source = vocabulary;
    }

    private synchronized Vocabulary vocabulary() {
        if (vocabulary == null) {
            vocabulary = source.get();
        }
        return vocabulary;
    }

    /** Reads a cell as {@link #translate} does. */
    public Reading read(String cell, Compiler<?> compiler) {
        return translate(cell, compiler).reading();
    }

    /**
     * Reads a cell. A cell Java accepts is compiled once; one of notation usually twice.
     *
     * @return its plain Java and what the compiler made of that, or the errors that are left, pointing into the cell as
     *     typed
     */
    public <C extends Compilation> Translation<C> translate(String cell, Compiler<C> compiler) {
        List<Token> tokens = Lexer.endingIn(cell);
        Node.Cell parsed = null;
        Unreadable unread = null;
        if (Forms.suspected(tokens)) {
            try {
                parsed = Parser.parse(cell, tokens);
            } catch (Unreadable e) {
                unread = e;
            }
        }
        if (parsed != null && Forms.isForeign(parsed)) {
            return new Reader<>(cell, parsed, vocabulary(), compiler).read(null);
        }
        C typed = compiler.compile(cell, PositionMap.identity(cell));
        boolean compiled = typed.diagnostics().isEmpty();
        if (unread != null) {
            return asTyped(cell, typed, Unread.syntax(unread, typed.diagnostics()), List.of());
        }
        if (parsed == null && (!compiled || Notes.mayHave(cell, tokens))) {
            parsed = parse(cell, tokens);
        }
        if (compiled || parsed == null) {
            List<String> notes = !compiled || parsed == null
                    ? List.of()
                    : Notes.of(cell, parsed, n -> new int[] {n.start(), n.end()}, typed);
            return asTyped(cell, typed, typed.diagnostics(), notes);
        }
        return new Reader<>(cell, parsed, vocabulary(), compiler).read(Forms.isForeign(parsed) ? null : typed);
    }

    private static <C extends Compilation> Translation<C> asTyped(
            String cell, C typed, List<Diagnostic> errors, List<String> notes) {
        return new Translation<>(new Reading(cell, cell, PositionMap.identity(cell), errors, notes), typed);
    }

    /** The parts of the cell, or null where its syntax is neither Java's nor notation's. */
    private static Node.Cell parse(String cell, List<Token> tokens) {
        try {
            return Parser.parse(cell, tokens);
        } catch (Unreadable e) {
            return null;
        }
    }

    /**
     * The syntax of {@code source} in Java's own forms, types unasked: for judging whether it is complete, and for
     * splitting it into statements. The same text where no form Java lacks is in it. Not meant to compile.
     */
    public Reading outline(String source) {
        List<Token> tokens = Lexer.endingIn(source);
        Node.Cell parsed = parse(source, tokens);
        if (parsed == null || !Forms.isForeign(parsed)) {
            return new Reading(source, source, PositionMap.identity(source), List.of(), List.of());
        }
        return new Reader<>(source, parsed, vocabulary(), null).outline();
    }

    /**
     * A place in plain Java where completion finds what it finds at a cursor in notation.
     *
     * @param plain Java with the word at the cursor as typed
     * @param cursor where in it the cursor is; the word around it is the same as in the cell, so that a replacement
     *     reaches as far to either side
     */
    public record Point(String plain, int cursor) {}

    /**
     * Prepares completion: reads the cell, unfinished as it may be, so that {@code (x + y).su} with the cursor at its
     * end becomes {@code x.add(y).su}. Compiles at least once.
     */
    public Point completing(String source, int cursor, Compiler<?> compiler) {
        return new Completing(source, cursor).point(text -> parse(text, Lexer.endingIn(text)), (text, cell) -> {
            Reader<?> reader = new Reader<>(text, cell, vocabulary(), compiler);
            reader.read(null);
            return reader.reached();
        });
    }

    /**
     * The plain Java of a reading as a file of its own begins with it: after the imports it needs of those the
     * vocabulary was made of.
     */
    public String withImports(String plain) {
        return vocabulary().importsOf(Lexer.endingIn(plain)) + plain;
    }

    /** Whether arguments of the methods of a class, by its qualified name, may be given by name. */
    public static boolean takesNames(String type) {
        return Vocabulary.isOwn(type);
    }

    /** The names completion offers for a parameter of a method of {@code owner}, best first. */
    public static List<String> argumentNames(String owner, String parameter) {
        return Vocabulary.offered(owner, parameter);
    }

    /** Whether an argument of the name {@code given} is for a parameter. */
    public static boolean isNameOf(String given, String parameter) {
        return Vocabulary.spellings(given).contains(parameter);
    }

    /**
     * Whether a method, by its name, may stand as a named argument of a call that returns its class, as a figure's
     * {@code xlabel}.
     */
    public static boolean isSetting(String method) {
        return Vocabulary.isSetting(method);
    }

    /** What to add to the message of {@code thrown}, where a student may have expected Python's meaning. */
    public static Optional<String> advice(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof IllegalFormatConversionException format
                && format.getArgumentClass().getName().equals(Rewriter.TENSOR)) {
            return Optional.of(
                    say("notation.notation.formats-java-number-tensor", "conversion", format.getConversion()));
        }
        if (thrown instanceof ClassCastException
                && message.matches("class java.lang.(Double|Long) cannot be cast to "
                        + "class java.lang.(Integer|Long|Float|Double) .*")) {
            return Optional.of(say("notation.notation.java-casts-number-unknown"));
        }
        return thrown instanceof ArrayIndexOutOfBoundsException && message.startsWith("Index -")
                ? Optional.of(say("notation.notation.array-index-java-starts"))
                : Optional.empty();
    }
}
