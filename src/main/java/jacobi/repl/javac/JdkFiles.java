package jacobi.repl.javac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The class files of the JDK's modules by package, listed once for all compilers of a session.
 *
 * <p>Each compiler asks for every class of {@code java.lang} and some more packages before it compiles anything, and
 * for each file's name twice: a tenth of what a first cell waits for.
 */
final class JdkFiles {
    private final Map<Location, Map<String, List<JavaFileObject>>> listed = new HashMap<>();
    private final StandardJavaFileManager platform;

    JdkFiles(StandardJavaFileManager platform) {
        this.platform = platform;
    }

    /** What {@code platform} lists, in the same order. */
    synchronized Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location instanceof StandardLocation || recurse || kinds.size() < JavaFileObject.Kind.values().length) {
            return platform.list(location, packageName, kinds, recurse);
        }
        Map<String, List<JavaFileObject>> packages = listed.computeIfAbsent(location, any -> new HashMap<>());
        List<JavaFileObject> files = packages.get(packageName);
        if (files == null) {
            files = new ArrayList<>();
            for (JavaFileObject file : platform.list(location, packageName, kinds, false)) {
                files.add(file.getKind() == JavaFileObject.Kind.CLASS ? new ClassFile(file, packageName) : file);
            }
            packages.put(packageName, files);
        }
        return files;
    }

    /** A class file that knows its name. */
    static final class ClassFile extends ForwardingJavaFileObject<JavaFileObject> {
        final String binaryName;

        private ClassFile(JavaFileObject file, String packageName) {
            super(file);
            String path = file.getName();
            binaryName = packageName
                    + "."
                    + path.substring(path.lastIndexOf('/') + 1, path.length() - Kind.CLASS.extension.length());
        }

        JavaFileObject file() {
            return fileObject;
        }
    }
}
