package jacobi.plot.text;

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
}
