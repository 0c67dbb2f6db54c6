package jacobi.kernel;

import java.nio.file.Path;

/**
 * How a kernel runs.
 *
 * @param version of the kernel, shown in its banner
 * @param history the folder where cells are remembered across sessions, or null to forget them
 */
public record KernelOptions(String version, Path history) {}
