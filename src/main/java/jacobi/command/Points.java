package jacobi.command;

/** Points as people write them: {@code 3}, {@code 2.5}. */
final class Points {
    private Points() {}

    static String of(double points) {
        return points == Math.rint(points) ? Long.toString((long) points) : Double.toString(points);
    }
}
