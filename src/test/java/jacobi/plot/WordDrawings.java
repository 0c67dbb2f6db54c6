package jacobi.plot;

import static jacobi.plot.Drawings.map;
import static jacobi.plot.Drawings.range;
import static jacobi.plot.Plots.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A figure for each of matplotlib's words. */
final class WordDrawings {
    private static final double NAN = Double.NaN;

    private WordDrawings() {}

    /** Every figure by its name. */
    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        lines(all);
        shapes(all);
        statistics(all);
        fields(all);
        axes(all);
        space(all);
        return all;
    }

    private static void lines(Map<String, Figure> all) {
        double[] x = range(0, 20, 0.3);
        all.put("stem", figure().stem(x, map(x, Math::sin)).label("samples"));
        all.put(
                "lines-at-values",
                figure().plot(x, map(x, Math::cos))
                        .vlines(List.of(1, 2, 4), -1.0, List.of(0.5, 0, 0.5), List.of("r", "g"), "--", 1.5)
                        .hlines(List.of(0.5), 0.0, 5.0, "k", ":", 1)
                        .axvspan(2.5, 3.5)
                        .alpha(0.3)
                        .axhspan(-0.25, 0)
                        .color("0.8"));
        all.put(
                "loglog",
                figure().loglog(range(1, 50, 2), map(range(1, 50, 2), v -> v * v), "o-")
                        .grid());
        all.put(
                "fill-where",
                figure().plot(x, map(x, Math::sin))
                        .fillBetween(x, map(x, Math::sin), 0.0, map(x, v -> Math.sin(v) > 0 ? 1 : 0), true, null)
                        .alpha(0.4)
                        .fillBetween(x, map(x, Math::sin), 0.0, map(x, v -> Math.sin(v) < 0 ? 1 : 0), true, null)
                        .hatch("//")
                        .alpha(0.4));
        all.put(
                "errors-both-ways",
                figure().errorbar(
                                List.of(1, 2, 3, 4),
                                List.of(2, 4, 3, 5),
                                new double[][] {{0.2, 0.5, 0.3, 0.4}, {0.5, 0.2, 0.6, 0.3}},
                                List.of(0.3),
                                "o",
                                "gray",
                                1,
                                3)
                        .label("measured")
                        .legend());
    }

    private static void shapes(Map<String, Figure> all) {
        all.put(
                "patches",
                figure().addPatch(Plots.rectangle(List.of(0, 0), 2, 1, 20)
                                .facecolor("C0")
                                .edgecolor("k"))
                        .addPatch(Plots.circle(List.of(4, 1), 0.8)
                                .fill(false)
                                .edgecolor("r")
                                .linewidth(2))
                        .addPatch(Plots.ellipse(List.of(2, 3), 3, 1, 30)
                                .color("C2")
                                .alpha(0.5)
                                .label("ellipse"))
                        .addPatch(Plots.polygon(4, 2.5, 5, 2.5, 4.5, 3.5)
                                .facecolor("C1")
                                .hatch("xx"))
                        .arrow(0.5, 2, 1, 0.5, 0.3, 0.3, false, "m")
                        .legend()
                        .equal());
        double[][][] photo = new double[40][60][3];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 60; j++) {
                photo[i][j] = new double[] {j / 60.0, 0.6, i / 40.0};
            }
        }
        Figure boxes = figure().imshow(photo);
        Plots.showBboxes(
                boxes.axes(), new double[][] {{5, 5, 30, 30}, {25, 12, 52, 36}}, List.of("dog", "cat=0.9"), null);
        all.put("bboxes", boxes);
        all.put(
                "texts",
                figure().text(
                                1,
                                1,
                                "centre",
                                "center",
                                "center",
                                12,
                                "bold",
                                null,
                                "r",
                                0,
                                Map.of("facecolor", "w", "boxstyle", "round"))
                        .text(3, 1, "turned", "center", "center", 10, null, "italic", null, 45, null)
                        .text(3, 3, "two\nlines", "right", "top", 10, null, null, null, 0, "wheat")
                        .annotate(
                                "far\naway",
                                List.of(1, 3),
                                List.of(1.8, 2.2),
                                Map.of("arrowstyle", "->", "color", "b"),
                                "data",
                                "left",
                                "baseline",
                                9,
                                null,
                                null,
                                0,
                                null)
                        .annotate(
                                "beside",
                                List.of(2, 0.5),
                                List.of(10, 12),
                                "->",
                                "offset points",
                                "left",
                                "baseline",
                                10,
                                null,
                                null,
                                0,
                                null)
                        .xlim(0, 4)
                        .ylim(0, 4)
                        .grid());
        all.put(
                "fonts",
                figure().plot(range(0, 4, 1))
                        .title("Large\nand bold", 16, "C0", "bold")
                        .xlabel("time $\\frac{t}{\\tau}$", 14, null, null)
                        .ylabel("$\\sqrt{x_1^2+x_2^2}$", 14, "C3", null)
                        .label("$\\sum_{i=1}^{n} w_i$")
                        .legend(null, "lower right", 12, "sums", 1, true));
        all.put(
                "bent-arrows",
                bent(
                        bent(figure().xlim(0, 4).ylim(0, 3), "there", List.of(3.5, 2.5), 0.5, 0.4),
                        "back",
                        List.of(0.5, 2.5),
                        3,
                        -0.2));
    }

    private static Figure bent(Figure figure, String text, List<Double> to, double x, double bend) {
        Map<String, Object> arrow = Map.of("arrowstyle", "->", "connectionstyle", "arc3,rad=" + bend, "color", "C1");
        return figure.annotate(text, to, List.of(x, 0.5), arrow, "data", "left", "baseline", 10, null, null, 0, null);
    }

    private static void statistics(Map<String, Figure> all) {
        Random random = new Random(4);
        double[] a = random.doubles(500).map(v -> random.nextGaussian()).toArray();
        double[] b =
                random.doubles(500).map(v -> 1 + 0.5 * random.nextGaussian()).toArray();
        all.put(
                "hist-density",
                figure().hist(a, 30, null, true, null, false, "bar", "vertical", false, false)
                        .edgecolor("k"));
        all.put(
                "hist-stacked",
                figure().hist(List.of(a, b), 20, null, false, null, false, "bar", "vertical", false, true)
                        .label(List.of("a", "b")));
        all.put(
                "hist-steps",
                figure().hist(List.of(a, b), 20, null, true, null, true, "step", "vertical", false, false)
                        .label(List.of("a", "b"))
                        .legendAt("upper left"));
        all.put(
                "hist-lying",
                figure().hist(a, 15, List.of(-2, 2), false, null, false, "stepfilled", "horizontal", false, false));
        all.put(
                "list-lengths",
                Plots.showListLenPairHist(
                        List.of("source", "target"),
                        "# tokens",
                        "count",
                        List.of(List.of(1), List.of(1, 2), List.of(1, 2)),
                        List.of(List.of(1, 2, 3), List.of(1, 2), List.of(1))));
        all.put(
                "bars-stacked",
                figure().bar(List.of("a", "b", "c"), List.of(1, 2, 3), 0.6, null, "center", null, null, 2, null)
                        .label("one")
                        .bar(
                                List.of("a", "b", "c"),
                                List.of(2, 1, 2),
                                0.6,
                                List.of(1, 2, 3),
                                "center",
                                null,
                                List.of(0.2, 0.3, 0.1),
                                3,
                                null)
                        .label("two")
                        .hatch("/")
                        .edgecolor("k")
                        .legendAt("upper left"));
        all.put(
                "bars-labelled",
                figure().bar(
                                List.of(1, 2, 3),
                                List.of(1.5, -0.5, 2.25),
                                0.8,
                                null,
                                "center",
                                List.of("r", "g", "b"),
                                null,
                                2,
                                null)
                        .barLabel());
        all.put(
                "bars-lying",
                figure().barh(
                                List.of("forward", "backward", "update"),
                                List.of(3, 6, 1),
                                0.5,
                                null,
                                "center",
                                null,
                                List.of(0.3),
                                2,
                                null)
                        .barLabel("%.1f ms", null, "center", 0, 8));
        all.put(
                "long-names",
                figure().bar(
                                List.of(
                                        "t-shirt",
                                        "trouser",
                                        "pullover",
                                        "dress",
                                        "coat",
                                        "sandal",
                                        "shirt",
                                        "sneaker"),
                                List.of(3, 5, 2, 6, 4, 7, 1, 5)));
        all.put(
                "boxplot",
                figure().boxplot(List.of(a, b), List.of("a", "b"), true, 1.5, null, true, true, false, null));
        all.put("violins", figure().violinplot(List.of(a, b), null, true, 0.7, true, true, true));
        all.put(
                "pie",
                figure().pie(
                                List.of(3, 2, 1),
                                List.of(0, 0.1, 0),
                                List.of("cats", "dogs", "birds"),
                                null,
                                "%.0f%%",
                                90,
                                1,
                                true));
        all.put("hexbin", figure().hexbin(a, b, 15, "Blues", null, 1, NAN, NAN).colorbar("count", 1, null));
        all.put(
                "hist2d",
                figure().hist2d(a, b, 20, null, false, "viridis", "log", NAN, NAN)
                        .colorbar());
        all.put(
                "points-in-groups",
                figure().scatter(
                                List.of(1, 2, 3, 4),
                                List.of(1, 3, 2, 4),
                                List.of(40, 90, 160, 250),
                                List.of("r", "b"),
                                "s",
                                "viridis",
                                null,
                                NAN,
                                NAN,
                                "k")
                        .alpha(0.7));
        all.put(
                "points-in-log-colours",
                figure().scatter(
                                range(0, 20, 1),
                                range(0, 20, 1),
                                50,
                                map(range(0, 20, 1), v -> Math.pow(10, v / 5)),
                                "o",
                                "plasma",
                                "log",
                                NAN,
                                NAN,
                                null)
                        .colorbar("size", 0.8, null));
    }

    private static void fields(Map<String, Figure> all) {
        double[] side = range(-2, 41, 0.1);
        all.put(
                "contour-heights",
                figure().contour(side, side, (x, y) -> x * x - y * y, 8, "k", "viridis", 1, null, NAN)
                        .clabel(8));
        all.put(
                "contour-colours",
                figure().contour(
                                side,
                                side,
                                (x, y) -> x * y,
                                List.of(-2, -1, 0, 1, 2),
                                List.of("r", "g", "b"),
                                "viridis",
                                2,
                                "--",
                                NAN));
        double[][] u = new double[21][21];
        double[][] v = new double[21][21];
        double[] coarse = range(-2, 21, 0.2);
        for (int i = 0; i < 21; i++) {
            for (int j = 0; j < 21; j++) {
                u[i][j] = -coarse[i];
                v[i][j] = coarse[j] - 0.3 * coarse[i];
            }
        }
        all.put("streams", figure().streamplot(coarse, coarse, u, v, 0.8, 1, null));
        double[][] matrix = {{1, 10, 100}, {1000, 10000, 100000}};
        all.put(
                "image-log",
                figure().imshow(matrix, "magma", "log", null, null, NAN, NAN, "upper", null)
                        .colorbar());
        all.put(
                "image-lower",
                figure().imshow(matrix, "jet", null, "auto", "bilinear", 0, 1000, "lower", List.of(0, 3, 0, 2))
                        .colorbar());
        all.put(
                "mesh",
                figure().pcolormesh(List.of(0, 1, 3, 6), List.of(0, 1, 4), matrix, "twilight", NAN, NAN, "log")
                        .colorbar());
    }

    private static void axes(Map<String, Figure> all) {
        double[] x = range(-100, 201, 1);
        all.put(
                "symlog",
                figure().plot(x, map(x, v -> v * v * v)).yscale("symlog").grid());
        all.put(
                "inverted",
                figure().plot(range(0, 5, 1), range(0, 5, 1)).xlim(5, -1).invertYaxis());
        all.put(
                "grids",
                figure().plot(range(0, 5, 1))
                        .minorticksOn()
                        .grid(true, "major", "both", "k", "-", 0.8, 0.5)
                        .grid(true, "minor", "y", "r", ":", 0.5, 1)
                        .tickParams("x", "both", true, true, true, true, 8, 30, 6, "C0"));
        all.put(
                "minor-ticks",
                figure().imshow(new double[3][4])
                        .xticks(List.of(-0.5, 0.5, 1.5, 2.5), null, NAN, NAN, true)
                        .yticks(List.of(0.5, 1.5), null, NAN, NAN, true)
                        .grid(true, "minor", "both", "w", "-", 3, 1)
                        .tickParams("both", "minor", false, false, true, true, NAN, NAN, NAN, null));
        all.put(
                "ticks-turned",
                figure().plot(range(0, 3, 1))
                        .xticks(List.of(0, 1, 2), List.of("January", "February", "March"), 90, 8, false));
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 200; i += 10) {
            days.add(LocalDate.of(2023, 11, 5).plusDays(i));
        }
        all.put("dates", figure().plot(days, range(0, 20, 1), "o-").title("days"));
        all.put(
                "names-on-x",
                figure().plot(List.of("low", "mid", "high"), List.of(1, 3, 2), "s--")
                        .scatter(List.of("mid", "top"), List.of(2, 4)));
        double[] angle = range(0, 100, 2 * Math.PI / 99);
        Figure polar = figure();
        polar.subplot(1, 2, 1, "polar")
                .plot(angle, map(angle, v -> 1 + Math.sin(3 * v)))
                .title("rose");
        polar.subplot(1, 2, 2, "polar")
                .bar(List.of(0, 1, 2, 3), List.of(1, 2, 3, 2), 0.8, null, "center", null, null, 2, null)
                .alpha(0.6);
        all.put("polar", polar.figsize(6, 3));
        all.put(
                "two-columns",
                figure().plot(range(0, 4, 1), List.of(range(0, 4, 1), range(1, 4, 1), range(2, 4, 1), range(3, 4, 1)))
                        .legend(List.of("a", "b", "c", "d"), "upper left", 8, null, 2, false));
    }

    private static void space(Map<String, Figure> all) {
        double[] side = range(-2, 31, 4 / 30.0);
        all.put(
                "surface-lit",
                figure(4, 3)
                        .plotSurface(side, side, (x, y) -> Math.exp(-x * x - y * y))
                        .zlabel("$z$"));
        double[][] z = Grids.of(side, side, (x, y) -> Math.sin(x) * Math.cos(y)).z();
        all.put(
                "surface-colours",
                figure(4, 3)
                        .plotSurface(side, side, z, "coolwarm", null, 0, 0, 1, null, 0.5)
                        .colorbar("height", 0.6, null)
                        .contour3d(side, side, z, -2)
                        .zlim(-2, 1)
                        .viewInit(25, 40)
                        .xlabel("x")
                        .ylabel("y"));
        all.put(
                "wires-wide",
                figure(4, 3).wireframe(side, side, z, 5, 10, "k", 0.8).zticks(List.of(-1, 0, 1)));
        Random random = new Random(2);
        double[] p = random.doubles(80).toArray();
        double[] q = random.doubles(80).toArray();
        double[] r = random.doubles(80).toArray();
        all.put(
                "points-in-space",
                figure(4, 3).scatter3d(p, q, r, 30.0, r, "plasma", "o").viewInit(20, -120));
        double[] t = range(0, 200, 0.1);
        all.put(
                "helix",
                figure(4, 3)
                        .plot3d(map(t, Math::cos), map(t, Math::sin), t)
                        .label("helix")
                        .legend());
    }
}
