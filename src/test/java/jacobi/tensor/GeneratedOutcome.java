package jacobi.tensor;

/** A recorded result, "type shape values", and whether a tensor agrees with it. */
final class GeneratedOutcome {
    /** What {@link #difference} answers where only the sign of a zero differs. */
    static final String SIGN_OF_ZERO = "the sign of a zero";

    private GeneratedOutcome() {}

    /**
     * What differs, or null. Values agree to 2e-5 of their size in float32 and 2e-10 in float64, other types exactly;
     * derivatives to as much of the largest.
     *
     * @param derivative whether x is one, where small numbers may be what is left of large ones, and a zero may lose a
     * minus
     * @param limit most elements that were recorded
     */
    static String difference(Tensor x, String expected, boolean derivative, int limit) {
        String[] parts = expected.split(" ", -1);
        String shape = x.shape().text().replaceAll("[(), ]+", ",").replaceAll("^,|,$", "");
        if (!x.dtype().name().equals(parts[0])) {
            return x.dtype() + " instead of " + parts[0] + ": " + x;
        }
        if (!shape.equals(parts[1])) {
            return "shape " + shape + " instead of " + parts[1];
        }
        double[] all = x.toDoubleArray();
        String[] values = parts[2].isEmpty() ? new String[0] : parts[2].split(",");
        int step = Math.max(1, (all.length + limit - 1) / limit);
        double size = derivative ? 1e-3 : 0;
        for (double v : all) {
            if (Double.isFinite(v)) {
                size = Math.max(size, Math.abs(v));
            }
        }
        double tolerance = x.dtype() == DType.float32 ? 2e-5 : x.dtype() == DType.float64 ? 2e-10 : 0;
        String sign = null;
        for (int i = 0; i < values.length; i++) {
            double e = number(values[i]), v = all[i * step];
            if (e == 0 && v == 0) {
                if (Double.compare(e, v) != 0 && !(derivative && 1 / e < 0)) {
                    sign = SIGN_OF_ZERO;
                }
                continue;
            }
            boolean same = Double.isFinite(e) && Double.isFinite(v)
                    ? Math.abs(v - e) <= tolerance * Math.max(Math.abs(e), derivative ? size : Math.min(1, size))
                    : Double.compare(v, e) == 0;
            if (!same) {
                return "element " + i * step + " is " + v + " instead of " + e + " in " + x;
            }
        }
        return sign;
    }

    private static double number(String text) {
        return switch (text) {
            case "n" -> Double.NaN;
            case "i" -> Double.POSITIVE_INFINITY;
            case "-i" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
