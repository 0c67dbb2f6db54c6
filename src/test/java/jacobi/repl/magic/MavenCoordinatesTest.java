package jacobi.repl.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenCoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "g:a, g:a:jar:RELEASE",
        "g:a:1.0, g:a:jar:1.0",
        "g:a:1.0:linux-x86_64, g:a:jar:linux-x86_64:1.0",
        "g:a:zip:1.0, g:a:zip:1.0",
        "g:a:jar:sources:1.0, g:a:jar:sources:1.0",
        "g:a:1.0@aar, g:a:aar:1.0",
        "'g:a:[1.0,2.0)', 'g:a:jar:[1.0,2.0)'",
        "g:a:LATEST, g:a:jar:LATEST",
        "g:a:LATEST:win, g:a:jar:win:LATEST",
        "g:a:v2, g:a:jar:v2"
    })
    void areReadAsMavenAndGradleWriteThem(String written, String meant) throws MagicException {
        assertThat(MavenCoordinates.dependency(written).getArtifact().toString())
                .isEqualTo(meant);
    }

    @Test
    void anArtifactAloneComesWithoutWhatItNeeds() throws MagicException {
        Dependency alone = MavenCoordinates.dependency("g:a:1.0@jar");
        assertThat(alone.getExclusions())
                .singleElement()
                .satisfies(all -> assertThat(all.getGroupId()).isEqualTo("*"));
        assertThat(MavenCoordinates.dependency("g:a:1.0").getExclusions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "g:", "g::1", "a:b:c:d:e:f", ":a:1"})
    void whatIsNoArtifactIsShownHowToWriteOne(String text) {
        assertThatThrownBy(() -> MavenCoordinates.dependency(text)).hasMessageContaining("group:artifact:version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g:a:1 h:b:2", "g:a:1 h:b:2;", " g:a:1  h:b:2 // for tables", "g:a:1; h:b:2; # both"})
    void commentsAndSemicolonsDoNoHarm(String line) {
        assertThat(MavenCoordinates.words(line)).containsExactly("g:a:1", "h:b:2");
    }
}
