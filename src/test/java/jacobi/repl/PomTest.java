package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries named in a pom, over a Maven repository that the test builds. */
class PomTest {
    private static final String LOCAL = "maven.repo.local";

    private final JavaEvaluator java = new JavaEvaluator(List.of("import java.util.*;"));
    private String before;
    private Evaluation last;

    @TempDir
    Path folder;

    @BeforeEach
    void repository() {
        before = System.setProperty(LOCAL, folder.resolve("local").toString());
        printed("%mavenRepo built " + folder.resolve("remote").toUri());
    }

    @AfterEach
    void close() {
        java.close();
        if (before == null) {
            System.clearProperty(LOCAL);
        } else {
            System.setProperty(LOCAL, before);
        }
    }

    private String printed(String cell) {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            last = java.evaluate(cell, 1);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String coordinates(String artifact, String version) {
        return "<groupId>jacobi.built</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>";
    }

    private static String dependency(String artifact, String more) {
        return "<dependency><groupId>jacobi.built</groupId><artifactId>" + artifact + "</artifactId>" + more
                + "</dependency>";
    }

    /** Puts an artifact into the repository: a pom with {@code elements}, and a jar for each classifier. */
    private void publish(String artifact, String version, String elements, String... classifiers) throws IOException {
        Path home = Files.createDirectories(folder.resolve("remote/jacobi/built/" + artifact + "/" + version));
        Files.writeString(
                home.resolve(artifact + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion>" + coordinates(artifact, version)
                        + (classifiers.length == 0 ? "<packaging>pom</packaging>" : "") + elements + "</project>");
        for (String classifier : classifiers) {
            BuiltJar.write(
                    home.resolve(artifact + "-" + version + classifier + ".jar"),
                    artifact + "/" + version + ".txt",
                    artifact);
        }
    }

    private void publishAll() throws IOException {
        publish(
                "plain",
                "1.0",
                "<dependencies>" + dependency("needed", "<version>1.0</version>") + "</dependencies>",
                "");
        publish("needed", "1.0", "", "");
        publish("needed", "2.0", "", "");
        publish("unwanted", "1.0", "", "");
        publish("native", "1.0", "", "", "-linux");
        publish("listed", "3.0", "", "");
        publish(
                "bom",
                "1.0",
                "<dependencyManagement><dependencies>" + dependency("listed", "<version>3.0</version>")
                        + "</dependencies></dependencyManagement>");
        publish(
                "parent",
                "1.0",
                "<properties><plain.version>1.0</plain.version></properties><dependencies>"
                        + dependency("native", "<version>1.0</version><classifier>linux</classifier>")
                        + "</dependencies>");
    }

    @Test
    void aPomIsReadAsMavenReadsIt() throws IOException {
        publishAll();
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><parent>" + coordinates("parent", "1.0")
                        + "<relativePath/></parent><artifactId>lesson</artifactId>"
                        + "<!-- <dependency><groupId>none</groupId><artifactId>none</artifactId></dependency> -->"
                        + "<dependencyManagement><dependencies>"
                        + dependency("bom", "<version>1.0</version><type>pom</type><scope>import</scope>")
                        + dependency("needed", "<version>2.0</version>")
                        + "</dependencies></dependencyManagement><dependencies>"
                        + dependency("plain", "<version>${plain.version}</version>")
                        + dependency("listed", "")
                        + dependency("unwanted", "<version>1.0</version><scope>test</scope>")
                        + "</dependencies><build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><dependencies>"
                        + dependency("unwanted", "<version>1.0</version>")
                        + "</dependencies></plugin></plugins></build></project>");
        String added = printed("%loadFromPOM " + pom);
        assertThat(last).as(added).isInstanceOf(Evaluation.Done.class);
        assertThat(added)
                .contains("plain-1.0.jar")
                .contains("needed-2.0.jar")
                .contains("listed-3.0.jar")
                .contains("native-1.0-linux.jar")
                .doesNotContain("unwanted")
                .doesNotContain("needed-1.0");
    }

    @Test
    void elementsAloneStandInACell() throws IOException {
        publishAll();
        String added = printed("%%pom\n<!-- two of them -->\n"
                + dependency(
                        "plain",
                        "<version>1.0</version><exclusions><exclusion><groupId>jacobi.built</groupId>"
                                + "<artifactId>needed</artifactId></exclusion></exclusions>")
                + "\n<properties><v>3.0</v></properties>\n" + dependency("listed", "<version>${v}</version>"));
        assertThat(added).isEqualToIgnoringNewLines("Added plain-1.0.jar, listed-3.0.jar");
    }

    @Test
    void aPomThatCannotBeReadSaysWhy() throws IOException {
        printed("%loadFromPOM " + folder.resolve("none.xml"));
        assertThat(((Evaluation.Failure) last).evalue())
                .contains("there is no file")
                .contains("none.xml");
        printed("%%loadFromPOM\n<dependency><groupId>g</groupId>");
        assertThat(((Evaluation.Failure) last).evalue())
                .contains("this is no XML")
                .contains("dependency");
        printed("%%loadFromPOM\n" + dependency("plain", ""));
        assertThat(((Evaluation.Failure) last).evalue()).contains("version").contains("plain");
        printed("%%loadFromPOM\n" + dependency("plain", "<version>1.0</version><scope>test</scope>"));
        assertThat(((Evaluation.Failure) last).evalue()).contains("no <dependency> of scope compile or runtime");
    }

    @Test
    void mavenTakesAnArtifactWithAClassifierAndOneAlone() throws IOException {
        publishAll();
        assertThat(printed("%maven jacobi.built:native:1.0:linux; // for this machine"))
                .isEqualToIgnoringNewLines("Added native-1.0-linux.jar");
        assertThat(printed("%maven jacobi.built:plain:1.0@jar")).isEqualToIgnoringNewLines("Added plain-1.0.jar");
        printed("%maven jacobi.built");
        assertThat(((Evaluation.Failure) last).evalue()).contains("group:artifact:version");
    }
}
