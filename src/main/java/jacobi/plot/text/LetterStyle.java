package jacobi.plot.text;

/**
 * How letters of a formula are written.
 *
 * @param level 0 for the formula itself, 1 for its scripts, 2 for theirs
 * @param alphabet {@code 'n'} for the usual letters, {@code 'c'} for calligraphic, {@code 'b'} for doubled ones
 */
record LetterStyle(int level, boolean upright, boolean bold, char alphabet) {
    private static final double[] SIZES = {1, 0.7, 0.5, 0.42};

    /** In parts of the size of the text around the formula. */
    double size() {
        return SIZES[Math.min(level, SIZES.length - 1)];
    }

    LetterStyle script() {
        return new LetterStyle(level + 1, upright, bold, alphabet);
    }

    LetterStyle bolder() {
        return new LetterStyle(level, true, true, 'n');
    }

    LetterStyle straight() {
        return new LetterStyle(level, true, bold, 'n');
    }

    LetterStyle leaning() {
        return new LetterStyle(level, false, bold, 'n');
    }

    LetterStyle in(char letters) {
        return new LetterStyle(level, true, bold, letters);
    }

    LetterStyle full() {
        return new LetterStyle(0, upright, bold, alphabet);
    }
}
