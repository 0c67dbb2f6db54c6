package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Displays;
import jacobi.rendering.Rendering;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries a session adds, beside those the kernel is made of. */
class AddedLibrariesTest {
    @AutoClose
    private final CellTrial cells = new CellTrial("import java.util.*;");

    @TempDir
    Path folder;

    private String add(Path... jars) {
        StringBuilder line = new StringBuilder("%jars");
        for (Path jar : jars) {
            line.append(' ').append(jar.toString().replace('\\', '/'));
        }
        return cells.printed(line.toString());
    }

    private Path tool(String version, String answer) throws Exception {
        return BuiltJar.write(
                folder.resolve("tool-" + version + ".jar"),
                "tool/Tool.java",
                "package tool; public class Tool { public static String answer() { return \"" + answer + "\"; } }");
    }

    @Test
    void whatTheKernelIsMadeOfIsHiddenFromCells() {
        for (String hidden : List.of(
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.yaml.snakeyaml.Yaml",
                "picocli.CommandLine",
                "org.slf4j.LoggerFactory",
                "org.objectweb.asm.ClassReader",
                "org.eclipse.aether.RepositorySystem",
                "org.hipparchus.linear.RealMatrix",
                "de.siegmar.fastcsv.reader.CsvReader",
                "org.apache.pdfbox.pdmodel.PDDocument",
                "org.zeromq.ZMQ",
                "com.google.gson.Gson")) {
            assertThat(cells.failure("Class<?> c = " + hidden + ".class;").ename())
                    .as(hidden)
                    .isEqualTo("CompilationError");
            assertThat(cells.failure("Class.forName(\"" + hidden + "\")").ename())
                    .as(hidden)
                    .isEqualTo("ClassNotFoundException");
        }
        String found = "Thread.currentThread().getContextClassLoader().getResource(\"";
        assertThat(cells.value(found + "META-INF/maven/com.google.code.gson/gson/pom.properties\")"))
                .isNull();
        assertThat(cells.value(found + "com/google/gson/Gson.class\")")).isNull();
    }

    @Test
    void theJdkTheRenderingApiAndXChartAreThere() {
        assertThat(cells.value("org.knowm.xchart.XYChart.class.getSimpleName()"))
                .isEqualTo("XYChart");
        assertThat(cells.value("io.github.spencerpark.jupyter.kernel.display.Renderer.class.getSimpleName()"))
                .isEqualTo("Renderer");
        assertThat(cells.value("com.sun.source.tree.Tree.class.getSimpleName()"))
                .isEqualTo("Tree");
        assertThat(cells.value("javax.sql.DataSource.class.getSimpleName()")).isEqualTo("DataSource");
        assertThat(cells.value("Class.forName(\"sun.misc.Unsafe\").getSimpleName()"))
                .isEqualTo("Unsafe");
        assertThat(cells.value("jacobi.display.Displays.class.getResource(\"/jacobi/display/Displays.class\") != null"))
                .isEqualTo(true);
    }

    @Test
    void valuesOfLibrariesShowThemselves() throws Exception {
        Rendering.register();
        add(BuiltJar.write(
                folder.resolve("shown-1.jar"),
                "org/jfree/chart/JFreeChart.java",
                "package org.jfree.chart; public class JFreeChart {"
                        + " public Object getTitle() { return new Title(); }"
                        + " public static class Title { public String getText() { return \"bars\"; } }"
                        + " public void draw(java.awt.Graphics2D g, java.awt.geom.Rectangle2D area) { g.fill(area); } "
                        + "}",
                "tech/tablesaw/plotly/components/Figure.java",
                "package tech.tablesaw.plotly.components; public class Figure {"
                        + " public String asJavascript(String id) { return \"<script>var target_\" + id + \" = "
                        + "draw('\" + id +"
                        + " \"')</script>\"; } }",
                "tech/tablesaw/api/Table.java",
                "package tech.tablesaw.api; import java.util.*; public class Table {"
                        + " public String name() { return \"birds\"; } public int rowCount() { return 100; }"
                        + " public List<String> columnNames() { return List.of(\"a\"); }"
                        + " public String getString(int row, int column) { return row + \"\"; } }"));
        var chart = Displays.render(cells.value("new org.jfree.chart.JFreeChart()"));
        assertThat(chart.plain()).isEqualTo("JFreeChart: bars");
        assertThat((String) chart.data().get("image/svg+xml")).contains("width=\"680\"");
        var figure = Displays.render(cells.value("new tech.tablesaw.plotly.components.Figure()"));
        assertThat((String) figure.data().get("text/html"))
                .containsPattern("<div id=\"(\\w+)\"></div>(?s:.*)var target_\\1 = draw\\('\\1'\\)");
        var table = Displays.render(cells.value("new tech.tablesaw.api.Table()"));
        assertThat(table.plain())
                .startsWith("birds\na\n")
                .containsSubsequence("0", "4", "...", "95", "99", "100 rows × 1 columns")
                .doesNotContain("\n50");
    }

    @Test
    void aWindowSaysWhatToShowInstead() {
        assertThat(cells.failure("new javax.swing.JFrame(\"x\")").traceback())
                .anyMatch(line -> line.contains("JPanel"));
    }

    /** Where a class comes from. */
    private static Path origin(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aLibrarysExtensionIsInstalledOnce() throws Exception {
        Path jar = BuiltJar.write(
                folder.resolve("birds-1.jar"),
                List.of(origin(Displays.class), origin(MIMEType.class)),
                "birds/Bird.java",
                "package birds; public class Bird {}",
                "birds/Shown.java",
                "package birds; import io.github.spencerpark.jupyter.kernel.display.*;"
                        + " import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;"
                        + " public class Shown implements jacobi.display.Extension { public void install(Renderer r) {"
                        + " System.out.println(\"installed\"); "
                        + "r.createRegistration(Bird.class).preferring(MIMEType.TEXT_HTML)"
                        + ".register((b, c) -> c.renderIfRequested(MIMEType.TEXT_HTML, () -> \"<b>bird\")); } }",
                "META-INF/services/jacobi.display.Extension",
                "birds.Shown\n");
        assertThat(add(jar)).contains("installed");
        assertThat(add(tool("9", "x"))).doesNotContain("installed");
        assertThat(Displays.render(cells.value("new birds.Bird()")).data()).containsEntry("text/html", "<b>bird");
    }

    @Test
    void anExtensionWrittenForJJavaIsInstalled() throws Exception {
        Path jar = BuiltJar.write(
                folder.resolve("owls-1.jar"),
                List.of(origin(Displays.class), origin(MIMEType.class)),
                "owls/Owl.java",
                "package owls; public class Owl {}",
                "owls/Shown.java",
                "package owls; import org.dflib.jjava.jupyter.kernel.BaseKernel;"
                        + " import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;"
                        + " public class Shown implements org.dflib.jjava.jupyter.Extension {"
                        + " public void install(BaseKernel kernel) {"
                        + " kernel.getRenderer().createRegistration(Owl.class).preferring(MIMEType.TEXT_HTML)"
                        + ".register((owl, c) -> c.renderIfRequested(MIMEType.TEXT_HTML, type -> type + \" owl\")); } "
                        + "}",
                "META-INF/services/org.dflib.jjava.jupyter.Extension",
                "owls.Shown\n");
        add(jar);
        assertThat(Displays.render(cells.value("new owls.Owl()")).data()).containsEntry("text/html", "text/html owl");
    }

    @Test
    void aLibraryTheKernelUsesTooIsTheStudentsInCells() throws Exception {
        add(BuiltJar.write(
                folder.resolve("snakeyaml-0.1.jar"),
                "org/yaml/snakeyaml/Yaml.java",
                "package org.yaml.snakeyaml; public class Yaml { public String mine() { return \"mine\"; } }",
                "META-INF/services/java.lang.Runnable",
                ""));
        assertThat(cells.value("new org.yaml.snakeyaml.Yaml().mine()")).isEqualTo("mine");
        assertThat(cells.value(
                        "Class.forName(\"org.yaml.snakeyaml.Yaml\").getProtectionDomain().getCodeSource().getLocation()"
                                + ".getPath().endsWith(\"snakeyaml-0.1.jar\")"))
                .isEqualTo(true);
        assertThat(cells.failure("org.yaml.snakeyaml.error.Mark m = null;").ename())
                .as("of the kernel's version nothing shows through")
                .isEqualTo("CompilationError");
    }

    @Test
    void aVersionNobodyUsedYetGivesWay() throws Exception {
        assertThat(add(tool("1.0", "old"))).contains("Added tool-1.0.jar");
        assertThat(add(tool("2.0", "new"))).contains("Added tool-2.0.jar in place of tool-1.0.jar");
        assertThat(cells.value("tool.Tool.answer()")).isEqualTo("new");
        assertThat(add(folder.resolve("tool-2.0.jar"))).contains("Already there: tool-2.0.jar");
    }

    @Test
    void aVersionInUseStaysAndTheWayOutIsNamed() throws Exception {
        add(tool("1.0", "old"));
        assertThat(cells.value("tool.Tool.answer()")).isEqualTo("old");
        Path other = BuiltJar.write(folder.resolve("other-1.jar"), "other/A.java", "package other; public class A {}");
        tool("2.0", "new");
        Evaluation.Failure refused = cells.failure("%jars " + folder.resolve("tool-2.0.jar") + " " + other);
        assertThat(refused.evalue())
                .contains("tool-2.0.jar cannot be added")
                .contains("uses tool-1.0.jar already")
                .contains("Restart the kernel");
        assertThat(cells.failure("new other.A()").ename())
                .as("nothing is added when one cannot be")
                .isEqualTo("CompilationError");
        assertThat(cells.value("tool.Tool.answer()")).isEqualTo("old");
    }

    @Test
    void aChartOfAnXChartOfOnesOwnShowsInline() throws Exception {
        Rendering.register();
        Path own = BuiltJar.write(
                folder.resolve("xchart-1.0.jar"),
                "org/knowm/xchart/internal/chartpart/Chart.java",
                "package org.knowm.xchart.internal.chartpart; public abstract class Chart<S, T> {"
                        + " public int getWidth() { return 120; } public int getHeight() { return 80; }"
                        + " public String getTitle() { return \"of my own\"; }"
                        + " public abstract void paint(java.awt.Graphics2D g, int width, int height); }",
                "org/knowm/xchart/Spot.java",
                "package org.knowm.xchart; public class Spot extends "
                        + "org.knowm.xchart.internal.chartpart.Chart<String, String> {"
                        + " public void paint(java.awt.Graphics2D g, int width, int height) { g.fillRect(1, 2, 33, "
                        + "44); } }");
        assertThat(add(own)).contains("Added xchart-1.0.jar");
        Object chart = cells.value("new org.knowm.xchart.Spot()");
        assertThat(Displays.render(chart).plain()).isEqualTo("Spot: of my own");
        assertThat(Displays.render(chart).data().get("image/svg+xml").toString())
                .contains("width=\"33\"");
        assertThat(cells.failure("org.knowm.xchart.XYChart c = null;").ename())
                .as("two versions are not mixed")
                .isEqualTo("CompilationError");
    }

    @Test
    void anXChartOfOnesOwnComesBeforeTheFirstChart() throws Exception {
        cells.value("new org.knowm.xchart.XYChartBuilder().build()");
        Path own = BuiltJar.write(
                folder.resolve("xchart-1.0.jar"),
                "org/knowm/xchart/Spot.java",
                "package org.knowm.xchart; public class Spot {}");
        assertThat(cells.failure("%jars " + own).evalue())
                .contains("uses the XChart that comes with Jacobi already")
                .contains("Restart");
    }

    @Test
    void aDriverAddedLaterIsFound() throws Exception {
        cells.value("java.sql.DriverManager.drivers().count()");
        add(BuiltJar.write(
                folder.resolve("driver-1.jar"),
                "db/MyDriver.java",
                """
                package db;
                import java.sql.*;
                public class MyDriver implements Driver {
                    static {
                        try {
                            DriverManager.registerDriver(new MyDriver());
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    public Connection connect(String url, java.util.Properties info) { return null; }
                    public boolean acceptsURL(String url) { return url.startsWith("jdbc:mine:"); }
                    public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) { return null; }
                    public int getMajorVersion() { return 7; }
                    public int getMinorVersion() { return 0; }
                    public boolean jdbcCompliant() { return false; }
                    public java.util.logging.Logger getParentLogger() { return null; }
                }
                """,
                "META-INF/services/java.sql.Driver",
                "db.MyDriver"));
        assertThat(cells.value("java.sql.DriverManager.getDriver(\"jdbc:mine:x\").getMajorVersion()"))
                .isEqualTo(7);
    }

    @Test
    void whatIsNoJarChangesNothing() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "<html>404</html>");
        Path good = tool("1.0", "good");
        assertThat(cells.failure("%jars " + good + " " + broken).evalue())
                .contains("broken.jar is neither a folder nor a jar that can be read");
        assertThat(cells.failure("tool.Tool.answer()").ename()).isEqualTo("CompilationError");
    }
}
