package jacobi.repl.magic;

import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell cut into code, magics, commands to the system's shell and JShell's commands, in order; code keeps its lines,
 * those of others being blank.
 */
public final class MagicCell {
    /** A question about a name, as Python's: no Java, since a function is no value. */
    private static final Pattern HELP =
            Pattern.compile("(?m)^\\h*help\\h*\\(\\h*\"?([\\p{L}\\p{N}_.%]*)\"?\\h*\\)\\h*;?\\h*$");

    private static final Pattern OWN_HELP = Pattern.compile("[\\p{L}\\p{N}_\\]>]\\s+help\\s*\\(");
    private static final Pattern VALUE = Pattern.compile("=\\s*%\\p{L}");
    private static final Pattern SUSPECTS = Pattern.compile("(?m)^\\h*(?:%%?\\p{L}|!|/[a-z!?])|" + VALUE);
    /** What could be Java's negation of a name's value, and its name. */
    private static final Pattern NEGATION = Pattern.compile("!\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)(?!\\S*[(.])");

    private static final Pattern SHELL = Pattern.compile("![\\p{L}\\p{N}_~./$\\\\].*");

    /** What a magic that is a value becomes. */
    private static final String LINE_MAGIC = "jacobi.repl.magic.Words.lineMagic(";

    private MagicCell() {}

    /** A piece of a cell. */
    public sealed interface Piece {}

    public record Code(String source) implements Piece {}

    /**
     * @param name without its signs; {@code system} of a line for the shell, of JShell's commands the magic's for it
     * @param start where the line starts in the cell
     */
    public record Command(String name, String arguments, String body, boolean ofCell, int start) implements Piece {

        /** The name as it was typed. */
        String signed() {
            return (ofCell ? "%%" : "%") + name;
        }
    }

    /** Whether there is anything that may be a magic; a cheap question, asked of every cell. */
    public static boolean suspected(String source) {
        return (source.indexOf('%') >= 0 || source.indexOf('!') >= 0 || source.indexOf('/') >= 0)
                && SUSPECTS.matcher(source).find();
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
     * @param known whether cells have declared a name
     */
    public static List<Piece> pieces(String source, boolean help, Predicate<String> known) {
        List<Piece> pieces = new ArrayList<>();
        int codeStart = 0;
        int at = 0;
        while (at < source.length()) {
            int end = source.indexOf('\n', at);
            end = end < 0 ? source.length() : end;
            String line = source.substring(at, end).strip();
            boolean ofCell = line.startsWith("%%") && source.substring(0, at).isBlank();
            Command command = null;
            if (ofCell) {
                command = magic(line.substring(2), blank(source, Math.min(end + 1, source.length())), true, at);
            } else if (mayStart(line) && endsStatement(source.substring(codeStart, at))) {
                String code = code(pieces) + source.substring(codeStart, at);
                command = command(
                        line, at, help, name -> known.test(name) || words(code).contains(name));
            }
            if (command != null) {
                addCode(pieces, source, codeStart, at);
                pieces.add(command);
                codeStart = ofCell ? source.length() : end;
                end = codeStart;
            }
            at = end + 1;
        }
        addCode(pieces, source, codeStart, source.length());
        return pieces;
    }

    private static boolean mayStart(String line) {
        return !line.isEmpty() && "%!/".indexOf(line.charAt(0)) >= 0 || line.startsWith("help");
    }

    /** What a line commands, or null where it is code. */
    private static Command command(String line, int start, boolean help, Predicate<String> known) {
        Matcher question = HELP.matcher(line);
        if (help && question.matches()) {
            return new Command("help", question.group(1), "", false, start);
        }
        if (line.startsWith("%")) {
            return magic(line.substring(1), "", false, start);
        }
        if (SHELL.matcher(line).matches()) {
            Matcher negation = NEGATION.matcher(line);
            boolean java = negation.lookingAt() ? known.test(negation.group(1)) : isCall(line);
            return java ? null : new Command("system", line.substring(1).strip(), "", false, start);
        }
        return JShellWords.is(line) ? JShellWords.command(line, start) : null;
    }

    /** Whether {@code !} stands before a call or a member, as in {@code !list.isEmpty()}, and no program. */
    private static boolean isCall(String line) {
        return line.matches("!\\s*[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*\\(.*");
    }

    private static Command magic(String text, String body, boolean ofCell, int start) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return null;
        }
        int space = 0;
        while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
            space++;
        }
        return new Command(text.substring(0, space), text.substring(space).strip(), body, ofCell, start);
    }

    private static String code(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece instanceof Code code ? code.source() : "")
                .collect(Collectors.joining());
    }

    private static Set<String> words(String code) {
        return Lexer.tokens(code).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .collect(Collectors.toSet());
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
            pieces.add(new Code(called(blank(source.substring(0, end), start))));
        }
    }

    /** The code with magics that are values, as in {@code List<String> jars = %jars lib/*.jar}, called by a method. */
    private static String called(String code) {
        if (!VALUE.matcher(code).find()) {
            return code;
        }
        StringBuilder text = new StringBuilder();
        int copied = 0;
        List<Token> tokens = Lexer.tokens(code);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("=")
                    && tokens.get(i + 1).is("%")
                    && tokens.get(i + 2).isWord()) {
                int start = tokens.get(i + 1).start();
                int end = code.indexOf('\n', start);
                end = end < 0 ? code.length() : end;
                if (start < copied) {
                    continue;
                }
                String[] words = code.substring(start + 1, end)
                        .strip()
                        .replaceFirst("\\s*;$", "")
                        .split("\\s+", 2);
                text.append(code, copied, start)
                        .append(LINE_MAGIC)
                        .append(literal(words[0]))
                        .append(", ")
                        .append(literal(words.length > 1 ? words[1] : ""))
                        .append(");");
                copied = end;
            }
        }
        return text.append(code.substring(copied)).toString();
    }

    /** A text as Java writes it. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The text with everything before {@code start} blank, so that what follows keeps its line. */
    private static String blank(String source, int start) {
        return source.substring(0, start).replaceAll("[^\n]", " ") + source.substring(start);
    }
}
