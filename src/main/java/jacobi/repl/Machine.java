package jacobi.repl;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What Java tells of the machine it runs on. */
public final class Machine {
    private Machine() {}

    /**
     * Found when it is first asked for: nothing at a kernel's start waits for it.
     *
     * @return empty where Java cannot tell: 17 fails in a container with a control group (version 1) to itself
     */
    public static Optional<OperatingSystemMXBean> known() {
        return Optional.ofNullable(Found.MACHINE);
    }

    private static final class Found {
        static final OperatingSystemMXBean MACHINE = find();

        private static OperatingSystemMXBean find() {
            try {
                return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                        ? machine
                        : null;
            } catch (RuntimeException | LinkageError e) {
                return null;
            }
        }
    }
}
