package jacobi.widget;

/** Round steps of sliders. */
final class RoundSteps {
    private RoundSteps() {}

    /**
     * The width of {@code count} steps or somewhat fewer from {@code min} to {@code max}: 1, 2 or 5 times a power of
     * ten.
     */
    static double about(int count, double min, double max) {
        double exact = (max - min) / count;
        if (!(exact > 0)) {
            return 1;
        }
        int exponent = (int) Math.floor(Math.log10(exact));
        for (int digit : new int[] {1, 2, 5, 10}) {
            // Powers of ten below 1 are divided by, so that 0.05 is what a reader calls 0.05.
            double step = exponent < 0 ? digit / Math.pow(10, -exponent) : digit * Math.pow(10, exponent);
            if (step >= exact * (1 - 1e-9)) {
                return step;
            }
        }
        return exact;
    }

    /** The place nearest to the middle that a slider in such steps can take. */
    static double middle(double min, double max, double step) {
        double steps = Math.floor((max - min) / 2 / step + 1e-9);
        double place = min + steps * step;
        // What differs from a round number by rounding only is that number.
        double rounded = Math.rint(place / step) * step;
        return Math.abs(rounded - place) < step * 1e-6 ? rounded : place;
    }
}
