package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every figure is drawn as it was when a person last looked at it. After a wanted change of drawing, look at the
 * figures in {@code target/figures} and approve them: {@code mvn test -Dtest=GoldenTest -Djacobi.approve=true}.
 */
class GoldenTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "jacobi", "plot", "golden");
    private static final Path DRAWN = Path.of("target", "figures");
    private static final boolean APPROVE = Boolean.getBoolean("jacobi.approve");

    @TestFactory
    Stream<DynamicTest> figuresAreDrawnAsApproved() throws IOException {
        Files.createDirectories(DRAWN);
        Map<String, Picture> all = new LinkedHashMap<>(Drawings.all());
        all.putAll(WordDrawings.all());
        all.putAll(Drawings.diagrams());
        return all.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String name, Picture picture) throws IOException {
        String drawn = picture.toSvg();
        Files.writeString(DRAWN.resolve(name + ".svg"), drawn);
        Path approved = APPROVED.resolve(name + ".svg");
        if (APPROVE) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, drawn);
        }
        assertThat(approved).as("an approved drawing; see this class's comment").exists();
        assertThat(drawn)
                .as("%s; if the change is wanted, approve it as this class's comment says", name)
                .isEqualTo(Files.readString(approved));
    }
}
