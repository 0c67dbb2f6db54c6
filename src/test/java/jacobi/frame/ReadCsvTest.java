package jacobi.frame;

import static jacobi.frame.Frames.readCsv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCsvTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    @DisplayName("P1: make a folder, write a file, read it, print it")
    void writtenThenRead() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data").resolve("raw"));
        Path csv = Files.writeString(
                data.resolve("house_tiny.csv"),
                "NumRooms,Alley,Price\nNA,Pave,127500\n2,NA,106000\n4,NA,178100\nNA,NA,140000\n");
        assertThat(readCsv(csv)).hasToString("""
                   NumRooms Alley   Price
                0       NaN  Pave  127500
                1       2.0   NaN  106000
                2       4.0   NaN  178100
                3       NaN   NaN  140000""");
    }

    @Test
    void raggedLinesNameFileAndLine() throws IOException {
        String path = file("ragged.csv", "a,b\n1,2\n\n\"x\ny\",2\n3,4,5\n");
        assertThatThrownBy(() -> readCsv(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ragged.csv, line 6: 2 fields expected, as the header has, 3 found");
        DataFrame shorter = readCsv("a,b,c\n1,2\n");
        assertThat(shorter.iloc(0, 2)).isEqualTo(Double.NaN);
        assertThatThrownBy(() -> readCsv("a,b,c\n1,2\n", CsvOptions.strict()))
                .hasMessageContaining("line 2: 3 fields expected, as the header has, 2 found");
    }

    @Test
    void quotesThatGoWrongNameTheLine() throws IOException {
        String path = file("open.csv", "a,b\n1,2\n\"3,4\n5,6\n");
        assertThatThrownBy(() -> readCsv(path)).hasMessageContaining("open.csv, line 3: a quote is opened there");
        assertThatThrownBy(() -> readCsv("a,b\n1,\"x\"y\n"))
                .hasMessageContaining("readCsv: the text, line 2: Unexpected character after closing quote: 'y'");
        assertThat(readCsv("a,b\n5\" pipe,2\n").iloc(0, 0))
                .as("a quote inside a field is a sign like others")
                .isEqualTo("5\" pipe");
    }

    @Test
    void missingFilesSayWhereTheySearched() throws IOException {
        file("house.csv", "a\n1\n");
        String path = folder.resolve("hose.csv").toString();
        assertThatThrownBy(() -> readCsv(path))
                .hasMessage("readCsv: no file 'hose.csv'; searched in " + folder + ", which holds house.csv");
        assertThatThrownBy(() -> readCsv(folder.resolve("no/where.csv").toString()))
                .hasMessageContaining("a folder that does not exist");
        assertThatThrownBy(() -> readCsv(folder.toString())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> readCsv(file("empty.csv", ""))).hasMessageContaining("is empty");
    }

    @Test
    void addressesAndCompressedFilesAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/data.csv.gz", exchange -> {
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(readCsv(address + "/data.csv.gz").iloc(0, 1)).isEqualTo("x");
            assertThatThrownBy(() -> readCsv(address + "/none.csv"))
                    .hasMessageContaining("cannot fetch " + address + "/none.csv");
        } finally {
            server.stop(0);
        }
        Path file = Files.write(folder.resolve("data.csv.gz"), packed.toByteArray());
        assertThat(readCsv(file).iloc(0, 0)).isEqualTo(1L);
        assertThat(readCsv(file.toUri().toString()).shape()).hasToString("(1, 2)");
    }

    @Test
    void chineseTextThatIsNotUtf8IsReadAndSaid() throws Exception {
        Path csv = Files.write(folder.resolve("old.csv"), "城市,人口\n北京,2189\n上海,2487\n".getBytes("GB18030"));
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(readCsv(csv).iloc(1, 0)).isEqualTo("上海");
            assertThat(readCsv(csv).columns().toList()).hasToString("[城市, 人口]");
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("old.csv is not UTF-8 and was read as GB18030");
        Path latin = Files.write(folder.resolve("latin.csv"), "Stadt,n\nZürich,1\n".getBytes("ISO-8859-1"));
        assertThatThrownBy(() -> readCsv(latin)).hasMessageContaining("latin.csv is not UTF-8");
        Path marked = Files.writeString(folder.resolve("marked.csv"), "\ufeff城市,n\n北京,1\n");
        assertThat(readCsv(marked).columns().toList()).hasToString("[城市, n]");
    }

    @Test
    void otherEncodingsAreNamedNotGarbled() throws IOException {
        Path csv = Files.write(folder.resolve("gbk.csv"), "城市,数\n北京,1\n".getBytes(Charset.forName("GBK")));
        assertThat(readCsv(csv, CsvOptions.defaults().encoding("GBK")).iloc(0, 0))
                .isEqualTo("北京");
        DataFrame marked = readCsv(file("excel.csv", "\uFEFF\"a\",b\r\n1,2\r\n"));
        assertThat(marked.columns().toList()).containsExactly("a", "b");
    }

    @Test
    void kindsAreInferredFromAllRows() {
        assertThat(readCsv("a\n1\n2\n").col("a").dtype()).isEqualTo("int64");
        assertThat(readCsv("a\n1\n2.5\n").col("a").dtype()).isEqualTo("float64");
        assertThat(readCsv("a\n1\n\n2\n").size()).as("empty lines are no rows").isEqualTo(2);
        assertThat(readCsv("a,b\n1,\n2,3\n").col("b").dtype()).isEqualTo("float64");
        DataFrame late = readCsv("a,b\n007,1\n1.50,2\nx,3\n");
        assertThat(late.col("a").toList())
                .as("read again as text, digit for digit")
                .containsExactly("007", "1.50", "x");
        assertThat(late.col("b").dtype()).isEqualTo("int64");
        assertThat(readCsv("a\ntrue\nmaybe\n").col("a").toList()).containsExactly("true", "maybe");
        assertThat(readCsv("a,b\n0x10,1f\n").dtypes().toList())
                .as("Java's numbers are text")
                .containsOnly("object");
        assertThat(readCsv("a\n12345678901234567890\n1\n").col("a").toList())
                .containsExactly("12345678901234567890", "1");
        assertThat(readCsv("a\n-9223372036854775808\n9223372036854775807\n")
                        .col("a")
                        .toList())
                .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(readCsv("a\n12345678901234567890\n1.5\n").col("a").dtype()).isEqualTo("float64");
    }

    @Test
    void optionsSayHow() {
        CsvOptions defaults = CsvOptions.defaults();
        assertThat(readCsv("a;b\n1;2\n", defaults.separator(';')).shape()).hasToString("(1, 2)");
        assertThat(readCsv("1,2\n3,4\n", defaults.noHeader()).columns().toList())
                .containsExactly("0", "1");
        assertThat(readCsv("1,2\n3,4\n", defaults.noHeader().names("x", "y"))
                        .col("y")
                        .toList())
                .containsExactly(2L, 4L);
        assertThat(readCsv("a,b\n-999,1\n", defaults.naValues("-999")).col("a").count())
                .isZero();
        assertThat(readCsv("a,b\nNA,1\n", defaults.onlyNaValues("")).iloc(0, 0)).isEqualTo("NA");
        assertThat(readCsv("zip,b\n0123,1\n", defaults.dtype("zip", "object")).iloc(0, 0))
                .isEqualTo("0123");
        assertThat(readCsv("# made by hand\na,b\n1,2\n# end\n", defaults.comment('#'))
                        .shape())
                .hasToString("(1, 2)");
        assertThat(readCsv("a,b,c\n1,2,3\n", defaults.columns("a", "c"))
                        .columns()
                        .toList())
                .containsExactly("a", "c");
        assertThat(readCsv("a,b\n1,2\n3,4\n5,6\n", defaults.rows(2)).size()).isEqualTo(2);
        assertThat(readCsv("note\n\na,b\n1,2\n", defaults.skipRows(2)).columns().toList())
                .containsExactly("a", "b");
        assertThat(readCsv(new StringReader("a,b\nx,2\n"), defaults.indexColumn("a"))
                        .loc("x")
                        .iloc(0))
                .isEqualTo(2L);
        assertThat(readCsv("a,a,\n1,2,3\n").columns().toList()).containsExactly("a", "a.1", "Unnamed: 2");
        assertThatThrownBy(() -> readCsv("a,b\n1,2\n", defaults.columns("c"))).hasMessageContaining("no column 'c'");
    }

    @Test
    void spacesBelongToNoFieldUnlessStrictOrQuoted() {
        DataFrame trimmed = readCsv("a, b ,c\n 1 , x , \" y \"\n   \n2, NA ,z\n");
        assertThat(trimmed.columns().toList()).containsExactly("a", "b", "c");
        assertThat(trimmed.col("a").toList()).containsExactly(1L, 2L);
        assertThat(trimmed.col("b").toList()).containsExactly("x", null);
        assertThat(trimmed.col("c").toList()).containsExactly(" y ", "z");
        DataFrame strict = readCsv("a, b\n 1, NA\n", CsvOptions.strict());
        assertThat(strict.col(" b").toList()).containsExactly(" NA");
        assertThat(strict.col("a").dtype())
                .as("numbers may have spaces around them")
                .isEqualTo("int64");
    }

    @Test
    void writtenFramesReadBackTheSame() throws IOException {
        Random random = new Random(7);
        double[] numbers = random.doubles(500, -1e6, 1e6).toArray();
        numbers[3] = 1e-300;
        numbers[4] = Double.MIN_VALUE;
        numbers[5] = Double.NaN;
        String[] words = random.ints(500, 0, 5).mapToObj(i -> "w,\"" + i + "\n").toArray(String[]::new);
        DataFrame written = Frames.dataFrame("n", numbers, "w", words);
        Path path = folder.resolve("out.csv");
        written.toCsv(path.toString(), false);
        DataFrame read = readCsv(path.toString());
        assertThat(read.col("n").toDoubleArray()).isEqualTo(numbers);
        assertThat(read.col("w").toList()).isEqualTo(written.col("w").toList());
    }
}
