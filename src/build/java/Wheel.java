import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs an installed kernelspec as a Python wheel (PEP 427): {@code java Wheel.java VERSION KERNELSPEC HERE ROOT OUT}.
 *
 * <p>The kernel.json that was installed names this computer's Java and jar; in the wheel a launcher finds a Java, and
 * Jupyter says where the folder is. The same files make the same wheel, byte for byte.
 */
final class Wheel {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String version;

    private Wheel(String version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        // What Maven calls 0.3.0-SNAPSHOT is 0.3.0.dev0 to pip.
        Wheel wheel = new Wheel(arguments[0].replace("-SNAPSHOT", ".dev0"));
        wheel.fill(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        System.out.println(wheel.write(Path.of(arguments[4])));
    }

    private void fill(Path spec, Path here, Path root) throws IOException {
        String data = "jacobi_kernel-" + version + ".data/data/share/jupyter/kernels/jacobi/";
        try (Stream<Path> installed = Files.list(spec)) {
            for (Path file : installed.toList()) {
                files.put(data + file.getFileName(), Files.readAllBytes(file));
            }
        }
        files.put(data + "kernel.json", portable(Files.readString(spec.resolve("kernel.json"))));
        files.put(data + "launch.py", Files.readAllBytes(here.resolve("launch.py")));
        files.put(data + "without_jdk.py", Files.readAllBytes(here.resolve("without_jdk.py")));
        files.put("jacobi_kernel.py", Files.readAllBytes(here.resolve("jacobi_kernel.py")));
        info("METADATA", """
                Metadata-Version: 2.1
                Name: jacobi-kernel
                Version: %s
                Summary: A Jupyter kernel for teaching notebooks in Java: tensors, automatic differentiation, figures
                License: Apache-2.0
                Classifier: Framework :: Jupyter
                Classifier: License :: OSI Approved :: Apache Software License
                Classifier: Programming Language :: Java
                Requires-Python: >=3.8
                Description-Content-Type: text/markdown

                Installs the kernel *Java (Jacobi)* for the Jupyter of this environment, and the command `jacobi`.
                It needs a JDK of version 17 or later on the computer; a cell says how to get one if there is none.
                """.formatted(version));
        info("WHEEL", """
                Wheel-Version: 1.0
                Generator: jacobi %s
                Root-Is-Purelib: true
                Tag: py3-none-any
                """.formatted(version));
        info("entry_points.txt", """
                [console_scripts]
                jacobi = jacobi_kernel:main
                """);
        info("licenses/LICENSE", Files.readString(root.resolve("LICENSE")));
        info("licenses/NOTICE", Files.readString(root.resolve("NOTICE")));
    }

    private void info(String name, String text) {
        files.put("jacobi_kernel-" + version + ".dist-info/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Jupyter takes its own Python for the word "python", and puts the kernelspec's folder in. */
    private static byte[] portable(String json) {
        String portable = json.replaceFirst(
                        "(\"argv\"\\s*:\\s*\\[\\s*)\"[^\"]+\"", "$1\"python\", \"{resource_dir}/launch.py\"")
                .replaceFirst("\"[^\"]*jacobi\\.jar\"", "\"{resource_dir}/jacobi.jar\"");
        if (!portable.contains("launch.py") || !portable.contains("{resource_dir}/jacobi.jar")) {
            throw new IllegalArgumentException("kernel.json has no command of a Java and a jar: " + json);
        }
        return portable.getBytes(StandardCharsets.UTF_8);
    }

    private Path write(Path folder) throws IOException, NoSuchAlgorithmException {
        String record = "jacobi_kernel-" + version + ".dist-info/RECORD";
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            lines.append(file.getKey()).append(",sha256=");
            lines.append(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            lines.append(',').append(file.getValue().length).append('\n');
        }
        lines.append(record).append(",,\n");
        Path wheel = folder.resolve("jacobi_kernel-" + version + "-py3-none-any.whl");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
            // Last, as the specification of wheels recommends of what is in dist-info.
            add(zip, record, lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return wheel;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        if (name.endsWith(".jar")) {
            // It is compressed already.
            CRC32 checksum = new CRC32();
            checksum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
