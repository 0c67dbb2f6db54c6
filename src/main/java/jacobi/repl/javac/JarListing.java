package jacobi.repl.javac;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.tools.SimpleJavaFileObject;

/**
 * The class files of a jar by package, from the jar's table of contents.
 *
 * <p>javac's own file manager walks the jar as a file system instead, asking for the attributes of every entry: with
 * the ten thousand of a program's one jar, a sixth of the time until the first cell is compiled.
 */
final class JarListing implements AutoCloseable {
    private final JarFile jar;
    private final URI address;
    /** Paths of class files by their folder; of thousands of folders, few are ever asked for. */
    private final Map<String, List<String>> folders = new HashMap<>();

    private final Map<String, List<ClassFile>> packages = new HashMap<>();

    private JarListing(File file) throws IOException {
        jar = new JarFile(file, false);
        address = file.toURI();
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String path = entries.nextElement().getName();
            if (path.endsWith(".class") && !path.startsWith("META-INF/")) {
                String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                folders.computeIfAbsent(folder, any -> new ArrayList<>()).add(path);
            }
        }
    }

    /** The listing of a class path's entry, or null where javac's own is needed: folders, and jars that name others. */
    static JarListing of(File file) {
        if (!file.isFile()) {
            return null;
        }
        JarListing listing = null;
        try {
            listing = new JarListing(file);
            var manifest = listing.jar.getManifest();
            if (manifest == null || !manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
                return listing;
            }
            listing.close();
        } catch (IOException e) {
            // javac says nothing of a jar it cannot read, and goes on without it.
            return null;
        }
        return null;
    }

    /** The class files of a package, nested ones among them. */
    List<ClassFile> list(String packageName) {
        return packages.computeIfAbsent(packageName, name -> {
            List<String> paths = folders.getOrDefault(name.replace('.', '/'), List.of());
            return paths.stream().map(ClassFile::new).toList();
        });
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }

    /** A class file in a jar. */
    final class ClassFile extends SimpleJavaFileObject {
        private final String path;

        private ClassFile(String path) {
            super(address, Kind.CLASS);
            this.path = path;
        }

        String binaryName() {
            return path.substring(0, path.length() - Kind.CLASS.extension.length())
                    .replace('/', '.');
        }

        @Override
        public URI toUri() {
            return URI.create("jar:" + address + "!/" + path.replace("$", "%24"));
        }

        @Override
        public String getName() {
            return jar.getName() + "(" + path + ")";
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.CLASS
                    && path.substring(path.lastIndexOf('/') + 1).equals(simpleName + kind.extension);
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return jar.getInputStream(jar.getEntry(path));
        }
    }
}
