package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.rendering.Rendering;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Libraries of Maven Central, each used in a session of its own; what the kernel itself is made of among them. */
@Tag("soak")
class LibrariesSoakTest {
    private final CellTrial cells = new CellTrial("import java.util.*;");

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aNotebookWrittenForIJavaTrainsWithDjlAndPyTorch() throws Exception {
        Path notebook =
                Path.of(getClass().getResource("djl-linear-regression.ipynb").toURI());
        assertThat(cells.runs("%load " + notebook)).contains("PyTorch\n").endsWith("true\ntrue\n");
        assertThat(cells.errors()).as("the logger that was added").contains("INFO ai.djl");
    }

    @Test
    void aLoggersProviderIsFound() {
        cells.runs("%maven ch.qos.logback:logback-classic:1.5.12");
        assertThat(cells.value("org.slf4j.LoggerFactory.getLogger(\"x\").getClass().getName()"))
                .isEqualTo("ch.qos.logback.classic.Logger");
        assertThat(cells.printed("org.slf4j.LoggerFactory.getLogger(\"lesson\").info(\"hello {}\", 3);"))
                .contains("INFO lesson -- hello 3");
    }

    @Test
    void anOldJacksonIsTheOneAsked() {
        cells.runs("%maven com.fasterxml.jackson.core:jackson-databind:2.9.10.8");
        assertThat(cells.value("new com.fasterxml.jackson.databind.ObjectMapper().version().toString()"))
                .isEqualTo("2.9.10-8");
        assertThat(cells.value(
                        "new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(Map.of(\"a\", 1))"))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void otherVersionsOfWhatTheKernelIsMadeOfHaveTheirMembers() {
        cells.runs("%maven org.yaml:snakeyaml:1.33 de.siegmar:fastcsv:2.2.2 org.hipparchus:hipparchus-core:1.8"
                + " org.apache.pdfbox:pdfbox:2.0.29");
        assertThat(cells.value("new org.yaml.snakeyaml.Yaml().load(\"a: [1, 2]\").toString()"))
                .isEqualTo("{a=[1, 2]}");
        assertThat(cells.value(
                        "de.siegmar.fastcsv.reader.CsvReader.builder().build(\"a,b\").iterator().next().getField(1)"))
                .isEqualTo("b");
        assertThat(cells.value("org.hipparchus.util.FastMath.hypot(3, 4)")).isEqualTo(5.0);
        assertThat(cells.value("var doc = new org.apache.pdfbox.pdmodel.PDDocument();\ndoc.addPage(new"
                        + " org.apache.pdfbox.pdmodel.PDPage());\ndoc.getNumberOfPages()"))
                .isEqualTo(1);
    }

    @Test
    void chartsOfEachXChartShow() {
        Rendering.register();
        for (String version : new String[] {"3.5.2", "3.8.8"}) {
            try (CellTrial session = new CellTrial()) {
                session.runs("%maven org.knowm.xchart:xchart:" + version);
                Object chart = session.value("org.knowm.xchart.QuickChart.getChart(\"t\", \"x\", \"y\", \"s\","
                        + " new double[] {1, 2}, new double[] {3, 1})");
                assertThat(chart.getClass()
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString())
                        .contains(version);
                assertThat((String) Displays.render(chart).data().get("image/svg+xml"))
                        .contains("<svg");
            }
        }
    }

    @Test
    void aDatabaseInMemoryIsAskedBothWays() {
        cells.runs("%maven com.h2database:h2:2.3.232\n%sql jdbc:h2:mem:school");
        assertThat(cells.value("%%sql\nCREATE TABLE bird(id INT, name VARCHAR(20));\n"
                                + "INSERT INTO bird VALUES (1, 'owl'), (2, 'jay');\nSELECT * FROM bird ORDER BY id")
                        .toString())
                .isEqualTo("ID  NAME\n 1  owl\n 2  jay");
        assertThat(cells.value("java.sql.DriverManager.getConnection(\"jdbc:h2:mem:x\").getMetaData()"
                        + ".getDatabaseProductName()"))
                .isEqualTo("H2");
    }

    @Test
    void aChartOfJFreeChartShows() {
        Rendering.register();
        cells.runs("%maven org.jfree:jfreechart:1.5.5");
        Object chart = cells.value("var data = new org.jfree.data.general.DefaultPieDataset<String>();\n"
                + "data.setValue(\"half\", 1);\norg.jfree.chart.ChartFactory.createPieChart(\"Pie\", data)");
        assertThat(Displays.render(chart).plain()).isEqualTo("JFreeChart: Pie");
        assertThat((String) Displays.render(chart).data().get("image/svg+xml")).contains("half");
    }

    @Test
    void lombokWritesWhatItsAnnotationsSay() {
        cells.runs("%maven org.projectlombok:lombok:1.18.42");
        assertThat(cells.value("import lombok.*;\n@Data @AllArgsConstructor class Point { int x; int y; }\n"
                        + "var p = new Point(1, 2);\np.getX()"))
                .isEqualTo(1);
        cells.runs("p.setY(5);\nint sum(Point q) { return q.getX() + q.getY(); }");
        assertThat(cells.value("sum(p)")).as("in a later cell").isEqualTo(6);
        assertThat(cells.value("@Builder record Bird(String name, int eggs) {}\n"
                        + "Bird.builder().name(\"owl\").eggs(2).build().eggs()"))
                .isEqualTo(2);
        assertThat(cells.failure("@Data class Broken { int x = \"s\"; }").evalue())
                .startsWith("line 1");
        assertThat(cells.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void framesOfDflibShow() {
        Rendering.register();
        cells.runs("%maven org.dflib:dflib:1.0.0");
        Object frame = cells.value("org.dflib.DataFrame.foldByRow(\"a\", \"b\").of(1, \"x\", 2, \"y\")");
        assertThat(Displays.render(frame).plain()).isEqualTo("a  b\n1  x\n2  y\n2 rows × 2 columns");
    }

    @Test
    void figuresOfTablesawAreScriptsOfThePage() {
        Rendering.register();
        cells.runs("%maven tech.tablesaw:tablesaw-jsplot:0.43.1");
        Object figure = cells.value("import tech.tablesaw.api.*;\n"
                + "var t = Table.create(\"t\").addColumns(IntColumn.create(\"a\", 1, 2));\n"
                + "tech.tablesaw.plotly.api.ScatterPlot.create(\"s\", t, \"a\", \"a\")");
        assertThat((String) Displays.render(figure).data().get("text/html"))
                .containsPattern("var \\w+ = document.getElementById\\('\\w+'\\);");
    }

    @Test
    void tablesOfTablesawShow() {
        Rendering.register();
        cells.runs("%maven tech.tablesaw:tablesaw-core:0.43.1");
        Object table = cells.value("import tech.tablesaw.api.*;\n"
                + "Table.create(\"t\").addColumns(IntColumn.create(\"a\", 1, 2), StringColumn.create(\"b\", "
                + "\"x\", \"y\"))");
        assertThat(Displays.render(table).plain()).isEqualTo("t\na  b\n1  x\n2  y\n2 rows × 2 columns");
    }
}
