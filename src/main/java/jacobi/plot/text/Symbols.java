package jacobi.plot.text;

import java.util.HashMap;
import java.util.Map;

/** The signs TeX has names for: the character of each, and what it is to its neighbours. */
final class Symbols {
    private static final String[] GREEK = {
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "omicron",
        "pi",
        "rho",
        "varsigma",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega"
    };

    private static final String ORDINARY = "varepsilon ε vartheta ϑ varphi φ varrho ϱ nabla ∇ partial ∂ infty ∞ ell ℓ"
            + " hbar ℏ Re ℜ Im ℑ wp ℘ aleph ℵ top ⊤ bot ⊥ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ldots …"
            + " dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ vert | | ‖ Vert ‖ % % _ _ & & # # $ $ degree ° angle ∠"
            + " triangle △ neg ¬ lnot ¬ backslash \\ imath ı jmath ȷ square □ Box □ blacksquare ■ checkmark ✓ flat ♭"
            + " sharp ♯ natural ♮ surd √ S § P ¶ pounds £ colon :";

    private static final String BINARY = "cdot · times × div ÷ pm ± mp ∓ circ ∘ star ⋆ ast ∗ bullet ∙ dagger † odot ⊙"
            + " otimes ⊗ oplus ⊕ ominus ⊖ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ uplus ⊎ sqcup ⊔ sqcap ⊓"
            + " diamond ⋄";

    private static final String RELATIONS = "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡"
            + " propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → leftarrow ← gets ←"
            + " Rightarrow ⇒ Leftarrow ⇐ implies ⟹ iff ⟺ leftrightarrow ↔ Leftrightarrow ⇔ mapsto ↦ longrightarrow ⟶"
            + " longleftarrow ⟵ Longrightarrow ⟹ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓"
            + " hookrightarrow ↪ hookleftarrow ↩ rightleftharpoons ⇌ leadsto ↝ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖"
            + " perp ⊥ parallel ∥ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯ models ⊨ vdash ⊢ mid | doteq ≐ triangleq ≜ asymp ≍"
            + " lesssim ≲ gtrsim ≳ therefore ∴ because ∵ < < > >";

    private static final String OPEN = "langle ⟨ lfloor ⌊ lceil ⌈ { { lbrace { lbrack [ lVert ‖ lvert |";
    private static final String CLOSE = "rangle ⟩ rfloor ⌋ rceil ⌉ } } rbrace } rbrack ] rVert ‖ rvert |";
    private static final String LARGE =
            "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁" + " bigotimes ⨂ bigodot ⨀";
    private static final String INTEGRALS = "int ∫ iint ∬ iiint ∭ oint ∮";

    private static final String NAMES = "exp log ln lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan"
            + " arg deg det dim gcd hom ker tr rank sgn softmax softplus relu sigmoid KL erf Var Cov";
    private static final String LIMITS = "lim max min sup inf limsup liminf argmax argmin Pr";

    /**
     * A sign.
     *
     * @param large whether it is set larger than letters, with its limits above and below unless it is an integral
     */
    record Sign(String text, Kind kind, boolean large) {}

    private static final Map<String, Sign> BY_NAME = new HashMap<>();
    private static final Map<String, Sign> BY_TEXT = new HashMap<>();

    static {
        add(ORDINARY, Kind.ORDINARY, false);
        add(BINARY, Kind.BINARY, false);
        add(RELATIONS, Kind.RELATION, false);
        add(OPEN, Kind.OPEN, false);
        add(CLOSE, Kind.CLOSE, false);
        add(LARGE, Kind.OPERATOR, true);
        add(INTEGRALS, Kind.OPERATOR, true);
        for (int i = 0; i < GREEK.length; i++) {
            BY_NAME.put(GREEK[i], new Sign(Character.toString('\u03B1' + i), Kind.ORDINARY, false));
            String capital = Character.toUpperCase(GREEK[i].charAt(0)) + GREEK[i].substring(1);
            if (!GREEK[i].equals("varsigma")) {
                BY_NAME.put(capital, new Sign(Character.toString('\u0391' + i), Kind.ORDINARY, false));
            }
        }
        BY_NAME.put("phi", new Sign("\u03D5", Kind.ORDINARY, false));
        BY_TEXT.put("-", new Sign("\u2212", Kind.BINARY, false));
        BY_TEXT.put("\u2212", new Sign("\u2212", Kind.BINARY, false));
        BY_TEXT.put("+", new Sign("+", Kind.BINARY, false));
        BY_TEXT.put("*", new Sign("\u2217", Kind.BINARY, false));
        for (String sign : new String[] {"=", "<", ">", ":"}) {
            BY_TEXT.put(sign, new Sign(sign, Kind.RELATION, false));
        }
        for (String sign : new String[] {"(", "["}) {
            BY_TEXT.put(sign, new Sign(sign, Kind.OPEN, false));
        }
        for (String sign : new String[] {")", "]", "!", "?"}) {
            BY_TEXT.put(sign, new Sign(sign, Kind.CLOSE, false));
        }
        for (String sign : new String[] {",", ";"}) {
            BY_TEXT.put(sign, new Sign(sign, Kind.PUNCTUATION, false));
        }
        for (String sign : new String[] {"|", "‖", "⊥", "."}) {
            BY_TEXT.put(sign, new Sign(sign, Kind.ORDINARY, false));
        }
    }

    private Symbols() {}

    private static void add(String table, Kind kind, boolean large) {
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            Sign sign = new Sign(words[i + 1], kind, large);
            BY_NAME.put(words[i], sign);
            BY_TEXT.put(words[i + 1], sign);
        }
    }

    /** The sign a command names, or null. */
    static Sign named(String name) {
        return BY_NAME.get(name);
    }

    /** The sign a character is; a letter, a digit or anything else is ordinary. */
    static Sign of(String text) {
        Sign sign = BY_TEXT.get(text);
        return sign != null ? sign : new Sign(text, Kind.ORDINARY, false);
    }

    static boolean isIntegral(String text) {
        return INTEGRALS.contains(text);
    }

    /** Whether a command writes its own name in upright letters. */
    static boolean isFunction(String name) {
        return contains(NAMES, name) || hasLimits(name);
    }

    /** Whether a function's subscript stands below it. */
    static boolean hasLimits(String name) {
        return contains(LIMITS, name);
    }

    private static boolean contains(String names, String name) {
        return (" " + names + " ").contains(" " + name + " ");
    }

    /** A letter of the alphabet with doubled strokes; other characters stay. */
    static String doubled(String letter) {
        char c = letter.charAt(0);
        int special = "CHNPQRZ".indexOf(c);
        if (letter.length() > 1 || !(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '1')) {
            return letter;
        }
        return c == '1'
                ? "\uD835\uDFD9"
                : special >= 0
                        ? "ℂℍℕℙℚℝℤ".substring(special, special + 1)
                        : Character.toString(c <= 'Z' ? 0x1D538 + c - 'A' : 0x1D552 + c - 'a');
    }
}
