package jacobi.repl.magic;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Splitter;
import jacobi.source.Token;
import jacobi.source.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A script of JShell's, where the end of a line ends a statement that is complete, with or without a semicolon. */
final class JShellScript {
    /** What the next line may go on with. */
    private static final Set<String> GO_ON =
            Set.of((". + - * ** / % = == != < > <= >= && || & | ^ ? : , ) ] } { -> :: else"
                            + " catch finally extends implements throws instanceof += -= *= /=")
                    .split(" "));

    private JShellScript() {}

    /** What is run one after the other, each piece with its lines where they are in the script. */
    static List<String> pieces(String source) {
        List<String> pieces = new ArrayList<>();
        List<Token> tokens = Lexer.tokens(source);
        Brackets brackets = Brackets.of(tokens);
        int start = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            int lineEnd = source.indexOf('\n', token.end());
            if (brackets.depth(i) > 0
                    || lineEnd < 0
                    || lineEnd >= tokens.get(i + 1).start()) {
                continue;
            }
            String piece = source.substring(start, token.end());
            boolean command = isCommand(source, tokens.get(i + 1).start());
            boolean ends = (token.endsOperand() || token.is("}") || token.is("*"))
                    && !GO_ON.contains(tokens.get(i + 1).text())
                    && wantsEnd(piece);
            if (ends || command) {
                pieces.add(blank(source, start, token.end()) + (ends && last(piece) instanceof Part.Import ? ";" : ""));
                start = token.end();
            }
        }
        pieces.add(blank(source, start, source.length()));
        return pieces;
    }

    /** Whether a line is for JShell, or a magic. */
    private static boolean isCommand(String source, int start) {
        int end = source.indexOf('\n', start);
        String line = source.substring(start, end < 0 ? source.length() : end).strip();
        return JShellWords.is(line) || line.matches("%\\p{L}.*");
    }

    /** Whether all that the last part of a piece lacks is its semicolon. */
    private static boolean wantsEnd(String piece) {
        Part part = last(piece);
        boolean complete = part instanceof Part.TypeDeclaration
                || part instanceof Part.MethodDeclaration
                || part instanceof Part.Statement statement && statement.terminated();
        boolean operator = piece.endsWith("*") && !(part instanceof Part.Import);
        String text = part.span().of(piece);
        return !complete && !operator && !isAnnotation(text) && (part instanceof Part.Import || !Unfinished.is(text));
    }

    private static Part last(String piece) {
        List<Part> parts = Splitter.split(piece);
        return parts.get(parts.size() - 1);
    }

    /** An annotation by itself belongs to what the next line declares. */
    private static boolean isAnnotation(String text) {
        List<Token> tokens = Lexer.tokens(text);
        if (!tokens.get(0).is("@")) {
            return false;
        }
        int at = 2;
        while (at + 1 < tokens.size() && tokens.get(at).is(".")) {
            at += 2;
        }
        boolean arguments = at < tokens.size() && tokens.get(at).is("(");
        return (arguments ? Brackets.of(tokens).after(at) : at) >= tokens.size();
    }

    private static String blank(String source, int start, int end) {
        return source.substring(0, start).replaceAll("[^\n]", " ") + source.substring(start, end);
    }
}
