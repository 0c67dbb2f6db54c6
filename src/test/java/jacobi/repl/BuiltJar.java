package jacobi.repl;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Writes jars of compiled sources and of other files, as libraries for cells. */
final class BuiltJar {
    private BuiltJar() {}

    /**
     * @param contents a path in the jar, then its text, and so on; {@code .java} files are compiled against {@code
     * needed}
     */
    static Path write(Path jar, List<Path> needed, String... contents) throws IOException {
        Path sources = Files.createTempDirectory(jar.getParent(), "sources");
        Path out = Files.createTempDirectory(jar.getParent(), "classes");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", out.toString()));
        if (!needed.isEmpty()) {
            arguments.add("-cp");
            arguments.add(String.join(
                    File.pathSeparator, needed.stream().map(Path::toString).toList()));
        }
        int options = arguments.size();
        for (int i = 0; i < contents.length; i += 2) {
            boolean source = contents[i].endsWith(".java");
            Path file = (source ? sources : out).resolve(contents[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, contents[i + 1]);
            if (source) {
                arguments.add(file.toString());
            }
        }
        if (arguments.size() > options
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the sources of " + jar + " do not compile");
        }
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> files = Files.walk(out)) {
            for (Path entry : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new ZipEntry(out.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, entries);
            }
        }
        return jar;
    }

    static Path write(Path jar, String... contents) throws IOException {
        return write(jar, List.of(), contents);
    }
}
