package jacobi.kernel;

import jacobi.repl.Machine;
import jacobi.wire.content.UsageReply;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the kernel, with the processes it has started, and its machine use: for a page's meter. */
final class Usage {
    /** Nothing is measured at the start, which each kernel would wait for: the first answer is the mean since then. */
    private long measuredAt = System.nanoTime();

    private Duration used = Duration.ZERO;

    void answer(Request request) {
        double load = Machine.known().map(machine -> machine.getCpuLoad()).orElse(-1.0);
        request.reply(new UsageReply(
                hostname(),
                ProcessHandle.current().pid(),
                kernelCpu(),
                kernelMemory(),
                load > 0 ? 100 * load : null,
                Runtime.getRuntime().availableProcessors(),
                memory()));
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Percent of a processor since this was asked last. */
    private synchronized double kernelCpu() {
        long now = System.nanoTime();
        Duration total = processorTime();
        // A process that has ended takes its time with it.
        double percent = Math.max(0, 100.0 * total.minus(used).toNanos() / Math.max(1, now - measuredAt));
        measuredAt = now;
        used = total;
        return Math.round(10 * percent) / 10.0;
    }

    private static Duration processorTime() {
        return processes()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<ProcessHandle> processes() {
        ProcessHandle own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants());
    }

    private static long kernelMemory() {
        return processes().mapToLong(process -> memoryOf(process.pid())).sum();
    }

    /** Linux tells in its files; elsewhere the heap and what Java needs besides is what can be told. */
    private static long memoryOf(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // No such file: another system, or the process has just ended.
        }
        return pid != ProcessHandle.current().pid()
                ? 0
                : Runtime.getRuntime().totalMemory()
                        + ManagementFactory.getMemoryMXBean()
                                .getNonHeapMemoryUsage()
                                .getCommitted();
    }

    /** Empty where Java cannot tell. */
    private static Map<String, Number> memory() {
        Map<String, Number> memory = new LinkedHashMap<>();
        if (Machine.known().isEmpty()) {
            return memory;
        }
        long total = Machine.known().get().getTotalMemorySize();
        long free = Machine.known().get().getFreeMemorySize();
        long available = available(free);
        memory.put("total", total);
        memory.put("available", available);
        memory.put("percent", Math.round(1000.0 * (total - available) / total) / 10.0);
        memory.put("used", total - available);
        memory.put("free", free);
        return memory;
    }

    /** What could be had without swapping, which is more than what is free. */
    private static long available(long free) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/meminfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(free);
        } catch (IOException | NumberFormatException e) {
            return free;
        }
    }
}
