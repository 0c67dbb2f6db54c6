package jacobi.course.grading;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param cell the longest one cell may run
 * @param whole the longest all of a notebook may take
 * @param heapMegabytes of its kernel
 * @param output characters of one cell
 */
public record Limits(Duration cell, Duration whole, int heapMegabytes, long output) {}
