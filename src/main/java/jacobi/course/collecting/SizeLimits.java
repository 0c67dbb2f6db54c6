package jacobi.course.collecting;

/**
 * How much is taken.
 *
 * @param file bytes of one file
 * @param student bytes of all a student's files, archives unpacked
 * @param files how many files of a student
 */
public record SizeLimits(long file, long student, int files) {
    private static final int MEGA = 1_000_000;

    /** Enough for notebooks full of pictures. */
    public static SizeLimits usual() {
        return new SizeLimits(200L * MEGA, 400L * MEGA, 500);
    }
}
