package jacobi.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Which brackets of a text belong together. */
public final class Brackets {
    private final List<Token> tokens;
    private final int[] partners;

    private Brackets(List<Token> tokens) {
        this.tokens = tokens;
        partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        Deque<Integer> opened = new ArrayDeque<>();
        for (int i = 0; i < partners.length; i++) {
            Token token = tokens.get(i);
            if (token.opens()) {
                opened.push(i);
            } else if (token.closes() && opened.stream().anyMatch(o -> belong(tokens.get(o), token))) {
                while (!belong(tokens.get(opened.peek()), token)) {
                    opened.pop();
                }
                partners[i] = opened.peek();
                partners[opened.pop()] = i;
            }
        }
    }

    /** The brackets among {@code tokens}. */
    public static Brackets of(List<Token> tokens) {
        return new Brackets(tokens);
    }

    private static boolean belong(Token opening, Token closing) {
        return closing.is(closing(opening));
    }

    /** The index of the other half of the bracket at {@code i}; -1 where it has none. */
    public int partner(int i) {
        return partners[i];
    }

    /** The index after the bracket that opens at {@code i}: the end where nothing closes it. */
    public int after(int i) {
        return partners[i] < 0 ? tokens.size() : partners[i] + 1;
    }

    /** The brackets that nothing closes, the outermost first. */
    public List<Token> open() {
        List<Token> open = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0 && tokens.get(i).opens()) {
                open.add(tokens.get(i));
            }
        }
        return open;
    }

    /** What closes a bracket. */
    public static String closing(Token opening) {
        return opening.is("(") ? ")" : opening.is("[") ? "]" : "}";
    }
}
