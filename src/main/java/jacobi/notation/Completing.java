package jacobi.notation;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Node;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A cell with a cursor in it, made readable: a name stands for the word at the cursor, and what is open is closed. */
final class Completing {

    /** A name no cell has. */
    private static final String WORD = "$cursor";

    private final String source;
    private final int cursor;
    private final int start;
    private final int end;

    Completing(String source, int cursor) {
        this.source = source;
        this.cursor = cursor;
        int from = cursor;
        while (from > 0 && Character.isJavaIdentifierPart(source.charAt(from - 1))) {
            from--;
        }
        int to = cursor;
        while (to < source.length() && Character.isJavaIdentifierPart(source.charAt(to))) {
            to++;
        }
        start = from;
        end = to;
    }

    /** The first text of several that can be parsed, read; the source itself where none can. */
    Notation.Point point(Function<String, Node.Cell> parser, BiFunction<String, Node.Cell, String> reader) {
        for (String text : texts()) {
            Node.Cell cell = parser.apply(text);
            if (cell != null) {
                String plain = reader.apply(text, cell);
                int at = plain.indexOf(WORD);
                if (at >= 0) {
                    String word = source.substring(start, end);
                    return new Notation.Point(
                            plain.substring(0, at) + word + plain.substring(at + WORD.length()), at + cursor - start);
                }
            }
        }
        return new Notation.Point(source, cursor);
    }

    /** The whole cell with the word replaced, with a semicolon put in after it, and only as far as the cursor. */
    private List<String> texts() {
        String before = source.substring(0, start) + WORD;
        String rest = source.substring(end);
        List<String> texts = new ArrayList<>(List.of(before + rest, before + ";" + rest));
        texts.add(before + closing(before));
        return texts;
    }

    private static String closing(String text) {
        List<Token> open = Brackets.of(Lexer.tokens(text)).open();
        StringBuilder closing = new StringBuilder();
        boolean ended = false;
        for (int i = open.size() - 1; i >= 0; i--) {
            boolean block = open.get(i).is("{");
            closing.append(block && !ended ? ";" : "").append(Brackets.closing(open.get(i)));
            ended = block;
        }
        return closing.toString();
    }
}
