package jacobi.plot.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The small part of TeX that labels use, read into text: letters in italics, Greek, operators, super- and subscripts,
 * {@code \frac}, {@code \sqrt}, accents and {@code \mathbf}.
 *
 * <p>A dollar sign without a partner is a dollar sign, and a command that is not known stays as it was written.
 */
final class Mathematics {
    private static final Map<String, String> SYMBOLS = symbols();
    private static final Map<String, String> ACCENTS = Map.of(
            "hat", "\u0302", "bar", "\u0304", "tilde", "\u0303", "dot", "\u0307", "ddot", "\u0308", "vec", "\u20D7");

    private final String source;
    private final List<RichText.Run> runs = new ArrayList<>();
    private int at;

    private Mathematics(String source) {
        this.source = source;
    }

    static RichText read(String label) {
        int first = label.indexOf('$');
        if (first < 0) {
            return RichText.plain(label);
        }
        List<RichText.Run> runs = new ArrayList<>();
        int from = 0;
        while (first >= 0) {
            int second = label.indexOf('$', first + 1);
            if (second < 0) {
                break;
            }
            add(runs, label.substring(from, first), false, false, 0);
            Mathematics formula = new Mathematics(label.substring(first + 1, second));
            formula.sequence(0, false, false);
            formula.runs.forEach(run -> add(runs, run.text(), run.italic(), run.bold(), run.level()));
            from = second + 1;
            first = label.indexOf('$', from);
        }
        add(runs, label.substring(from), false, false, 0);
        return new RichText(runs);
    }

    private static void add(List<RichText.Run> runs, String text, boolean italic, boolean bold, int level) {
        if (text.isEmpty()) {
            return;
        }
        RichText.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.italic() == italic && last.bold() == bold && last.level() == level) {
            runs.set(runs.size() - 1, new RichText.Run(last.text() + text, italic, bold, level));
        } else {
            runs.add(new RichText.Run(text, italic, bold, level));
        }
    }

    /** Reads to the end of the formula or of the group. */
    private void sequence(int level, boolean upright, boolean bold) {
        while (at < source.length() && source.charAt(at) != '}') {
            item(level, upright, bold);
        }
    }

    /** Reads one symbol, command or group. */
    private void item(int level, boolean upright, boolean bold) {
        char c = source.charAt(at);
        switch (c) {
            case '{' -> group(level, upright, bold);
            case '^' -> script(level, 1, upright, bold);
            case '_' -> script(level, -1, upright, bold);
            case '\\' -> command(level, upright, bold);
            case ' ' -> at++;
            case '-' -> symbol("\u2212", false, bold, level);
            case '*' -> symbol("\u2217", false, bold, level);
            case '\'' -> symbol("\u2032", false, bold, level);
            case '=', '<', '>', '+' -> symbol(level == 0 ? " " + c + " " : String.valueOf(c), false, bold, level);
            case ',' -> symbol(", ", false, bold, level);
            default -> {
                String text = Character.toString(source.codePointAt(at));
                at += text.length() - 1;
                symbol(text, !upright && Character.isLetter(text.codePointAt(0)) && isLatin(c), bold, level);
            }
        }
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }

    private void symbol(String text, boolean italic, boolean bold, int level) {
        at++;
        add(runs, text, italic, bold, level);
    }

    private void group(int level, boolean upright, boolean bold) {
        at++;
        sequence(level, upright, bold);
        at = Math.min(source.length(), at + 1);
    }

    /** A script of a script becomes the small letters Unicode has, where it has them: two levels are enough to set. */
    private void script(int outer, int level, boolean upright, boolean bold) {
        at++;
        if (at >= source.length()) {
            return;
        }
        if (outer == 0) {
            item(level, upright, bold);
            return;
        }
        List<RichText.Run> before = List.copyOf(runs);
        runs.clear();
        item(outer, upright, bold);
        List<RichText.Run> inner = List.copyOf(runs);
        runs.clear();
        runs.addAll(before);
        for (RichText.Run run : inner) {
            add(runs, small(run.text(), level), false, bold, outer);
        }
    }

    private static String small(String text, int level) {
        String from = "0123456789+\u2212=()in";
        String to = level > 0 ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ" : "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢₙ";
        StringBuilder small = new StringBuilder();
        for (char c : text.toCharArray()) {
            small.append(from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c)));
        }
        return small.toString();
    }

    private void command(int level, boolean upright, boolean bold) {
        int end = at + 1;
        while (end < source.length() && isAsciiLetter(source.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            end = Math.min(source.length(), end + 1);
        }
        String name = source.substring(at + 1, end);
        at = end;
        switch (name) {
            case "mathbf", "boldsymbol", "bm" -> argument(level, true, true);
            case "mathrm", "text", "operatorname" -> argument(level, true, bold);
            case "mathcal", "mathbb", "mathit" -> argument(level, false, bold);
            case "frac" -> {
                argument(level, upright, bold);
                add(runs, "/", false, bold, level);
                argument(level, upright, bold);
            }
            case "sqrt" -> {
                add(runs, "\u221A", false, bold, level);
                argument(level, upright, bold);
            }
            default -> {
                if (ACCENTS.containsKey(name)) {
                    argument(level, upright, bold);
                    accent(ACCENTS.get(name));
                } else {
                    add(runs, SYMBOLS.getOrDefault(name, "\\" + name), false, bold, level);
                }
            }
        }
    }

    private void argument(int level, boolean upright, boolean bold) {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        if (at < source.length()) {
            item(level, upright, bold);
        }
    }

    /** A combining mark stands after its letter, in the same run. */
    private void accent(String mark) {
        if (!runs.isEmpty()) {
            RichText.Run last = runs.remove(runs.size() - 1);
            runs.add(new RichText.Run(last.text() + mark, last.italic(), last.bold(), last.level()));
        }
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Map<String, String> symbols() {
        Map<String, String> map = new TreeMap<>();
        String[] greek = {
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
        for (int i = 0; i < greek.length; i++) {
            map.put(greek[i], Character.toString('\u03B1' + i));
            String capital = Character.toUpperCase(greek[i].charAt(0)) + greek[i].substring(1);
            map.put(capital, Character.toString('\u0391' + i));
        }
        map.remove("Varsigma");
        map.put("varepsilon", "\u03B5");
        map.put("vartheta", "\u03D1");
        map.put("varphi", "\u03C6");
        String[] functions = {"exp", "log", "ln", "sin", "cos", "tan", "tanh", "max", "min", "arg", "lim", "det", "Pr"};
        for (String function : functions) {
            map.put(function, function + "\u200A");
        }
        String[] signs = {
            "nabla ∇",
            "partial ∂",
            "infty ∞",
            "sum ∑",
            "prod ∏",
            "int ∫",
            "ell ℓ",
            "top ⊤",
            "forall ∀",
            "exists ∃",
            "emptyset ∅",
            "ldots …",
            "cdots ⋯",
            "prime ′",
            "circ ∘",
            "langle ⟨",
            "rangle ⟩",
            "mid |",
            "quad \u2003",
            "| ‖",
            "{ {",
            "} }",
            ", \u2009",
            "; \u2005",
            ": \u2005",
            "% %",
            "_ _",
            "& &",
            "# #",
            "\\ \u00A0",
            "degree °",
            "star ⋆",
            "dagger †",
            "angle ∠"
        };
        for (String sign : signs) {
            int space = sign.indexOf(' ');
            map.put(sign.substring(0, space), sign.substring(space + 1));
        }
        String[] relations = {
            "cdot ·",
            "times ×",
            "div ÷",
            "pm ±",
            "leq ≤",
            "le ≤",
            "geq ≥",
            "ge ≥",
            "neq ≠",
            "ne ≠",
            "approx ≈",
            "sim ∼",
            "equiv ≡",
            "propto ∝",
            "in ∈",
            "notin ∉",
            "subset ⊂",
            "subseteq ⊆",
            "cup ∪",
            "cap ∩",
            "to →",
            "rightarrow →",
            "leftarrow ←",
            "Rightarrow ⇒",
            "mapsto ↦",
            "odot ⊙",
            "otimes ⊗",
            "oplus ⊕",
            "perp ⊥",
            "parallel ∥"
        };
        for (String relation : relations) {
            int space = relation.indexOf(' ');
            map.put(relation.substring(0, space), " " + relation.substring(space + 1) + " ");
        }
        return map;
    }
}
