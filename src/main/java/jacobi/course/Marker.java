package jacobi.course;

/** The line by which a kernel, which sees a cell's text alone, knows whose answer a cell is. */
final class Marker {
    private Marker() {}

    static String of(String exercise) {
        return "// exercise " + exercise;
    }
}
