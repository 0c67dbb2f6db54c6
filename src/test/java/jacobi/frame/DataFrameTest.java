package jacobi.frame;

import static jacobi.frame.PandasSays.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DataFrameTest {
    private final DataFrame house = csv("house_tiny.csv");

    @Test
    @DisplayName("P2: columns by position and by name")
    void columnsByPositionAndName() {
        assertThat(house.iloc(":", "0:2").columns().toList()).containsExactly("NumRooms", "Alley");
        assertThat(house.iloc().get(":, 0:2").columns().toList()).containsExactly("NumRooms", "Alley");
        assertThat(house.iloc(":", 2).toList()).containsExactly(127500L, 106000L, 178100L, 140000L);
        assertThat(house.iloc("1:3", -1).toList()).containsExactly(106000L, 178100L);
        assertThat(house.iloc("::-1").index().toList()).containsExactly(3L, 2L, 1L, 0L);
        assertThat(house.iloc("0, -1").index().toList()).containsExactly(0L, 3L);
        assertThat(house.iloc(-1, 0)).isEqualTo(Double.NaN);
        assertThat(house.get("Price", "Alley").columns().toList()).containsExactly("Price", "Alley");
        assertThatThrownBy(() -> house.iloc(4)).hasMessage("iloc: row 4 of 4; the last is 3 or -1");
        assertThatThrownBy(() -> house.iloc(":", "a:b")).hasMessageContaining("\"a:b\" is no position");
        assertThatThrownBy(() -> house.col("price"))
                .hasMessage("no column 'price'; columns are 'NumRooms', 'Alley', 'Price'; did you mean 'Price'?");
    }

    @Test
    @DisplayName("P3: missing numbers filled with the mean")
    void filledWithTheMean() {
        Series rooms = house.col("NumRooms");
        assertThat(rooms.fillna(rooms.mean()).toDoubleArray()).containsExactly(3, 2, 4, 3);
        DataFrame filled = house.fillna(house.mean(true));
        assertThat(filled.col("NumRooms").toDoubleArray()).containsExactly(3, 2, 4, 3);
        assertThat(filled.col("Alley").count()).isEqualTo(1);
        assertThat(house.fillna(Map.of("Alley", "none")).col("Alley").toList())
                .containsExactly("Pave", "none", "none", "none");
    }

    @Test
    @DisplayName("P6: the mean of a text column is an error that names it")
    void meansOfText() {
        assertThatThrownBy(house::mean)
                .hasMessageContaining("mean: column 'Alley' holds text ('Pave' in row 0)")
                .hasMessageContaining("getDummies");
        assertThatThrownBy(() -> house.col("Alley").mean()).hasMessageContaining("column 'Alley' holds text");
        assertThatThrownBy(() -> house.fillna(Map.of("Alley", 3.0)))
                .hasMessage("fillna: column 'Alley' holds text, and 3.0 is a number; fill it with a text, or use "
                        + "getDummies");
        assertThatThrownBy(() -> house.groupby("Price").mean()).hasMessageContaining("column 'Alley' holds text");
    }

    @Test
    @DisplayName("P4: one column for each value and one for missing")
    void oneHot() {
        DataFrame dummies = house.iloc(":", "0:2").getDummies(true);
        assertThat(dummies.col("Alley_Pave").toList()).containsExactly(1, 0, 0, 0);
        assertThat(dummies.col("Alley_nan").toList()).containsExactly(0, 1, 1, 1);
    }

    @Test
    @DisplayName("P5: inputs and outputs as float64 tensors")
    void tensors() {
        DataFrame inputs = house.iloc(":", "0:2");
        Tensor x = inputs.fillna(inputs.mean(true)).getDummies(true).toTensor();
        assertThat(x).hasToString("""
            tensor([[3., 1., 0.],
                    [2., 0., 1.],
                    [4., 0., 1.],
                    [3., 0., 1.]], dtype=torch.float64)\
            """);
        assertThat(house.iloc(":", 2).toTensor())
                .hasToString("tensor([127500., 106000., 178100., 140000.], dtype=torch.float64)");
        assertThat(house.col("Price").toTensor(DType.int64)).hasToString("tensor([127500, 106000, 178100, 140000])");
        assertThat(house.get(List.of("NumRooms"))
                        .toTensor(DType.float32)
                        .shape()
                        .toArray())
                .containsExactly(4, 1);
        assertThatThrownBy(() -> house.toTensor())
                .hasMessageContaining("toTensor: column 'Alley' holds text ('Pave' in row 0)");
        assertThatThrownBy(() -> house.col("NumRooms").toTensor(DType.int64))
                .hasMessageContaining("column 'NumRooms' has a missing value in row 0");
    }

    @Test
    @DisplayName("P7: the column with most missing values goes")
    void mostMissing() {
        assertThat(house.isna().sum().idxmax()).isEqualTo("Alley");
        assertThat(house.drop("Alley").columns().toList()).containsExactly("NumRooms", "Price");
        assertThat(house.sortValues("Price").iloc(0, "0:3").get("Price")).isEqualTo(106000L);
    }

    @Test
    void columnsAreSetInPlaceAndComputed() {
        DataFrame frame = Frames.dataFrame("a", new int[] {1, 2, 3}, "b", List.of(1.5, 2.5, 3.5));
        frame.set(frame.col("a").mul(2).add(frame.col("b")), "c");
        frame.set("same", "d");
        assertThat(frame).hasToString("""
               a    b    c     d
            0  1  1.5  3.5  same
            1  2  2.5  6.5  same
            2  3  3.5  9.5  same\
            """);
        assertThat(frame.col("a").mul(2).dtype()).isEqualTo("int64");
        assertThat(frame.col("a").astype("float64").toList()).containsExactly(1.0, 2.0, 3.0);
        assertThat(frame.get(frame.col("a").ge(2).and(frame.col("b").lt(3))).size())
                .isEqualTo(1);
        assertThat(frame.get(frame.col("d").eq("same").not()).size()).isZero();
        assertThat(frame.apply(c -> c.count())).hasToString("a    3\nb    3\nc    3\nd    3\ndtype: int64");
        assertThatThrownBy(() -> frame.set(new int[] {1}, "e")).hasMessageContaining("has 1 values, the frame 3 rows");
        assertThatThrownBy(() -> frame.col("d").astype("int64")).hasMessageContaining("'same' in row 0");
    }

    @Test
    void aNotebookShowsATable() {
        MimeBundle shown = Displays.render(house);
        assertThat(shown.plain()).isEqualTo(house.toString());
        String html = (String) shown.data().get("text/html");
        assertThat(html)
                .contains("<th align=\"right\" style=\"text-align: right\">Price</th>")
                .contains("<td align=\"left\" style=\"text-align: left\"><div align=\"left\">Pave</div></td>")
                .contains("<td align=\"right\" style=\"text-align: right\">127500</td>")
                .contains("<td align=\"right\" style=\"text-align: right\">NaN</td>")
                .doesNotContain("rows ×");
        assertThat(Frames.dataFrame("<b>", List.of("a&b")).toHtml())
                .contains("&lt;b&gt;")
                .contains("a&amp;b");
    }

    @Test
    void longTablesAreShortenedAsPandasDoes() {
        DataFrame longer = Frames.dataFrame("n", IntStream.range(0, 61).toArray());
        assertThat(longer.toHtml().split("<tr>")).as("header, five, dots, five").hasSize(1 + 1 + 5 + 1 + 5);
        assertThat(longer.toHtml()).contains("<p>61 rows × 1 columns</p>");
        assertThat(longer.head(60).toHtml()).doesNotContain("...");
        assertThat(csv("wide.csv").toHtml())
                .contains("<th align=\"center\" style=\"text-align: center\"><div align=\"center\">...</div></th>");
    }

    @Test
    void joinsMatchEveryPairAndNeedACommonColumn() {
        DataFrame left = Frames.dataFrame("k", new int[] {1, 2, 2}, "a", List.of("x", "y", "z"));
        DataFrame right = Frames.dataFrame("k", new double[] {2, 2, 3}, "b", List.of("p", "q", "r"));
        assertThat(left.merge(right).get("a", "b").toCsv()).isEqualTo(",a,b\n0,y,p\n1,y,q\n2,z,p\n3,z,q\n");
        assertThat(left.merge(right, "outer").size()).isEqualTo(6);
        assertThatThrownBy(() -> left.merge(right.drop("k"))).hasMessageContaining("merge: no common column");
        assertThatThrownBy(() -> left.merge(right, "upper")).hasMessageContaining("inner, left, right or outer");
    }
}
