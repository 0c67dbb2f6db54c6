package jacobi.repl.javac;

import jacobi.repl.library.KernelClasses;
import jacobi.source.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files one compiler sees: the platform's, the class path's, and the units of cells in memory.
 *
 * <p>javac lists a package once and remembers. So that later units can be found, the listing holds their names in
 * advance; the text of each is asked for only when the unit is named.
 */
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private static final URI FOLDER = URI.create("cell:///");

    /** Where the libraries are that the session added. */
    static final Location LIBRARIES = new Location() {
        @Override
        public String getName() {
            return "LIBRARIES";
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    };

    private final ClassStore store;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, byte[]> written = new HashMap<>();
    /** The sources that processors of annotations wrote, by simple name. */
    private final Map<String, String> generated = new LinkedHashMap<>();

    private final Set<String> expected;
    private final List<JarListing> jars;
    private final JdkFiles jdk;

    /**
     * @param jdk what {@code platform} knows of the JDK
     * @param jars what the class path holds beside what {@code platform} knows
     * @param store the class files of earlier units
     * @param expected names of units that may come, none of which is stored yet
     */
    CellFiles(
            StandardJavaFileManager platform,
            JdkFiles jdk,
            List<JarListing> jars,
            ClassStore store,
            Set<String> expected) {
        super(platform);
        this.jdk = jdk;
        this.jars = jars;
        this.store = store;
        this.expected = Set.copyOf(expected);
    }

    boolean expects(String unit) {
        return expected.contains(unit);
    }

    JavaFileObject source(String unit, String text) {
        sources.put(unit, text);
        return new Source(unit);
    }

    /** The class files written since the last call, by binary name. */
    Map<String, byte[]> takeWritten() {
        Map<String, byte[]> taken = new HashMap<>(written);
        written.clear();
        return taken;
    }

    /** The sources that processors of annotations wrote, by the simple name of their class, in order. */
    Map<String, String> generated() {
        return generated;
    }

    /** The name of the unit a diagnostic's file holds, or null. */
    static String unitOf(FileObject file) {
        // javac hands out files wrapped; their addresses stay.
        URI address = file == null ? null : file.toUri();
        if (address == null || !"cell".equals(address.getScheme())) {
            return null;
        }
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    /** javac looks here for plugins that start by themselves; cells have none, and the look would open every jar. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (packageName.equals(Unit.PACKAGE)) {
            List<JavaFileObject> found = new ArrayList<>();
            if (location == StandardLocation.SOURCE_PATH) {
                expected.forEach(name -> found.add(new Source(name)));
            } else if (location == StandardLocation.CLASS_PATH) {
                store.forEach((name, bytes) -> found.add(new Stored(name, bytes)));
            }
            return found;
        }
        if (location == StandardLocation.SOURCE_PATH) {
            return List.of();
        }
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return jdk.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> found = new ArrayList<>();
        if (hasLocation(LIBRARIES) && !KernelClasses.isOwn(packageName)) {
            super.list(LIBRARIES, packageName, kinds, recurse).forEach(found::add);
        }
        // A library in another version than the kernel's replaces it as a whole.
        if (found.isEmpty() && KernelClasses.offers(packageName)) {
            super.list(location, packageName, kinds, recurse).forEach(found::add);
            jars.forEach(jar -> found.addAll(jar.list(packageName)));
        }
        return found;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof Source source) {
            return source.binaryName;
        }
        if (file instanceof JdkFiles.ClassFile listed) {
            return listed.binaryName;
        }
        if (file instanceof JarListing.ClassFile listed) {
            return listed.binaryName();
        }
        if (file instanceof Written made) {
            return made.binaryName;
        }
        return file instanceof Stored stored ? stored.binaryName : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return isOwn(a) || isOwn(b) ? a.equals(b) : super.isSameFile(platforms(a), platforms(b));
    }

    /** Whether it is no file of the platform's manager, which refuses others. */
    private static boolean isOwn(FileObject file) {
        return file instanceof Source
                || file instanceof Stored
                || file instanceof Written
                || file instanceof JarListing.ClassFile;
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof Source
                ? location == StandardLocation.SOURCE_PATH
                : !isOwn(file) && super.contains(location, platforms(file));
    }

    private static FileObject platforms(FileObject file) {
        return file instanceof JdkFiles.ClassFile listed ? listed.file() : file;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new Written(className, kind);
    }

    /** A processor of annotations may write what is no class, as lists of services; no cell asks for it. */
    @Override
    public FileObject getFileForOutput(
            JavaFileManager.Location location, String packageName, String relativeName, FileObject sibling) {
        return new Written(relativeName, JavaFileObject.Kind.OTHER);
    }

    @Override
    public void close() {
        // The platform's file manager serves the next compiler too.
    }

    private static URI uri(String name, JavaFileObject.Kind kind) {
        return URI.create("cell:///" + name.replace('.', '/').replace("$", "%24") + kind.extension);
    }

    private final class Source extends SimpleJavaFileObject {
        private final String unit;
        private final String binaryName;
        private URI address;

        Source(String unit) {
            super(FOLDER, Kind.SOURCE);
            this.unit = unit;
            binaryName = Unit.PACKAGE + "." + unit;
        }

        /** Made when it is asked for: javac lists a thousand units, and each address takes a parser of addresses. */
        @Override
        public URI toUri() {
            if (address == null) {
                address = uri(binaryName, Kind.SOURCE);
            }
            return address;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            String text = sources.get(unit);
            if (text == null) {
                throw new FileNotFoundException(unit);
            }
            return text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Source source && source.unit.equals(unit);
        }

        @Override
        public int hashCode() {
            return unit.hashCode();
        }
    }

    private static final class Stored extends SimpleJavaFileObject {
        private final String binaryName;
        private final byte[] bytes;

        Stored(String binaryName, byte[] bytes) {
            super(uri(binaryName, Kind.CLASS), Kind.CLASS);
            this.binaryName = binaryName;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A class file, or the source a processor of annotations writes. */
    private final class Written extends SimpleJavaFileObject {
        private final String binaryName;
        private String text = "";

        Written(String binaryName, Kind kind) {
            super(uri(binaryName, kind), kind);
            this.binaryName = binaryName;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    if (kind == Kind.CLASS) {
                        written.put(binaryName, toByteArray());
                    } else if (kind == Kind.SOURCE) {
                        text = toString(StandardCharsets.UTF_8);
                        generated.put(binaryName.substring(binaryName.lastIndexOf('.') + 1), text);
                    }
                }
            };
        }
    }
}
