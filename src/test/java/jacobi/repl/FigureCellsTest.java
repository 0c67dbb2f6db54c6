package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plotting calls of the book's code, with arguments by name and in matplotlib's order. */
@Tag("slow")
class FigureCellsTest {
    @AutoClose
    private static final PreludeCells CELLS =
            new PreludeCells("var x = arange(0, 3, 0.5); var axes = figure().axes();");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        plot(x, [x, 2 * x], "x", "f(x)", legend=["a", "b"], xlim=[0, 2], fmts=["-", "m--"], figsize=[4, 3]) | a, \
        b; x 0..2
        axes.cla().plot(x, x, label="a", color="r", linewidth=2, alpha=0.5, linestyle="--", marker="o") | a;
        figure().imshow(rand(4, 5), cmap="gray", vmin=0, vmax=2) | image of 4 × 5
        figure().imshow(rand(3, 4, 5)) | image of 4 × 5
        figure().plot(x).xlabel("x", fontsize=12).title("t", fontsize=14, fontweight="bold") | t: line
        figure().scatter(x, x, s=20, c=x, cmap="jet", marker="s", edgecolors="k") | points
        figure().plot(x, label="a").legend(["b"], loc="upper left", fontsize=8) | b;
        showImages(rand(4, 3, 3), 2, 2, titles=["a", "b", "c", "d"], scale=2) | a:
        showHeatmaps(rand(1, 2, 3, 3), xlabel="k", ylabel="q", titles=["a", "b"], figsize=[5, 3], cmap="Blues") | a:
        subplots(1, 2, figsize=[5, 2], sharex=true, sharey=true) | empty
        figure().text(1, 2, "s", ha="center", va="center", color="r", size=12, fontweight="bold", \
        bbox=Map.of("facecolor", "w", "lw", 0)) | "s"
        figure().annotate("s", xy=[1, 2], xytext=[2, 3], arrowprops=Map.of("arrowstyle", "->")) | "s"
        figure().step(x, x, where="mid", label="a") | a;
        figure().stem(x, x, label="a") | a,
        gca().plot(x).xticks([0, 1, 2], minor=true).yticks([0, 1], ["a", "b"]) | line
        figure().fillBetween(x, x, 0, where=x > 1, alpha=0.2) | area
        showBboxes(figure().imshow(rand(9, 9)).axes(), tensor([[1.0, 1, 4, 4]]), labels=["a"], colors=["b"]) | \
        image of 9 × 9, rectangle
        figure().axes().addPatch(rectangle([0, 0], width=2, height=1, fill=false, edgecolor="r", linewidth=2)) | \
        rectangle
        figure().axes().addPatch(bboxToRect([0, 0, 2, 2], "blue")) | rectangle
        figure().subplot(2, 2, 3).plot(x) | line
        figure().plot(x).grid(which="minor", color="w", linestyle="-", linewidth=3) | line
        figure().plot(x).tickParams(which="minor", bottom=false, left=false) | line
        figure().plot(x).xaxis(false).yaxis(false) | line
        figure().plot(x + 1).xscale("linear").yscale("log").xlim(0, 2).ylim([1, 9]) | line
        figure().subplot(1, 1, 1, projection="3d").plotWireframe(x, x, rand(6, 6), color="b", rstride=2).zlim(0, \
        1).zticks([0, 1]) | surface
        figure().arrow(0, 0, 1, 2, head_width=0.1, head_length=0.2, color="r") | arrow
        figure().hist(x, bins=5, density=true, cumulative=true, alpha=0.5) | bars
        figure().hist2d(x, x, bins=3, cmap="Blues").colorbar(shrink=0.6, label="n") | mesh
        figure().bar(["a", "b"], [1.0, 2], width=0.5, yerr=0.1, color=["r", "b"]).hatch("/").barLabel(fmt="%.1f") \
        | bars
        figure().barh([1, 2], [3, 4], left=[1, 1], align="edge") | bars
        showListLenPairHist(["a", "b"], "x", "y", [["a"], ["b", "c"]], [["a"], ["b", "c", "d"]]) | a, b
        figure().contour(x, x, (a, b) -> a * b, levels=[1, 2], colors="k").clabel() | contours
        figure().vlines(x, 0, x, lw=2, color="k").hlines(1, 0, 2, linestyles="--") | upright lines
        figure().plot(x, x, lw=2, ls="--", c="r", ms=4).axhline(1, lw=0.5) | line
        figure().annotate("s", xy=[1, 2], xytext=[2, 3], arrowprops=Map.of("connectionstyle", "arc3,rad=0.3")) | "s"
        figure().axvline(1, color="k", linestyle=":").axhline(1, color="r") | line across
        figure().axvspan(1, 2, color="y", alpha=0.3) | strip
        showTrace2d((a, b) -> a * a + b * b, [[1.0, 1], [0.5, 0.5]]) | line, contours
        figure().errorbar(x, x, yerr=0.1, xerr=0.2, fmt="o", capsize=3) | error bars, line
        figure().boxplot([x, x], labels=["a", "b"], showmeans=true) | rectangle
        figure().pie([1, 2], labels=["a", "b"], autopct="%.0f%%") | polygon
        figure().plotSurface(x, x, (a, b) -> a * b, cmap="viridis", alpha=0.5).viewInit(elev=20, azim=30) | surface
        figure().subplot(1, 1, 1, projection="polar").plot(x, x) | line
        figure().streamplot(x, x, rand(6, 6), rand(6, 6), density=0.5) | streams
        figure().plot([java.time.LocalDate.of(2024, 1, 1), java.time.LocalDate.of(2024, 3, 1)], [1, 2]) | \
        2024-01-01..2024-03-01
        figure(figsize=[3, 2]).vlines(x, 0, x, "r", "dashed") | upright lines
        figure().hlines([1, 2], 0, 3, ["g", "b"]) | level lines
        figure().errorbar(x, x, 0.1, 0.2, "s--", "gray") | error bars, line
        figure().fillBetween(x, x, 0, x > 1) | area
        figure().fill_between(x, x, 0, step="mid") | area
        figure().hist(x, 20, [0, 2], true) | bars
        figure().axhline(1, 0.2, 0.8, color="r").axvspan(1, 2, 0, 0.5) | line across
        figure().imshow(rand(4, 5), "gray", "log") | image of 4 × 5
        figure().scatter(x, x, 20, "r", "s") | points
        figure().bar(["a", "b"], [1, 2], 0.5, [1, 1], "edge") | bars
        figure().contour(x, x, (a, b) -> a * b, 5, "k") | contours
        figure().pie([1, 2], [0, 0.1], ["a", "b"]) | polygon
        figure().text(1, 2, "s", "center", "top") | "s"
        figure().plot(x, "o").xticks([0, 1], ["a", "b"], 45) | line
        figure().add_subplot(111, projection="3d").plot_wireframe(x, x, rand(6, 6)) | surface
        figure().add_subplot(1, 1, 1, projection="3d").plot([0], [0], [0], "rx") | line
        figure().add_subplot(projection="polar").plot(x, x) | line
        figure().subplot(2, 2, [3, 4]).plot(x) | line
        """)
    void theBooksCallsDraw(String call, String shown) {
        assertThat(CELLS.run(call)).startsWith("Figure: ").contains(shown.strip());
    }
}
