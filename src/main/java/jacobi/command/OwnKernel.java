package jacobi.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.notebook.KernelSpec;
import jacobi.tensor.cpu.VectorModule;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel this program is: {@code kernel.json} filled in for a Java and a jar.
 *
 * <p>The flags of the JVM stand there; all of them only save time or memory, and a Java that knows one of them no more,
 * or never did, ignores it. By those on {@code Tier4} the optimizing compiler waits ten times as long as it would,
 * except for tensors and cells: the Java compiler, the wire and their like are many methods that each run for a moment,
 * and optimizing them took a third of the processor time of a kernel's first hundred cells (3.6 s, 2.4 s so; OpenJDK
 * 17) and made none of them faster. With {@code NewSize} of 64 MB no garbage is collected before a first cell. {@code
 * quiet} comes before what it keeps quiet: each {@code CompileCommand} is told else. By {@code G1PeriodicGCInterval} a
 * kernel left alone gives memory back, by a collection each ten minutes that pass without one: of 700 MB resident after
 * the fifth chapter 360 stayed, for 0.15 s of a processor.
 *
 * @param java the {@code java} that runs it
 * @param program the jar, or the class path when run from compiled classes
 * @param flags more JVM flags, as those of a start-up cache; they outdo the usual ones
 */
record OwnKernel(Path java, String program, List<String> flags) {
    static final String NAME = "jacobi";
    static final String LANGUAGE = "java";
    /** By its name, as in the jar's manifest: the program knows its commands, and not they the program. */
    private static final String MAIN = "jacobi.Main";

    /** For a Java that cannot take the vector module in later. */
    private static final List<String> WITH_VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    /**
     * Later still, for kernels that run for seconds and that nobody waits for: what runs long enough, as a training
     * does, is optimized all the same.
     */
    private static final List<String> HARDLY_OPTIMIZING = List.of(
            "-XX:Tier4InvocationThreshold=500000",
            "-XX:Tier4MinInvocationThreshold=60000",
            "-XX:Tier4CompileThreshold=1500000",
            "-XX:Tier4BackEdgeThreshold=4000000");

    /** The kernel with the Java and the code of this process. */
    static OwnKernel ofThisProcess() {
        return new OwnKernel(Path.of(System.getProperty("java.home"), "bin", "java"), code(), List.of());
    }

    /** The same with a {@link StartUpArchive}. */
    OwnKernel with(StartUpArchive archive) {
        return with(archive.flags());
    }

    /** The same for a short life. */
    OwnKernel shortLived() {
        return with(HARDLY_OPTIMIZING);
    }

    private OwnKernel with(List<String> more) {
        return new OwnKernel(
                java, program, Stream.concat(flags.stream(), more.stream()).toList());
    }

    /** Whether it runs from the one jar that can be installed. */
    boolean isJar() {
        return program.endsWith(".jar") && Files.isRegularFile(Path.of(program));
    }

    /** The content of a kernelspec's {@code kernel.json}. */
    ObjectNode kernelJson(String displayName) {
        ObjectNode spec = template();
        ArrayNode argv = spec.putArray("argv");
        command().forEach(argv::add);
        spec.put("display_name", displayName);
        return spec;
    }

    /** The command that starts it, with {@code {connection_file}} standing for the file's path. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        template().path("argv").forEach(word -> {
            switch (word.asText()) {
                case "@java@" -> {
                    command.add(java.toString());
                    if (!isJar() || !VectorModule.comesLater()) {
                        command.addAll(WITH_VECTORS);
                    }
                }
                case "-jar" -> {
                    command.addAll(flags);
                    command.add(isJar() ? "-jar" : "-cp");
                }
                case "@jar@" -> {
                    command.add(program);
                    if (!isJar()) {
                        command.add(MAIN);
                    }
                }
                default -> command.add(word.asText());
            }
        });
        return command;
    }

    /** This kernel as the runner starts it, without having been installed. */
    KernelSpec spec() {
        List<String> command = command();
        command.add(KernelCommand.NO_HISTORY);
        // What no person tried is no progress of anybody's.
        return new KernelSpec(NAME, command, LANGUAGE, Map.of("JACOBI_PROGRESS", "no"), true, null);
    }

    static ObjectNode template() {
        try (InputStream template = OwnKernel.class.getResourceAsStream("/jacobi/kernel.json")) {
            return (ObjectNode) new ObjectMapper().readTree(template);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds kernel.json", e);
        }
    }

    private static String code() {
        try {
            Path here = Path.of(OwnKernel.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(here) ? here.toString() : classPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a code source has a valid address", e);
        }
    }

    /** Of absolute paths: a kernel runs in the folder of its notebook. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
