package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class KernelJarsTest {
    @TempDir
    Path folder;

    private Path program;

    /** A program that prints what a library's class of Java 5 says. */
    @BeforeEach
    void aRunnableJar() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\nMain-Class: jacobi.Start\n"));
        entries.put("META-INF/services/java.lang.Runnable", text("lib.Old"));
        entries.put("jacobi/Start.class", start());
        entries.put("jacobi/text.properties", text("a=b"));
        entries.put("jacobi-sources/jacobi/Start.java", text("class Start {}"));
        entries.put("lib/Old.class", old());
        program = folder.resolve("program.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(program))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey());
                named.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                out.putNextEntry(named);
                out.write(entry.getValue());
            }
        }
    }

    @Test
    void theFirstOfTwoJarsRunsAndNamesTheOther() throws Exception {
        KernelJars.write(program, folder);
        Path first = folder.resolve("jacobi.jar");
        Path second = folder.resolve("libraries.jar");
        assertThat(KernelJars.of(first)).containsExactly(first, second);
        assertThat(KernelJars.of(folder)).containsExactly(folder);
        assertThat(names(first))
                .containsExactly(
                        "META-INF/MANIFEST.MF", "META-INF/INDEX.LIST", "jacobi/Start.class", "jacobi/text.properties");
        assertThat(names(second))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/services/java.lang.Runnable",
                        "jacobi-sources/jacobi/Start.java",
                        "lib/Old.class");
        assertThat(run(first)).isEqualTo("positive");
    }

    @Test
    void theSameProgramMakesTheSameJarsAndSoDoesAnInstalledOne() throws Exception {
        Path once = Files.createDirectory(folder.resolve("once"));
        Path again = Files.createDirectory(folder.resolve("again"));
        KernelJars.write(program, once);
        KernelJars.write(once.resolve("jacobi.jar"), again);
        for (String jar : new String[] {"jacobi.jar", "libraries.jar"}) {
            assertThat(again.resolve(jar)).hasSameBinaryContentAs(once.resolve(jar));
        }
        KernelJars.write(program, again);
        for (String jar : new String[] {"jacobi.jar", "libraries.jar"}) {
            assertThat(again.resolve(jar)).hasSameBinaryContentAs(once.resolve(jar));
        }
        assertThat(run(again.resolve("jacobi.jar"))).isEqualTo("positive");
        assertThat(again.toFile().list()).hasSize(2);
    }

    /** Java 17 asks the index first, and opens the other jar for what stands there. */
    @Test
    void theIndexNamesEachServiceAndEachFolder() throws Exception {
        KernelJars.write(program, folder);
        try (JarFile jar = new JarFile(folder.resolve("jacobi.jar").toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("META-INF/INDEX.LIST")))
                    .hasContent("JarIndex-Version: 1.0\n\nlibraries.jar\nMETA-INF/services/java.lang.Runnable\n"
                            + "jacobi-sources/jacobi\nlib\n\n");
        }
    }

    @Test
    void anOldClassIsOneThatAnArchiveTakes() throws Exception {
        KernelJars.write(program, folder);
        try (JarFile jar = new JarFile(folder.resolve("libraries.jar").toFile())) {
            byte[] content = jar.getInputStream(jar.getEntry("lib/Old.class")).readAllBytes();
            assertThat(content[7]).isEqualTo((byte) Opcodes.V1_8);
        }
    }

    private static String run(Path jar) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Xverify:all", "-jar", jar.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static List<String> names(Path jar) throws Exception {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream().map(ZipEntry::getName).toList();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] start() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "jacobi/Start", null, "java/lang/Object", null);
        int mode = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor main = writer.visitMethod(mode, "main", "([Ljava/lang/String;)V", null, null);
        main.visitCode();
        main.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        main.visitInsn(Opcodes.ICONST_1);
        main.visitMethodInsn(Opcodes.INVOKESTATIC, "lib/Old", "sign", "(I)Ljava/lang/String;", false);
        main.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
        main.visitInsn(Opcodes.RETURN);
        main.visitMaxs(0, 0);
        main.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** With a jump, which newer classes need a frame for. */
    private static byte[] old() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "lib/Old", null, "java/lang/Object", null);
        int mode = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor sign = writer.visitMethod(mode, "sign", "(I)Ljava/lang/String;", null, null);
        sign.visitCode();
        Label negative = new Label();
        sign.visitVarInsn(Opcodes.ILOAD, 0);
        sign.visitJumpInsn(Opcodes.IFLT, negative);
        sign.visitLdcInsn("positive");
        sign.visitInsn(Opcodes.ARETURN);
        sign.visitLabel(negative);
        sign.visitLdcInsn("negative");
        sign.visitInsn(Opcodes.ARETURN);
        sign.visitMaxs(0, 0);
        sign.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
