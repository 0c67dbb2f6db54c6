package jacobi.repl.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarListingTest {
    @TempDir
    Path folder;

    @Test
    void classFilesAreFoundByPackageWithTheirNamesAndBytes() throws Exception {
        Path jar =
                jar("a b.jar", new Manifest(), "a/b/C.class", "a/b/C$D.class", "a/b/notes.txt", "a/E.class", "F.class");
        try (JarListing listing = JarListing.of(jar.toFile())) {
            assertThat(listing.list("a.b"))
                    .extracting(file -> ((JarListing.ClassFile) file).binaryName())
                    .containsExactly("a.b.C", "a.b.C$D");
            assertThat(listing.list("a")).hasSize(1);
            assertThat(listing.list("")).hasSize(1);
            assertThat(listing.list("b")).isEmpty();
            JavaFileObject file = listing.list("a.b").get(1);
            assertThat(file.isNameCompatible("C$D", JavaFileObject.Kind.CLASS)).isTrue();
            assertThat(file.isNameCompatible("D", JavaFileObject.Kind.CLASS)).isFalse();
            assertThat(file.toUri().toString()).startsWith("jar:file:").endsWith("a%20b.jar!/a/b/C%24D.class");
            try (InputStream bytes = file.openInputStream()) {
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo("a/b/C$D.class");
            }
        }
    }

    @Test
    void versionsForLaterReleasesAreNoPackagesOfTheirOwn() throws Exception {
        Path jar = jar("versions.jar", new Manifest(), "a/C.class", "META-INF/versions/21/a/C.class");
        try (JarListing listing = JarListing.of(jar.toFile())) {
            assertThat(listing.list("a")).hasSize(1);
            assertThat(listing.list("META-INF.versions.21.a")).isEmpty();
        }
    }

    /** As those of an installed kernel. */
    @Test
    void aPackageThatAJarLacksIsLookedForInTheOneItNames() throws Exception {
        Path other = jar("other one.jar", new Manifest(), "a/No.class", "b/D.class");
        Path jar = jar("names.jar", naming("other%20one.jar"), "a/C.class");
        try (JarListing listing = JarListing.of(jar.toFile())) {
            assertThat(listing.list("a"))
                    .extracting(JarListing.ClassFile::binaryName)
                    .containsExactly("a.C");
            JarListing.ClassFile file = listing.list("b").get(0);
            assertThat(file.binaryName()).isEqualTo("b.D");
            assertThat(file.getName()).startsWith(other.toString());
            try (InputStream bytes = file.openInputStream()) {
                assertThat(bytes.readAllBytes())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("b/D.class");
            }
            assertThat(listing.list("c")).isEmpty();
        }
    }

    @Test
    void foldersBrokenJarsAndJarsThatNameOthersAreLeftToJavac() throws Exception {
        assertThat(JarListing.of(
                        jar("names.jar", naming("other.jar"), "a/C.class").toFile()))
                .isNull();
        assertThat(JarListing.of(folder.toFile())).isNull();
        assertThat(JarListing.of(folder.resolve("missing.jar").toFile())).isNull();
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThat(JarListing.of(broken.toFile())).isNull();
    }

    private static Manifest naming(String other) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, other);
        return manifest;
    }

    /** A jar whose entries hold their own names. */
    private Path jar(String name, Manifest manifest, String... entries) throws Exception {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.write(entry.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return jar;
    }
}
