package jacobi.repl.javac;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import javax.tools.SimpleJavaFileObject;

/**
 * The class files of a jar by package, from the jar's table of contents.
 *
 * <p>javac's own file manager walks the jar as a file system instead, asking for the attributes of every entry: with
 * the ten thousand of a program's one jar, a sixth of the time until the first cell is compiled.
 */
final class JarListing implements AutoCloseable {
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    /** Stands where there are more entries than two bytes count. */
    private static final int MANY = 0xffff;

    private final JarFile jar;
    private final URI address;
    /** Paths of class files by their folder; of thousands of folders, few are ever asked for. */
    private final Map<String, List<String>> folders = new HashMap<>();

    private final Map<String, List<ClassFile>> packages = new HashMap<>();

    private JarListing(File file, List<String> homes) throws IOException {
        jar = new JarFile(file, false);
        address = file.toURI();
        List<byte[]> beginnings = homes.stream()
                .map(home -> (home.isEmpty() ? "" : home.replace('.', '/') + "/").getBytes(StandardCharsets.UTF_8))
                .toList();
        for (String path : classFiles(file, beginnings)) {
            if (!path.startsWith("META-INF/")) {
                String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                folders.computeIfAbsent(folder, any -> new ArrayList<>()).add(path);
            }
        }
    }

    /**
     * The paths of class files that begin so, from the central directory at the file's end (APPNOTE.TXT 4.3.12 and
     * 4.3.16). The JDK makes an object of each of ten thousand entries: a third of the time until the compiler is
     * there, where this takes a tenth.
     */
    private static List<String> classFiles(File file, List<byte[]> beginnings) throws IOException {
        byte[] directory;
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            byte[] tail = new byte[(int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            int end = tail.length - END_BYTES;
            while (end >= 0 && number(tail, end, 4) != END) {
                end--;
            }
            long ends = in.length() - tail.length + end;
            int size = end < 0 || number(tail, end + 10, 2) == MANY ? -1 : number(tail, end + 12, 4);
            if (size < 0 || size > ends) {
                throw new ZipException();
            }
            directory = new byte[size];
            in.seek(ends - size);
            in.readFully(directory);
        }
        List<String> paths = new ArrayList<>();
        int at = 0;
        while (at + ENTRY_BYTES <= directory.length && number(directory, at, 4) == ENTRY) {
            int name = at + ENTRY_BYTES;
            int next = name + number(directory, at + 28, 2);
            if (directory[next - 1] == 's' && begins(directory, name, beginnings)) {
                String path = new String(directory, name, next - name, StandardCharsets.UTF_8);
                if (path.endsWith(".class")) {
                    paths.add(path);
                }
            }
            at = next + number(directory, at + 30, 2) + number(directory, at + 32, 2);
        }
        return paths;
    }

    private static int number(byte[] from, int at, int bytes) {
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | from[at + i] & 0xff;
        }
        return number;
    }

    private static boolean begins(byte[] text, int at, List<byte[]> beginnings) {
        for (byte[] beginning : beginnings) {
            int same = 0;
            while (same < beginning.length && at + same < text.length && text[at + same] == beginning[same]) {
                same++;
            }
            if (same == beginning.length) {
                return true;
            }
        }
        return false;
    }

    /**
     * The listing of a class path's entry, or null where javac's own is needed: folders, and jars that name others.
     *
     * @param homes the packages that are asked for, with all below them
     */
    static JarListing of(File file, List<String> homes) {
        if (!file.isFile()) {
            return null;
        }
        JarListing listing = null;
        try {
            listing = new JarListing(file, homes);
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
