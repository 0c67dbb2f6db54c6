package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries named in a pom, over a Maven repository that the test builds. */
class PomTest {
    private static final String LOCAL = "maven.repo.local";

    @AutoClose
    private final CellTrial cells = new CellTrial("import java.util.*;");

    private String before;

    @TempDir
    Path folder;

    @BeforeEach
    void repository() {
        before = System.setProperty(LOCAL, folder.resolve("local").toString());
        cells.printed("%mavenRepo built " + folder.resolve("remote").toUri());
    }

    @AfterEach
    void close() {
        if (before == null) {
            System.clearProperty(LOCAL);
        } else {
            System.setProperty(LOCAL, before);
        }
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
                        + "</dependencies><build><plugins>"
                        + "<plugin><artifactId>maven-jar-plugin</artifactId><dependencies>"
                        + dependency("unwanted", "<version>1.0</version>")
                        + "</dependencies></plugin></plugins></build></project>");
        String added = cells.printed("%loadFromPOM " + pom);
        assertThat(cells.last()).as(added).isInstanceOf(Evaluation.Done.class);
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
        String added = cells.printed("%%pom\n<!-- two of them -->\n"
                + dependency(
                        "plain",
                        "<version>1.0</version><exclusions><exclusion><groupId>jacobi.built</groupId>"
                                + "<artifactId>needed</artifactId></exclusion></exclusions>")
                + "\n<properties><v>3.0</v></properties>\n" + dependency("listed", "<version>${v}</version>"));
        assertThat(added).isEqualToIgnoringNewLines("Added plain-1.0.jar, listed-3.0.jar");
    }

    @Test
    void aPomThatCannotBeReadSaysWhy() throws IOException {
        cells.printed("%loadFromPOM " + folder.resolve("none.xml"));
        assertThat(((Evaluation.Failure) cells.last()).evalue())
                .contains("there is no file")
                .contains("none.xml");
        cells.printed("%%loadFromPOM\n<dependency><groupId>g</groupId>");
        assertThat(((Evaluation.Failure) cells.last()).evalue())
                .contains("this is no XML")
                .contains("dependency");
        Path cut = Files.writeString(folder.resolve("cut.xml"), "<project>\n<dependencies>\n<dependency>\n");
        assertThat(cells.failure("%loadFromPOM " + cut).evalue())
                .startsWith("%loadFromPOM: this pom cannot be read: no more data available")
                .contains("<dependency> from line 3")
                .doesNotContain("\n");
        cells.printed("%%loadFromPOM\n" + dependency("plain", ""));
        assertThat(((Evaluation.Failure) cells.last()).evalue()).doesNotContain("\n");
        assertThat(((Evaluation.Failure) cells.last()).evalue())
                .contains("version")
                .contains("plain");
        cells.printed("%%loadFromPOM\n" + dependency("plain", "<version>1.0</version><scope>test</scope>"));
        assertThat(((Evaluation.Failure) cells.last()).evalue())
                .contains("no <dependency> of scope compile or runtime");
    }

    @Test
    void mavenTakesAnArtifactWithAClassifierAndOneAlone() throws IOException {
        publishAll();
        assertThat(cells.printed("%maven jacobi.built:native:1.0:linux; // for this machine"))
                .isEqualToIgnoringNewLines("Added native-1.0-linux.jar");
        assertThat(cells.printed("%maven jacobi.built:plain:1.0@jar")).isEqualToIgnoringNewLines("Added plain-1.0.jar");
        cells.printed("%maven jacobi.built");
        assertThat(((Evaluation.Failure) cells.last()).evalue()).contains("group:artifact:version");
    }
}
