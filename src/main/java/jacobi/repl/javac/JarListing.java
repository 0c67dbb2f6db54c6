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
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.SimpleJavaFileObject;

/**
 * The class files of a jar by package, from the jar's table of contents, and of the jars that its manifest names.
 *
 * <p>javac's own file manager walks a jar as a file system instead, asking for the attributes of every entry: with the
 * ten thousand of a program's one jar, a sixth of the time until the first cell is compiled.
 *
 * <p>A package that one of these jars holds, or whose parent it holds, is looked for in none after it, so that an
 * installed kernel's second jar is opened by cells that name something in it only.
 */
final class JarListing implements AutoCloseable {
    private final List<Jar> jars;

    private JarListing(List<Jar> jars) {
        this.jars = jars;
    }

    /** That of a class path's entry, or null where javac's own is needed: for folders, and jars that name folders. */
    static JarListing of(File file) {
        if (!file.isFile()) {
            return null;
        }
        try {
            Jar first = new Jar(file);
            List<Jar> all = new ArrayList<>(List.of(first));
            for (String other : first.others()) {
                File named = new File(first.address.resolve(other));
                if (!named.isFile()) {
                    first.close();
                    return null;
                }
                all.add(new Jar(named));
            }
            return new JarListing(all);
        } catch (IOException | IllegalArgumentException e) {
            // javac says nothing of a jar it cannot read, and goes on without it.
            return null;
        }
    }

    /** The class files of a package, nested ones among them. */
    List<ClassFile> list(String packageName) {
        for (Jar jar : jars) {
            List<ClassFile> found = jar.list(packageName);
            if (!found.isEmpty() || jar.has(packageName.substring(0, Math.max(0, packageName.lastIndexOf('.'))))) {
                return found;
            }
        }
        return List.of();
    }

    @Override
    public void close() throws IOException {
        for (Jar jar : jars) {
            jar.close();
        }
    }

    /** One jar, opened when something is first asked of it. */
    private static final class Jar {
        final File file;
        final URI address;
        private JarFile open;
        /** Paths of class files by their folder; of thousands of folders, few are ever asked for. */
        private Map<String, List<String>> folders;

        private final Map<String, List<ClassFile>> packages = new HashMap<>();

        Jar(File file) {
            this.file = file;
            address = file.toURI();
        }

        JarFile open() throws IOException {
            if (open == null) {
                open = new JarFile(file, false);
            }
            return open;
        }

        /** The addresses of other jars, relative to this one's. */
        String[] others() throws IOException {
            Manifest manifest = open().getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null ? new String[0] : names.strip().split("\\s+");
        }

        List<ClassFile> list(String packageName) {
            return packages.computeIfAbsent(packageName, name -> {
                List<String> paths = folders().getOrDefault(name.replace('.', '/'), List.of());
                return paths.stream().map(path -> new ClassFile(this, path)).toList();
            });
        }

        boolean has(String packageName) {
            return folders().containsKey(packageName.replace('.', '/'));
        }

        private Map<String, List<String>> folders() {
            if (folders == null) {
                folders = new HashMap<>();
                try {
                    Enumeration<? extends ZipEntry> entries = open().entries();
                    while (entries.hasMoreElements()) {
                        add(entries.nextElement().getName());
                    }
                } catch (IOException e) {
                    // As of a jar that cannot be read from the start.
                }
            }
            return folders;
        }

        private void add(String path) {
            if (path.endsWith(".class") && !path.startsWith("META-INF/")) {
                String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                folders.computeIfAbsent(folder, any -> new ArrayList<>()).add(path);
            }
        }

        void close() throws IOException {
            if (open != null) {
                open.close();
            }
        }
    }

    /** A class file in a jar. */
    static final class ClassFile extends SimpleJavaFileObject {
        private final Jar jar;
        private final String path;

        private ClassFile(Jar jar, String path) {
            super(jar.address, Kind.CLASS);
            this.jar = jar;
            this.path = path;
        }

        String binaryName() {
            return path.substring(0, path.length() - Kind.CLASS.extension.length())
                    .replace('/', '.');
        }

        @Override
        public URI toUri() {
            return URI.create("jar:" + jar.address + "!/" + path.replace("$", "%24"));
        }

        @Override
        public String getName() {
            return jar.file + "(" + path + ")";
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.CLASS
                    && path.substring(path.lastIndexOf('/') + 1).equals(simpleName + kind.extension);
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return jar.open().getInputStream(jar.open().getEntry(path));
        }
    }
}
