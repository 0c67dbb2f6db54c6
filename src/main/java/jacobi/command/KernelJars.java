package jacobi.command;

import jacobi.repl.library.KernelClasses;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The code of an installed kernel: Jacobi's in a jar that names another one, beside it, with all that it is built on.
 *
 * <p>Java reads the whole table of contents of a jar before it runs anything from it: 20 ms for the twelve thousand
 * entries of the one runnable jar (OpenJDK 17). The other jar is opened when something is wanted from it that the
 * {@link StartUpArchive} does not have.
 */
final class KernelJars {
    /** With Jacobi's sources, which only inspection reads. */
    private static final String LIBRARIES = "libraries.jar";

    private static final int MAJOR_VERSION_AT = 6;

    private KernelJars() {}

    /** A jar and those its manifest names, or a folder of classes, as absolute paths. */
    static List<Path> of(Path jar) throws IOException {
        Path first = jar.toAbsolutePath().normalize();
        List<Path> all = new ArrayList<>(List.of(first));
        if (!Files.isRegularFile(first)) {
            return all;
        }
        try (JarFile open = new JarFile(jar.toFile(), false)) {
            Manifest manifest = open.getManifest();
            String others =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String other : others == null ? new String[0] : others.split(" ")) {
                all.add(first.resolveSibling(other));
            }
        }
        return all;
    }

    /**
     * Writes both jars, replacing older ones once both are whole.
     *
     * @param program the runnable jar, or the first of an installed kernel's two
     * @param folder where they go
     */
    static void write(Path program, Path folder) throws IOException {
        // A kernel that runs from older jars keeps its open files; only the names change hands.
        Path own = Files.createTempFile(folder, "jacobi-", ".jar");
        Path libraries = Files.createTempFile(folder, "jacobi-", ".jar");
        try {
            List<Path> present = of(program);
            if (present.size() > 1) {
                Files.copy(program, own, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(present.get(1), libraries, StandardCopyOption.REPLACE_EXISTING);
            } else {
                split(program, own, libraries);
            }
            replace(libraries, folder.resolve(LIBRARIES));
            replace(own, folder.resolve(Installation.JAR));
        } finally {
            Files.deleteIfExists(own);
            Files.deleteIfExists(libraries);
        }
    }

    private static void replace(Path fresh, Path jar) throws IOException {
        fresh.toFile().setReadable(true, false);
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void split(Path program, Path own, Path libraries) throws IOException {
        try (JarFile whole = new JarFile(program.toFile(), false)) {
            Map<Boolean, List<JarEntry>> entries = whole.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME))
                    .collect(Collectors.partitioningBy(KernelJars::isOwn));
            Manifest manifest = new Manifest(whole.getManifest());
            copy(whole, entries.get(false), Map.of(JarFile.MANIFEST_NAME, bytes(manifest)), libraries);
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, LIBRARIES);
            Map<String, byte[]> first = new LinkedHashMap<>();
            first.put(JarFile.MANIFEST_NAME, bytes(manifest));
            first.put("META-INF/INDEX.LIST", index(entries.get(false)));
            copy(whole, entries.get(true), first, own);
        }
    }

    /** Whether it is of a package that the import lines of every cell may name. */
    private static boolean isOwn(JarEntry entry) {
        String name = entry.getName();
        return KernelClasses.isOwn(
                name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    /**
     * What the other jar holds, as Java's "JAR File Specification" writes it down: so that Java does not open that jar
     * for what is in neither. Java 22 and later read it no more.
     */
    private static byte[] index(List<JarEntry> others) {
        Set<String> places = new TreeSet<>();
        for (JarEntry entry : others) {
            String name = entry.getName();
            int folder = name.lastIndexOf('/');
            // Of services and their like each file is named: most that are asked for are nowhere.
            places.add(folder < 0 || name.startsWith("META-INF/") ? name : name.substring(0, folder));
        }
        String index = "JarIndex-Version: 1.0\n\n" + LIBRARIES + "\n" + String.join("\n", places) + "\n\n";
        return index.getBytes(StandardCharsets.UTF_8);
    }

    /** Copies entries into a new jar, after its first ones. */
    private static void copy(JarFile whole, List<JarEntry> entries, Map<String, byte[]> first, Path target)
            throws IOException {
        JarEntry manifest = whole.getJarEntry(JarFile.MANIFEST_NAME);
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            for (Map.Entry<String, byte[]> one : first.entrySet()) {
                put(out, one.getKey(), manifest, one.getValue());
            }
            for (JarEntry entry : entries) {
                byte[] content = whole.getInputStream(entry).readAllBytes();
                boolean old = entry.getName().endsWith(".class") && isOld(content);
                put(out, entry.getName(), entry, old ? renewed(content) : content);
            }
        }
    }

    private static void put(ZipOutputStream out, String name, JarEntry dated, byte[] content) throws IOException {
        ZipEntry copy = new ZipEntry(name);
        // Without a time zone: the same jar makes the same two.
        copy.setTimeLocal(dated.getTimeLocal());
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
    }

    /** Whether it is of before Java 6, as ASM's and picocli's classes are: an archive takes none that was used. */
    private static boolean isOld(byte[] content) {
        return ByteBuffer.wrap(content).getShort(MAJOR_VERSION_AT) < Opcodes.V1_6;
    }

    /** The same class with what newer ones have to be verified by. */
    private static byte[] renewed(byte[] content) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version, int access, String name, String signature, String base, String[] all) {
                        super.visit(Opcodes.V1_8, access, name, signature, base, all);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
