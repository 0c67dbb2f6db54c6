package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.image.SvgRaster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimationTest {
    private static final double[] X = {0, 1, 2};

    @AfterEach
    void cellEnds() {
        Gallery.endCell(null);
    }

    private static Animation waves(int frames) {
        return Plots.animate(frames, t -> Plots.plot(X, new double[] {t, t + 1, 2 * t}));
    }

    @Test
    void aPageHasEveryFigureOnceAndAStillPicture() {
        MimeBundle bundle = Displays.render(waves(20));
        String html = (String) bundle.data().get("text/html");
        assertThat(html).startsWith("<div class=\"jacobi-").contains("<img alt=\"Animation of 20 frames");
        assertThat(html).doesNotContain("\n").hasSizeLessThan(60_000);
        assertThat(bundle.data()).containsKeys("image/svg+xml", "image/png", "text/plain");
        assertThat(bundle.plain()).isEqualTo("Animation of 20 frames; the last: Figure: line; x 0..2");
        assertThat((String) bundle.data().get("image/svg+xml"))
                .contains("t = 0")
                .contains("t = 19")
                .doesNotContain("t = 1<");
    }

    @Test
    void theSameFiguresAreTheSameToTheCharacter() {
        assertThat(Displays.render(waves(5))).isEqualTo(Displays.render(waves(5)));
    }

    @Test
    void axesStandStill() {
        Animation animation = waves(3);
        String ticks = animation.toSvg(0).replaceAll("(?s).*?(<text.*)", "$1");
        assertThat(animation.toSvg(2)).contains(ticks);
    }

    /** A page holds them with what stands still, however large one is. */
    @ParameterizedTest(name = "{0} frames of {1} points")
    @CsvSource({"80, 300, true", "80, 3000, true", "3, 15000, false"})
    void largeFiguresAreThinnedOutUntilAPageHoldsThem(int frames, int points, boolean moves) {
        double[] x = new double[points];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        Animation animation = Plots.animate(frames, t -> Plots.figure().scatter(x, wild(x, t)));
        String html = (String) Displays.render(animation).data().get("text/html");
        assertThat(html).contains("<img ").hasSizeLessThan(300_000);
        assertThat(html.contains("<script>")).isEqualTo(moves);
        assertThat(animation.size()).isEqualTo(frames);
    }

    private static double[] wild(double[] x, int t) {
        return Arrays.stream(x).map(v -> Math.sin(v * (t + 1))).toArray();
    }

    @Test
    void aFileMoves(@TempDir Path folder) throws Exception {
        Animation animation = waves(4).fps(2);
        Path svg = animation.savefig(folder.resolve("a.svg").toString());
        assertThat(Files.readString(svg)).contains("dur=\"2s\"").contains("<animate ");
        SvgRaster.of(Files.readString(svg)).png(96);
        assertThat(Files.readAllBytes(animation.savefig(folder.resolve("a.gif").toString())))
                .startsWith('G', 'I', 'F');
        assertThatThrownBy(() -> animation.savefig("a.mp4")).hasMessageContaining("ffmpeg -i way.gif");
        assertThatThrownBy(() -> animation.savefig("a.png")).hasMessageContaining("ends in .gif or .svg");
    }

    @Test
    void whatIsNoFigureIsRefused() {
        assertThatThrownBy(() -> Plots.animate(3, t -> t)).hasMessageContaining("found Integer");
        assertThatThrownBy(() -> Plots.animate(0, t -> Plots.figure())).hasMessageContaining("found 0");
    }
}
