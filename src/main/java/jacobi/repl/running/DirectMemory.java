package jacobi.repl.running;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** The memory of direct buffers, outside the heap: as much as the heap, unless a flag says otherwise. */
final class DirectMemory {
    private static final String LIMIT = "MaxDirectMemorySize";

    private DirectMemory() {}

    /** How many bytes are left. */
    static long left() {
        long used = 0;
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            if (pool.getName().equals("direct")) {
                used = pool.getMemoryUsed();
            }
        }
        return Limit.BYTES - used;
    }

    /** Looked up when it is first needed. */
    private static final class Limit {
        static final long BYTES = bytes();

        private static long bytes() {
            HotSpotDiagnosticMXBean flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            long flag =
                    flags == null ? 0 : Long.parseLong(flags.getVMOption(LIMIT).getValue());
            return flag > 0 ? flag : Runtime.getRuntime().maxMemory();
        }
    }
}
