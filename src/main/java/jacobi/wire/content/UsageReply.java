package jacobi.wire.content;

import java.util.Map;

/**
 * What the kernel and its machine use, in ipykernel's fields.
 *
 * @param kernelCpu percent of one processor, of the kernel and the processes it has started
 * @param kernelMemory bytes of theirs in memory
 * @param hostCpuPercent percent of all processors that anything uses; null while nobody can tell
 * @param hostVirtualMemory bytes of the machine's memory: {@code total}, {@code available}, {@code used}, {@code free}
 *     and, in percent, {@code percent}
 */
public record UsageReply(
        String hostname,
        long pid,
        double kernelCpu,
        long kernelMemory,
        Double hostCpuPercent,
        int cpuCount,
        Map<String, Number> hostVirtualMemory)
        implements Content {}
