package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a formula.
 *
 * @param stacked whether its scripts stand above and below it, as those of a sum
 * @param slanted whether its letters lean, so that a superscript keeps away a little
 * @param letter whether it is a single letter, whose scripts stand where those of letters do
 */
record Atom(Kind kind, TypeBox box, boolean stacked, boolean slanted, boolean letter) {
    static Atom of(Kind kind, TypeBox box) {
        return new Atom(kind, box, false, false, false);
    }

    Atom as(Kind other) {
        return new Atom(other, box, stacked, slanted, letter);
    }

    Atom with(TypeBox other) {
        return new Atom(kind, other, false, slanted, false);
    }

    Atom stacked(boolean above) {
        return new Atom(kind, box, above, slanted, letter);
    }

    /** Atoms side by side, with the space their kinds ask for. */
    static TypeBox row(List<Atom> atoms, LetterStyle style) {
        List<TypeBox> boxes = new ArrayList<>();
        Kind before = null;
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            Kind kind = atom.kind();
            if (kind != null) {
                Kind next = i + 1 < atoms.size() ? atoms.get(i + 1).kind() : null;
                boolean lonely =
                        next == null || next == Kind.RELATION || next == Kind.CLOSE || next == Kind.PUNCTUATION;
                if (kind == Kind.BINARY && (before == null || before.makesUnary() || lonely)) {
                    kind = Kind.ORDINARY;
                }
                String space = before == null ? "" : before.spaceBefore(kind);
                if (!space.isEmpty() && (style.level() == 0 || space.equals("\u2009"))) {
                    boxes.add(TypeBox.of(space, style.size(), false, false));
                }
                before = kind;
            }
            boxes.add(atom.box());
        }
        return TypeBox.row(boxes);
    }
}
