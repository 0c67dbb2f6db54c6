package jacobi.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.dflib.DataFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the JDK and of libraries that show themselves. */
class RenderingTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void register() {
        Rendering.register();
    }

    private static BufferedImage png(MimeBundle bundle) throws IOException {
        byte[] bytes = Base64.getDecoder().decode((String) bundle.data().get("image/png"));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void aComponentIsPaintedWithWhatIsInIt() throws IOException {
        JPanel panel = new JPanel(null);
        panel.setBackground(Color.GREEN);
        panel.setSize(50, 20);
        JLabel label = new JLabel();
        label.setOpaque(true);
        label.setBackground(Color.RED);
        label.setBounds(10, 5, 30, 10);
        panel.add(label);
        MimeBundle bundle = Displays.render(panel);
        BufferedImage image = png(bundle);
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(new Color(image.getRGB(2, 2))).isEqualTo(Color.GREEN);
        assertThat(new Color(image.getRGB(50, 20))).isEqualTo(Color.RED);
        assertThat(bundle.plain()).isEqualTo("JPanel");
        assertThat(bundle.metadata()).containsEntry("image/png", Map.of("width", 50, "height", 20));
    }

    @Test
    void aComponentWithoutSizeIsLaidOut() throws IOException {
        JPanel panel = new JPanel();
        panel.add(new JLabel("some text"));
        assertThat(png(Displays.render(panel)).getWidth()).isGreaterThan(80);
        assertThat(panel.getComponent(0).getWidth()).isPositive();
    }

    @Test
    void anIconIsPainted() throws IOException {
        Icon icon = new Icon() {
            @Override
            public void paintIcon(Component c, Graphics g, int x, int y) {
                g.setColor(Color.BLUE);
                g.fillRect(x, y, 8, 8);
            }

            @Override
            public int getIconWidth() {
                return 8;
            }

            @Override
            public int getIconHeight() {
                return 8;
            }
        };
        assertThat(new Color(png(Displays.render(icon)).getRGB(7, 7))).isEqualTo(Color.BLUE);
    }

    @Test
    void imagesShowFromMemoryFilesAndAddresses() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        assertThat(png(Displays.render(image)).getWidth()).isEqualTo(3);
        Path file = folder.resolve("dot.png");
        ImageIO.write(image, "png", file.toFile());
        for (Object name :
                new Object[] {file, file.toFile(), file.toUri(), file.toUri().toURL()}) {
            MimeBundle bundle = Displays.render(name);
            assertThat(png(bundle).getHeight()).as("" + name.getClass()).isEqualTo(2);
            assertThat(bundle.plain()).isEqualTo(name.toString());
        }
        Path svg = Files.writeString(folder.resolve("a.svg"), "<svg/>");
        assertThat(Displays.render(svg).data()).containsEntry("image/svg+xml", "<svg/>");
    }

    @Test
    void addressesOfThePageAreLeftToThePage() {
        assertThat((String) Displays.render(URI.create("https://x.org/a.PNG?b=1&c"))
                        .data()
                        .get("text/html"))
                .isEqualTo("<img src=\"https://x.org/a.PNG?b=1&amp;c\" alt=\"https://x.org/a.PNG?b=1&amp;c\">");
        assertThat(Displays.render(URI.create("https://x.org/a.html")).data()).containsOnlyKeys("text/plain");
        assertThat(Displays.render(folder.resolve("none.png")).data()).containsOnlyKeys("text/plain");
        assertThat(Displays.render(folder).data()).containsOnlyKeys("text/plain");
    }

    @Test
    void framesOfDflibAreTables() {
        DataFrame frame = DataFrame.foldByRow("name", "n").of("Ada", 1, "Bob", null);
        MimeBundle bundle = Displays.render(frame);
        assertThat(bundle.plain()).isEqualTo("name  n\nAda   1\nBob   null\n2 rows × 2 columns");
        assertThat((String) bundle.data().get("text/html")).contains("<table", "Bob");
    }
}
