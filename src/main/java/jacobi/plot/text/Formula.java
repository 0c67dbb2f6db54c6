package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the mathematics of labels, as TeX writes it, and sets it: after chapter 17 and appendix G of Knuth's
 * <i>The TeXbook</i>, with the measures of the figures' font.
 *
 * <p>It has no errors: a command that is not known stays as it was written, and a brace without a partner ends with
 * the formula.
 */
final class Formula {
    /** How much larger than letters sums and integrals are. */
    private static final double LARGE = 1.25;

    private static final double INTEGRAL = 1.5;

    private final TexText tex;

    private Formula(String source) {
        tex = new TexText(source);
    }

    /** The formula between two dollar signs. */
    static TypeBox read(String source, boolean bold) {
        Formula formula = new Formula(source);
        List<TypeBox> parts = new ArrayList<>();
        LetterStyle style = new LetterStyle(0, false, bold, 'n');
        while (!formula.tex.isAtEnd()) {
            parts.add(formula.sequence(style, "}"));
            // A closing brace too many says nothing.
            formula.tex.skip(1);
        }
        return TypeBox.row(parts);
    }

    /** Reads up to one of the words that end it, which stays unread: a brace, {@code &}, {@code \\}, {@code \right}. */
    private TypeBox sequence(LetterStyle style, String... ends) {
        List<Atom> atoms = new ArrayList<>();
        while (!tex.isAtEnd() && !tex.isAtOneOf(ends)) {
            Atom atom = atom(style);
            if (atom != null) {
                atoms.add(scripted(atom, style));
            }
        }
        return Atom.row(atoms, style);
    }

    /** The next part without its scripts; null where nothing is set, as for a blank. */
    private Atom atom(LetterStyle style) {
        switch (tex.next()) {
            case '{' -> {
                return Atom.of(Kind.ORDINARY, group(style));
            }
            case '^', '_' -> {
                return Atom.of(Kind.ORDINARY, TypeBox.EMPTY);
            }
            case '\\' -> {
                return command(style);
            }
            case ' ', '&' -> {
                tex.skip(1);
                return null;
            }
            case '~' -> {
                tex.skip(1);
                return new Atom(null, TypeBox.of(" ", style.size(), false, false), false, false, false);
            }
            case '\'' -> {
                TypeBox primes = TypeBox.of("\u2032".repeat(tex.run('\'')), style.size(), false, style.bold());
                return Atom.of(Kind.ORDINARY, primes);
            }
            default -> {
                return sign(Symbols.of(tex.sign()), style);
            }
        }
    }

    private TypeBox group(LetterStyle style) {
        tex.skip(1);
        TypeBox box = sequence(style, "}");
        tex.skip(1);
        return box;
    }

    /** One letter, one command or one group, as commands take it. */
    private TypeBox argument(LetterStyle style) {
        tex.skipBlanks();
        if (tex.isAtEnd()) {
            return TypeBox.EMPTY;
        }
        Atom atom = atom(style);
        return atom == null ? TypeBox.EMPTY : atom.box();
    }

    private Atom sign(Symbols.Sign sign, LetterStyle style) {
        String text = sign.text();
        if (sign.large()) {
            return large(sign, style);
        }
        int codePoint = text.codePointAt(0);
        boolean letter = Character.isLetter(codePoint);
        if (letter && style.alphabet() == 'c' && codePoint >= 'A' && codePoint <= 'Z') {
            return new Atom(Kind.ORDINARY, Calligraphy.letter(text.charAt(0)).scaled(style.size()), false, true, true);
        }
        if (style.alphabet() == 'b') {
            text = Symbols.doubled(text);
        }
        boolean leans = letter && !style.upright() && codePoint < 0x250 || isSmallGreek(codePoint) && !style.upright();
        return new Atom(sign.kind(), TypeBox.of(text, style.size(), leans, style.bold()), false, leans, true);
    }

    private static boolean isSmallGreek(int c) {
        return c >= 0x3B1 && c <= 0x3D5;
    }

    private static Atom large(Symbols.Sign sign, LetterStyle style) {
        double size = style.size() * (Symbols.isIntegral(sign.text()) ? INTEGRAL : LARGE);
        TypeBox glyph = TypeBox.of(sign.text(), size, false, style.bold());
        // The middle stands as high as the bar of a fraction.
        double down = (glyph.above() - glyph.below()) / 2 - Stacks.AXIS * style.size();
        TypeBox placed = glyph.lowered(down);
        return new Atom(Kind.OPERATOR, placed, !Symbols.isIntegral(sign.text()), false, false);
    }

    private Atom command(LetterStyle style) {
        String name = tex.command();
        double size = style.size();
        switch (name) {
            case "mathbf", "boldsymbol", "bm", "textbf", "mathbfit" -> {
                return Atom.of(Kind.ORDINARY, argument(style.bolder()));
            }
            case "mathrm", "mathsf", "mathtt", "mathregular" -> {
                return Atom.of(Kind.ORDINARY, argument(style.straight()));
            }
            case "mathit", "textit" -> {
                return Atom.of(Kind.ORDINARY, argument(style.leaning()));
            }
            case "mathcal", "mathscr" -> {
                return Atom.of(Kind.ORDINARY, argument(style.in('c')));
            }
            case "mathbb", "mathds" -> {
                return Atom.of(Kind.ORDINARY, argument(style.in('b')));
            }
            case "text", "textrm", "mbox" -> {
                return Atom.of(Kind.ORDINARY, words(style));
            }
            case "operatorname" -> {
                return Atom.of(Kind.OPERATOR, words(style));
            }
            case "frac", "tfrac", "dfrac", "binom" -> {
                LetterStyle part = name.equals("dfrac") ? style.full() : style.script();
                TypeBox over = argument(part);
                TypeBox under = argument(part);
                return Atom.of(
                        Kind.ORDINARY,
                        name.equals("binom") ? Stacks.binomial(over, under, size) : Stacks.fraction(over, under, size));
            }
            case "sqrt" -> {
                TypeBox index = TypeBox.EMPTY;
                if (tex.isAt('[')) {
                    tex.skip(1);
                    index = sequence(new LetterStyle(2, style.upright(), style.bold(), 'n'), "]");
                    tex.skip(1);
                }
                return Atom.of(Kind.ORDINARY, Stacks.root(argument(style), index, size));
            }
            case "overset", "stackrel" -> {
                TypeBox over = argument(style.script());
                return Atom.of(Kind.RELATION, Stacks.limits(argument(style), over, TypeBox.EMPTY, size));
            }
            case "underset" -> {
                TypeBox under = argument(style.script());
                return Atom.of(Kind.RELATION, Stacks.limits(argument(style), TypeBox.EMPTY, under, size));
            }
            case "left" -> {
                return fenced(style);
            }
            case "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr" -> {
                double half =
                        size * 0.3 * (2 + List.of("big", "Big", "bigg", "Bigg").indexOf(name.replaceAll("[lr]$", "")));
                Kind kind = name.endsWith("l") ? Kind.OPEN : name.endsWith("r") ? Kind.CLOSE : Kind.ORDINARY;
                return Atom.of(kind, Fences.of(fence(), half, size));
            }
            case "begin" -> {
                return table(style);
            }
            case "quad", "qquad", ",", ";", ":", ">", "!", " ", "enspace", "thinspace" -> {
                double em = switch (name) {
                    case "quad" -> 1;
                    case "qquad" -> 2;
                    case "enspace" -> 0.5;
                    case ";" -> 5 / 18.0;
                    case ":", ">" -> 4 / 18.0;
                    case " " -> 0.318;
                    case "!" -> -3 / 18.0;
                    default -> 3 / 18.0;
                };
                TypeBox space = TypeBox.space(em * size).saying(em > 0 ? " " : "");
                return new Atom(null, space, false, false, false);
            }
            case "displaystyle", "textstyle", "limits", "nolimits", "mathstrut" -> {
                return null;
            }
            case "\\" -> {
                return null;
            }
            default -> {
                return named(name, style);
            }
        }
    }

    private Atom named(String name, LetterStyle style) {
        if (Accents.isKnown(name)) {
            boolean leans = !style.upright() && style.alphabet() == 'n';
            boolean more = !tex.isAtEnd();
            TypeBox base = argument(style);
            boolean letter = base.glyphs().size() == 1 && base.spoken().length() == 1;
            boolean slanted = leans && letter && more && base.glyphs().get(0).italic();
            return new Atom(Kind.ORDINARY, Accents.over(name, base, style.size(), slanted), false, slanted, letter);
        }
        if (Symbols.isFunction(name)) {
            TypeBox box = TypeBox.of(name.replace("arg", "arg\u2009").strip(), style.size(), false, style.bold());
            return new Atom(Kind.OPERATOR, box, Symbols.hasLimits(name), false, false);
        }
        Symbols.Sign sign = Symbols.named(name);
        return sign != null
                ? sign(sign, style)
                : Atom.of(Kind.ORDINARY, TypeBox.of("\\" + name, style.size(), false, style.bold()));
    }

    /** Words with their blanks, up to the brace. */
    private TypeBox words(LetterStyle style) {
        return tex.isAt('{') ? TypeBox.of(tex.braced(), style.size(), false, style.bold()) : argument(style.straight());
    }

    private String fence() {
        tex.skipBlanks();
        if (tex.isAtEnd()) {
            return ".";
        }
        if (!tex.isAt('\\')) {
            String sign = String.valueOf(tex.next());
            tex.skip(1);
            return sign;
        }
        Symbols.Sign sign = Symbols.named(tex.command());
        return sign == null ? "." : sign.text();
    }

    private Atom fenced(LetterStyle style) {
        String open = fence();
        List<TypeBox> parts = new ArrayList<>();
        List<String> middles = new ArrayList<>();
        parts.add(sequence(style, "\\right", "\\middle"));
        while (tex.isAtOneOf("\\middle")) {
            tex.skip("\\middle".length());
            middles.add(fence());
            parts.add(sequence(style, "\\right", "\\middle"));
        }
        tex.skip("\\right".length());
        String close = fence();
        double half = 0;
        for (TypeBox part : parts) {
            half = Math.max(half, Fences.half(part, style.size()));
        }
        List<TypeBox> row = new ArrayList<>();
        row.add(Fences.of(open, half, style.size()));
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                row.add(Fences.of(middles.get(i - 1), half, style.size()));
            }
            row.add(parts.get(i));
        }
        row.add(Fences.of(close, half, style.size()));
        return Atom.of(Kind.ORDINARY, TypeBox.row(row));
    }

    /** {@code \begin{pmatrix} a & b \\ c & d \end{pmatrix}} and the like. */
    private Atom table(LetterStyle style) {
        String name = words(style).spoken();
        List<List<TypeBox>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        while (!tex.isAtEnd()) {
            rows.get(rows.size() - 1).add(sequence(style, "&", "\\\\", "\\end", "}"));
            if (tex.isAtOneOf("\\\\")) {
                tex.skip(2);
                rows.add(new ArrayList<>());
            } else if (tex.isAt('&')) {
                tex.skip(1);
            } else {
                break;
            }
        }
        if (tex.isAtOneOf("\\end")) {
            tex.skip("\\end".length());
            words(style);
        }
        double size = style.size();
        TypeBox table = Stacks.table(rows, size, name.equals("cases") || name.equals("aligned"));
        String fences = switch (name) {
            case "pmatrix" -> "()";
            case "bmatrix" -> "[]";
            case "Bmatrix" -> "{}";
            case "vmatrix" -> "||";
            case "Vmatrix" -> "‖‖";
            case "cases" -> "{.";
            default -> "..";
        };
        double half = Fences.half(table, size);
        return Atom.of(
                Kind.ORDINARY,
                TypeBox.row(List.of(
                        Fences.of(fences.substring(0, 1), half, size),
                        table,
                        Fences.of(fences.substring(1), half, size))));
    }

    /** The part with the scripts that follow it. */
    private Atom scripted(Atom atom, LetterStyle style) {
        TypeBox over = null;
        TypeBox under = null;
        Atom base = atom;
        while (!tex.isAtEnd()) {
            if (tex.isAt(' ')) {
                tex.skip(1);
            } else if (tex.isAtOneOf("\\limits", "\\nolimits")) {
                base = base.stacked(tex.isAtOneOf("\\limits"));
                tex.skip(base.stacked() ? "\\limits".length() : "\\nolimits".length());
            } else if (tex.isAt('^') && over == null) {
                tex.skip(1);
                over = argument(style.script());
            } else if (tex.isAt('_') && under == null) {
                tex.skip(1);
                under = argument(style.script());
            } else {
                break;
            }
        }
        if (over == null && under == null) {
            return base;
        }
        TypeBox set = base.stacked()
                ? Stacks.limits(
                        base.box(),
                        over == null ? TypeBox.EMPTY : over,
                        under == null ? TypeBox.EMPTY : under,
                        style.size())
                : Stacks.scripts(base, over, under, style.size());
        return base.with(set);
    }
}
