package jacobi.repl.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the packages the kernel runs with cells may name: the JDK's, Jacobi's, IJava's and JJava's rendering API,
 * and libraries a cell can get objects of. What else the kernel is made of is hidden, so that cells can have any
 * version of it.
 */
public final class KernelClasses {
    private static final List<String> OWN = List.of("jacobi", "io.github.spencerpark", "org.dflib.jjava");
    private static final List<Shipped> SHIPPED =
            List.of(new Shipped("XChart", "org.knowm.xchart"), new Shipped("DFLib", "org.dflib"));

    private KernelClasses() {}

    /**
     * A library cells find without adding it, until they add it in another version.
     *
     * @param home the package all of its packages are in
     */
    record Shipped(String name, String home) {
        boolean has(String packageName) {
            return isIn(packageName, home);
        }
    }

    /** Whether a package of the kernel's class path is there for cells. */
    public static boolean offers(String packageName) {
        return isOwn(packageName) || shipped(packageName).isPresent();
    }

    /** Whether it is one that no library a session adds can replace. */
    public static boolean isOwn(String packageName) {
        for (String home : OWN) {
            if (isIn(packageName, home)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Shipped> shipped(String packageName) {
        return SHIPPED.stream().filter(library -> library.has(packageName)).findFirst();
    }

    /** Whether a class is one that only the virtual machine's own loaders may define. */
    public static boolean isOfPlatform(String className) {
        return className.startsWith("java.");
    }

    /** Whether it is a package of the running JDK. */
    static boolean isOfJdk(String packageName) {
        // A module that is loaded late is in no list.
        return isOfPlatform(packageName) || packageName.startsWith("jdk.") || Jdk.PACKAGES.contains(packageName);
    }

    private static boolean isIn(String packageName, String home) {
        return packageName.startsWith(home)
                && (packageName.length() == home.length() || packageName.charAt(home.length()) == '.');
    }

    /** Made when a class is wanted that is neither {@code java}'s nor Jacobi's. */
    private static final class Jdk {
        static final Set<String> PACKAGES = ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getPackages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
