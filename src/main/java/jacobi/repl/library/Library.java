package jacobi.repl.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A jar, or a folder of classes, that a session adds.
 *
 * @param name {@code group:artifact}, with a classifier after another colon; of a file that does not say, its name
 * @param version empty where it is not known
 * @param packages those it has classes in
 */
public record Library(String name, String version, Path path, Set<String> packages) {
    private static final String CLASS = ".class";
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[^-]*(?:-(?!sources|javadoc)[^-]+)*)\\.jar");
    private static final Pattern MAVEN = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    /**
     * A file as it describes itself.
     *
     * @throws IOException if it is neither a folder nor a jar that can be read
     */
    public static Library of(Path path) throws IOException {
        return of(path, null, "");
    }

    /**
     * A file that is known to be a version of an artifact.
     *
     * @param name {@code group:artifact}, or null if the file shall say
     * @throws IOException if it is neither a folder nor a jar that can be read
     */
    public static Library of(Path path, String name, String version) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            return new Library(file.toString(), "", file, packages(file));
        }
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            Set<String> packages = new TreeSet<>();
            entries.forEach(entry -> add(entry, packages));
            if (name != null) {
                return new Library(name, version, file, packages);
            }
            List<String> descriptions = entries.stream()
                    .filter(entry -> MAVEN.matcher(entry).matches())
                    .toList();
            // A jar with the descriptions of several holds other libraries' classes among its own.
            Properties maven = descriptions.size() == 1 ? properties(jar, descriptions.get(0)) : new Properties();
            if (maven.containsKey("artifactId")) {
                return new Library(
                        maven.getProperty("groupId") + ":" + maven.getProperty("artifactId"),
                        maven.getProperty("version", ""),
                        file,
                        packages);
            }
            Matcher byName = FILE.matcher(file.getFileName().toString());
            return byName.matches()
                    ? new Library(byName.group(1), byName.group(2), file, packages)
                    : new Library(file.toString(), "", file, packages);
        }
    }

    private static Properties properties(JarFile jar, String entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> packages(Path folder) throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : new ArrayList<>(files.toList())) {
                add(folder.relativize(file).toString().replace('\\', '/'), packages);
            }
        }
        return packages;
    }

    private static void add(String entry, Set<String> packages) {
        if (entry.endsWith(CLASS) && entry.indexOf('/') > 0 && !entry.startsWith("META-INF/")) {
            packages.add(entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'));
        }
    }

    /** Its file's name, as {@code xchart-3.8.8.jar}. */
    public String fileName() {
        return path.getFileName().toString();
    }

    /** Whether a repository has it. */
    public boolean isOfRepository() {
        return name.indexOf(':') > 0 && !version.isEmpty();
    }

    /** The jar that comes beside it: {@code sources}, or {@code javadoc}; where it would be, if there is none. */
    public Path companion(String classifier) {
        String stem = fileName().replaceFirst("\\.jar$", "");
        String[] words = name.split(":");
        String plain = isOfRepository() ? words[1] + "-" + version : stem;
        // One with a classifier of its own has its sources with the others.
        return path.resolveSibling((stem.startsWith(plain) ? plain : stem) + "-" + classifier + ".jar");
    }

    /** Whether they are the same file, or say they are the same thing. */
    boolean isSame(Library other) {
        return path.equals(other.path)
                || name.equals(other.name) && version.equals(other.version) && !version.isEmpty();
    }
}
