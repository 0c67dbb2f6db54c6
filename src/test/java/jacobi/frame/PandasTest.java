package jacobi.frame;

import static jacobi.frame.PandasSays.csv;
import static jacobi.frame.PandasSays.read;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Six CSVs, read and printed: to the character what pandas printed. */
class PandasTest {

    @Test
    @DisplayName("P1 to P4, P7: the little house of the chapter")
    void houseTiny() {
        DataFrame data = csv("house_tiny.csv");
        DataFrame inputs = data.iloc(":", "0:2");
        DataFrame filled = inputs.fillna(inputs.mean(true));
        DataFrame dummies = filled.getDummies(true);
        new PandasSays("house_tiny.txt")
                .printsTheUsual(data)
                .prints("inputs", inputs)
                .prints("targets", data.iloc(":", 2))
                .prints("filled", filled)
                .prints("dummies", dummies)
                .prints("dummies plain", filled.getDummies())
                .prints("row", data.iloc(0))
                .prints("mean", data.mean(true))
                .prints("row of numbers", dummies.iloc(0))
                .prints("drop", data.drop((String) data.isna().sum().idxmax()))
                .prints("dropna", data.dropna())
                .prints("sorted", data.sortValues("Price", false))
                .prints("isna", data.isna())
                .prints("masked", data.get(data.col("Price").gt(120000)))
                .prints("scaled", data.col("Price").div(1000))
                .prints("unsigned dtypes", dummies.dtypes())
                .andNothingElse();
    }

    @Test
    @DisplayName("P6: a space after each comma is trimmed, and kept by strict")
    void houseSpaces() {
        DataFrame strict = Frames.readCsv(read("house_spaces.csv"), CsvOptions.strict());
        new PandasSays("house_spaces.txt")
                .printsTheUsual(csv("house_spaces.csv"))
                .prints("strict", strict)
                .prints("strict columns", strict.columns())
                .andNothingElse();
    }

    @Test
    void spellingsOfNumbersTruthAndNothing() {
        DataFrame data = csv("spellings.csv");
        new PandasSays("spellings.txt")
                .printsTheUsual(data)
                .prints("notes", data.col("note"))
                .prints("flags", data.col("flag"))
                .prints(
                        "by flag",
                        data.groupby("flag").get(List.of("id", "ratio", "huge")).max())
                .prints("counts", data.col("flag").valueCounts())
                .prints("sorted by ratio", data.get("id", "ratio").sortValues("ratio"))
                .andNothingElse();
    }

    @Test
    void wideFramesAreBrokenIntoBlocks() {
        DataFrame data = csv("wide.csv");
        new PandasSays("wide.txt")
                .printsTheUsual(data)
                .prints(
                        "some",
                        data.get(List.of(
                                        "feature_00",
                                        "feature_03",
                                        "feature_05",
                                        "feature_06",
                                        "feature_10",
                                        "feature_12",
                                        "name"))
                                .head(3))
                .prints("std", data.std(true))
                .prints("corner", data.iloc("2:5", "-3:"))
                .prints("steps", data.iloc("::10", "::6"))
                .andNothingElse();
    }

    @Test
    void longFramesAreShortenedGroupedAndJoined() {
        DataFrame data = csv("weather.csv");
        DataFrame left = data.get("station", "day", "temp").head(6);
        DataFrame heights =
                Frames.dataFrame("station", List.of("Wien", "Graz", "Bern"), "height", new int[] {151, 353, 542});
        DataFrame temps =
                Frames.dataFrame("station", List.of("Wien", "Graz", "Wien"), "temp", new double[] {1.5, 2.5, 3.5});
        GroupBy stations = data.groupby("station");
        new PandasSays("weather.txt")
                .printsTheUsual(data)
                .prints("mean by station", stations.mean(true))
                .prints("size by station", stations.size())
                .prints("mean by two", data.groupby("station", "storm").mean(true))
                .prints("rain by station", stations.get("rain").sum())
                .prints("two by station", stations.get(List.of("temp", "rain")).max())
                .prints("count by station", stations.count())
                .prints("std by storm", data.groupby("storm").std(true))
                .prints("first by station", stations.first())
                .prints("stations", data.col("station"))
                .prints("stations counted", data.col("station").valueCounts())
                .prints("sorted", data.sortValues(List.of("station", "temp"), true, false))
                .prints("sorted by rain", data.sortValues("rain"))
                .prints("left", left)
                .prints("merge", left.merge(heights))
                .prints("merge left", left.merge(heights, "left"))
                .prints("merge right", left.merge(heights, "right"))
                .prints("merge outer", left.merge(heights, "outer"))
                .prints("merge suffixes", left.merge(temps, "inner", "station"))
                .prints("concat", Frames.concat(List.of(left, heights)))
                .prints("concat ignoring", Frames.concatIgnoringIndex(List.of(left, temps)))
                .prints("concat columns", Frames.concat(List.of(left, heights.get(List.of("height"))), 1))
                .prints("dummies", data.getDummies())
                .prints("storms", data.get(data.col("storm")).describe())
                .prints("text described", data.get(List.of("station")).describe())
                .prints("indexed", data.head(3).setIndex("station"))
                .prints("reset", data.tail(3).resetIndex(true))
                .prints("range", data.head(3).index())
                .prints("labels", data.tail(3).index())
                .prints("median", data.median(true))
                .prints("totals", data.get("day", "temp").sum())
                .prints("extremes", data.get("day", "storm").max())
                .prints("reset kept", data.tail(2).resetIndex(false))
                .andNothingElse();
    }

    @Test
    void numbersSmallLargeAndMissing() {
        DataFrame data = csv("extremes.csv");
        new PandasSays("extremes.txt")
                .printsTheUsual(data)
                .prints("sum", data.sum())
                .prints("large", data.col("large"))
                .prints("mixed", data.col("mixed"))
                .prints("only large", data.get(List.of("large")))
                .prints("whole and exact", data.get("whole", "exact"))
                .prints("drop any", data.dropna())
                .prints("filled", data.fillna(0))
                .prints("correlation", data.corr())
                .prints("by whole", data.groupby("whole").get(List.of("large")).sum())
                .prints("empty", data.get(data.col("large").gt(1e300)))
                .prints("empty series", data.get(data.col("large").gt(1e300)).col("tiny"))
                .prints("cumulated", data.col("exact").cumsum())
                .prints("quantile", data.quantile(0.9))
                .andNothingElse();
    }
}
