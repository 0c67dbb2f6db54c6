package jacobi.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which brackets of a text belong together. */
public final class Brackets {
    private final List<Token> tokens;
    private final int[] partners;
    private final int[] depths;

    private Brackets(List<Token> tokens) {
        this.tokens = tokens;
        partners = new int[tokens.size()];
        depths = new int[tokens.size()];
        Arrays.fill(partners, -1);
        int[] opened = new int[tokens.size()];
        int depth = 0;
        for (int i = 0; i < partners.length; i++) {
            Token token = tokens.get(i);
            if (token.opens()) {
                opened[depth++] = i;
            } else if (token.closes()) {
                int partner = depth - 1;
                while (partner >= 0 && !token.is(closing(tokens.get(opened[partner])))) {
                    partner--;
                }
                if (partner >= 0) {
                    // What was opened in between, nothing closes.
                    depth = partner;
                    partners[i] = opened[depth];
                    partners[opened[depth]] = i;
                }
            }
            depths[i] = depth;
        }
    }

    /** The brackets among {@code tokens}. */
    public static Brackets of(List<Token> tokens) {
        return new Brackets(tokens);
    }

    /** The index of the other half of the bracket at {@code i}; -1 where it has none. */
    public int partner(int i) {
        return partners[i];
    }

    /** The index after the bracket that opens at {@code i}: the end where nothing closes it. */
    public int after(int i) {
        return partners[i] < 0 ? tokens.size() : partners[i] + 1;
    }

    /** How many brackets are open after the token at {@code i}: one that opens counts, one that closes does not. */
    public int depth(int i) {
        return depths[i];
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
