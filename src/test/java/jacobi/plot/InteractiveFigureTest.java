package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a script is told of a figure, and that pages without scripts have the picture they always had. */
class InteractiveFigureTest {
    private static final double[] X = {1, 10, 100};

    @AfterEach
    void usualAgain() {
        Plots.useInteractive(false);
        Plots.useTheme("light");
        Gallery.endCell(null);
    }

    private static String html(Figure figure) {
        return (String) Displays.render(figure).data().get("text/html");
    }

    @Test
    void onlyTheHtmlIsAnother() {
        MimeBundle plain = Displays.render(Plots.plot(X, X));
        MimeBundle interactive = Displays.render(Plots.plot(X, X).interactive());
        assertThat(plain.data().get("text/html").toString()).startsWith("<img ").doesNotContain("<script>");
        assertThat(interactive.data().get("text/html").toString())
                .contains("<img alt=", "<script>")
                .doesNotContain("\n");
        for (String type : new String[] {"image/svg+xml", "image/png", "application/pdf", "text/plain"}) {
            assertThat(interactive.data().get(type))
                    .as(type)
                    .isEqualTo(plain.data().get(type));
        }
    }

    @Test
    void aScriptIsToldScalesAndPlaces() {
        String html = html(Plots.figure().loglog(X, X, "o").label("way's").interactive());
        assertThat(html)
                .contains("kind:'log'")
                .contains("'way\\'s'")
                .contains("[1,10,100],[1,10,100]]")
                .contains("zooms:true");
        assertThat(html(Plots.figure().imshow(new double[][] {{1, 2}, {3, 4}}).interactive()))
                .contains("rows:2,columns:2,values:[1,2,3,4]");
        assertThat(html(Plots.figure()
                        .bar(new String[] {"a", "b"}, new double[] {2, 5})
                        .interactive()))
                .contains("named:true,ticks:[[0,'a'], [1,'b']]");
    }

    @Test
    void whatStandsInSpaceIsToldAsPointsAndShapes() {
        double[][] z = {{0, 1}, {2, 3}};
        double[] edge = {0, 1};
        assertThat(html(Plots.figure().plotSurface(edge, edge, z).interactive()))
                .contains("space:{view:[30.0,-60.0]")
                .containsPattern("shapes:\\[\\[1,0,0.5,1,0,1,2,3]]");
        assertThat(html(Plots.figure().plot3d(edge, edge, edge).interactive())).contains("shapes:[[0,");
        assertThat(html(Plots.figure().scatter3d(edge, edge, edge).interactive()))
                .contains("shapes:[[2,");
        assertThat(html(Plots.figure().wireframe(edge, edge, z).interactive())).contains("shapes:[[0,");
        assertThat(html(Plots.figure().contour3d(edge, edge, z, 0).interactive()))
                .contains("shapes:[[0,");
    }

    @Test
    void ofVeryMuchInSpaceEverySecondPartTurns() {
        double[] line = new double[5001];
        double[][] z = new double[81][81];
        double[] edge = new double[81];
        for (int i = 0; i < line.length; i++) {
            line[i] = i % 1000;
        }
        for (int i = 0; i < edge.length; i++) {
            edge[i] = i;
        }
        String points = html(Plots.figure().scatter3d(line, line, line).interactive());
        assertThat(points.split("\\[2,0,", -1)).hasSize(2501 + 1);
        MimeBundle surface = Displays.render(Plots.figure()
                .plotSurface(edge, edge, z, null, null, 1, 1, 1, null, 0.5)
                .interactive());
        assertThat(surface.data()).containsKeys("image/png", "application/pdf");
        String faces = (String) surface.data().get("text/html");
        assertThat(faces).contains("space:{").containsPattern("\\[1,0,0.5,1,0,1,2,3]");
        assertThat(faces.split("\\[1,0,", -1)).hasSize(40 * 40 + 1);
    }

    @Test
    void allFiguresByOneWord() {
        Plots.useInteractive();
        assertThat(html(Plots.plot(X, X))).contains("<script>");
    }

    @Test
    void wordsOfAThemeGoTogether() {
        Plots.useTheme("dark projector serif");
        String svg = Plots.plot(X, X).toSvg();
        assertThat(svg).contains("#111111").contains("DejaVu Serif").contains("width=\"378pt\"");
        Plots.useTheme("mono");
        assertThat(Plots.plot(X, X).toSvg())
                .contains("DejaVu Sans Mono")
                .contains("width=\"252pt\"")
                .contains("#ffffff");
        assertThatThrownBy(() -> Plots.useTheme("dark beamer")).hasMessageContaining("found \"dark beamer\"");
    }
}
