package jacobi.repl.magic;

import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell cut into code and magics, in order; code keeps its lines, those of others being blank. */
public final class MagicCell {
    /** A question about a name, as Python's: no Java, since a function is no value. */
    private static final Pattern HELP =
            Pattern.compile("(?m)^\\h*help\\h*\\(\\h*\"?([\\p{L}\\p{N}_.%]*)\"?\\h*\\)\\h*;?\\h*$");

    private static final Pattern OWN_HELP = Pattern.compile("[\\p{L}\\p{N}_\\]>]\\s+help\\s*\\(");

    private MagicCell() {}

    /** A piece of a cell. */
    public sealed interface Piece {}

    public record Code(String source) implements Piece {}

    /**
     * @param start where the line starts in the cell
     */
    public record Command(String name, String arguments, String body, boolean ofCell, int start) implements Piece {}

    /** Whether there is any line that may be a magic; a cheap question, asked of every cell. */
    public static boolean suspected(String source) {
        for (int i = source.indexOf('%'); i >= 0; i = source.indexOf('%', i + 1)) {
            if (source.substring(source.lastIndexOf('\n', i) + 1, i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line asks {@code help(name)} in a cell that declares no such method. */
    public static boolean asksForHelp(String source) {
        return source.contains("help")
                && HELP.matcher(source).find()
                && !OWN_HELP.matcher(source).find();
    }

    /**
     * The pieces of a cell.
     *
     * @param help whether {@code help(name)} is a magic, as it is where no cell has declared a method of that name
     */
    public static List<Piece> pieces(String source, boolean help) {
        List<Piece> pieces = new ArrayList<>();
        int codeStart = 0;
        int at = 0;
        while (at < source.length()) {
            int end = source.indexOf('\n', at);
            end = end < 0 ? source.length() : end;
            String line = source.substring(at, end).strip();
            Matcher question = HELP.matcher(line);
            if (help && question.matches() && endsStatement(source.substring(codeStart, at))) {
                addCode(pieces, source, codeStart, at);
                pieces.add(new Command("help", question.group(1), "", false, at));
                codeStart = end;
                at = end + 1;
                continue;
            }
            boolean ofCell = line.startsWith("%%");
            boolean magic = line.length() > (ofCell ? 2 : 1)
                    && line.startsWith("%")
                    && Character.isLetter(line.charAt(ofCell ? 2 : 1))
                    && (ofCell ? source.substring(0, at).isBlank() : endsStatement(source.substring(codeStart, at)));
            if (magic) {
                addCode(pieces, source, codeStart, at);
                String text = line.substring(ofCell ? 2 : 1);
                int space = 0;
                while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
                    space++;
                }
                String body = ofCell ? blank(source, Math.min(end + 1, source.length())) : "";
                pieces.add(new Command(
                        text.substring(0, space), text.substring(space).strip(), body, ofCell, at));
                codeStart = ofCell ? source.length() : end;
                at = codeStart;
            }
            at = Math.max(at, end) + 1;
        }
        addCode(pieces, source, codeStart, source.length());
        return pieces;
    }

    /** In {@code a\n % b} the sign is an operator: a magic stands only where a statement could start. */
    private static boolean endsStatement(String code) {
        List<Token> tokens = Lexer.tokens(code);
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.is(";") || last.is("}");
    }

    private static void addCode(List<Piece> pieces, String source, int start, int end) {
        if (!source.substring(start, end).isBlank()) {
            pieces.add(new Code(blank(source.substring(0, end), start)));
        }
    }

    /** The text with everything before {@code start} blank, so that what follows keeps its line. */
    private static String blank(String source, int start) {
        return source.substring(0, start).replaceAll("[^\n]", " ") + source.substring(start);
    }
}
