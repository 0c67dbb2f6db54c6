package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static jacobi.plot.Plots.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The figures tests look at; the first twelve are those of the book, as matplotlib draws them. */
final class Drawings {
    private Drawings() {}

    /** Every figure by its name. */
    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("01-tangent", tangent());
        all.put("02-loss-log-one-decade", lossInOneDecade());
        all.put("03-log-many-decades", manyDecades());
        all.put("04-training-curves", trainingCurves());
        all.put("05-thousand-points-four-formats", thousandPoints());
        all.put("06-show-images", images());
        all.put("07-heatmap", heatmaps());
        all.put("08-nan-and-infinity", gaps());
        all.put("09-law-of-large-numbers", largeNumbers());
        all.put("10-scatter", scatter());
        all.put("11-histogram", histogram());
        all.put("12-trace-2d", trace());
        all.put(
                "bars-of-names",
                figure().bar(List.of("cat", "dog", "鸟"), List.of(3, -1, 2)).title("Who sits where? 谁在哪里？"));
        all.put(
                "lying-bars",
                figure().barh(List.of("train", "test"), List.of(0.9, 0.8)).xlabel("accuracy"));
        all.put("steps-and-error-bars", stepsAndErrors());
        all.put("bands", bands());
        all.put("notes", notes());
        all.put("filled-contours", filledContours());
        all.put("coloured-contours", colouredContours());
        all.put("field-of-arrows", arrows());
        all.put(
                "surface",
                figure(4, 3)
                        .wireframe(range(-1, 41, 0.05), range(-1, 41, 0.05), (x, y) -> x * x - y * y)
                        .plot3d(List.of(0), List.of(0), List.of(0), "rx")
                        .xlabel("x")
                        .ylabel("y")
                        .title("a saddle"));
        all.put(
                "heat-map-with-values",
                figure().heatmap(new double[][] {{1, -0.5, 0.25}, {-0.5, 1, 0}})
                        .xlabel("column")
                        .ylabel("row"));
        all.put("twin-axes", twins());
        all.put("shared-axes", shared());
        all.put("dark", tangent().theme("dark"));
        all.put("print", thousandPoints().theme("print").title("in print"));
        all.put("markers", markers());
        all.put(
                "offsets",
                figure().plot(range(0, 5, 1e7), range(1000000, 5, 0.01)).grid());
        all.put(
                "small-offsets",
                figure().plot(range(0, 5, 1e-7), range(0, 5, 2.5e-5)).grid());
        all.put("colour-picture", colourPicture());
        all.put("coloured-points", colouredPoints());
        all.put("mathematics", mathematics());
        all.put(
                "inset-title",
                figure(2, 1.5)
                        .plot(range(0, 20, 1), v -> Math.sin(v))
                        .insetTitle("epoch 3")
                        .legend());
        all.put("sketch-vectors", Sketches.drawVectors(new double[][] {{1, 2}, {-2, 1}}));
        all.put("sketch-sum", Sketches.drawSum(new double[] {2, 1}, new double[] {1, 2}));
        all.put("sketch-transform", Sketches.drawTransform(new double[][] {{1, 1}, {0, 1}}));
        all.put("sketch-eigenvectors", Sketches.drawEigenvectors(new double[][] {{2, 1}, {1, 2}}));
        all.put("sketch-secants", Sketches.drawSecants(x -> 3 * x * x - 4 * x, 1));
        all.put("sketch-subderivatives", Sketches.drawSubderivatives(Math::abs, 0));
        all.put("sketch-gradients", Sketches.drawGradients((x, y) -> x * x + 2 * y * y));
        return all;
    }

    /** Every diagram by its name. */
    static Map<String, Diagram> diagrams() {
        Map<String, Diagram> all = new LinkedHashMap<>();
        all.put("array-scalar", Sketches.drawArray());
        all.put("array-vector", Sketches.drawTensor(range(0, 4, 1)));
        all.put("array-matrix", Sketches.drawArray(3, 4));
        all.put("array-cube", Sketches.drawArray(2, 3, 4));
        all.put("array-four", Sketches.drawArray(3, 2, 3, 4));
        all.put("array-five", Sketches.drawArray(2, 3, 2, 3, 4));
        all.put("side-by-side", Sketches.sideBySide(Sketches.drawArray(4), Sketches.drawIndexing(3, 4, "0:2, ::2")));
        all.put("index-rows", Sketches.drawIndexing(3, 4, "1:3, :"));
        all.put("index-last", Sketches.drawIndexing(3, 4, "-1"));
        all.put("index-steps", Sketches.drawIndexing(4, 6, "::2, 1"));
        all.put("graph", graph());
        return all;
    }

    private static Diagram graph() {
        return new Diagram("z = (x · w − y)²")
                .fill("#eef4fb")
                .roundBox(0, 0, 40, 22, "$x$")
                .roundBox(60, 0, 40, 22, "$w$")
                .roundBox(120, 40, 40, 22, "$y$")
                .fill("#fdf2e4")
                .ellipse(30, 50, 40, 24, "·")
                .ellipse(70, 100, 40, 24, "−")
                .box(70, 150, 40, 22, "$z$")
                .curvedArrow(20, 22, 45, 50)
                .curvedArrow(80, 22, 55, 50)
                .curvedArrow(50, 74, 85, 100)
                .curvedArrow(140, 62, 97, 100)
                .dashed(true)
                .color("r")
                .arrow(90, 124, 90, 150)
                .textFrom(95, 137, "$\\partial z$");
    }

    private static Figure stepsAndErrors() {
        double[] x = range(0, 6, 1);
        return figure().step(x, map(x, v -> v * v / 5))
                .label("pre")
                .step(x, map(x, v -> 1 + v * v / 5), "post")
                .label("post")
                .step(x, map(x, v -> 2 + v * v / 5), "mid")
                .label("mid")
                .errorbar(x, map(x, v -> 5 + v), List.of(0.5), "o")
                .label("measured")
                .legend();
    }

    private static Figure bands() {
        double[] x = range(0, 60, 0.1);
        return figure().fillBetween(x, map(x, v -> Math.sin(v) - 0.3), map(x, v -> Math.sin(v) + 0.3))
                .alpha(0.3)
                .label("likely")
                .plot(x, map(x, Math::sin))
                .color("C0")
                .label("mean")
                .axvline(3, "r:")
                .grid();
    }

    private static Figure notes() {
        double[] x = range(-2, 41, 0.1);
        return figure().plot(x, map(x, v -> v * v))
                .annotate("minimum", 0, 0, -0.7, 2)
                .text(1, 3, "$x^2$")
                .arrow(1, 0.2, 0.8, 0)
                .xlabel("x")
                .ylabel("$f(x)=x^2$");
    }

    private static Figure filledContours() {
        return figure().contourf(
                        range(-2, 41, 0.1),
                        range(-2, 41, 0.1),
                        (x, y) -> Math.exp(-x * x - y * y) - Math.exp(-(x - 1) * (x - 1) - (y - 1) * (y - 1)))
                .colorbar();
    }

    private static Figure colouredContours() {
        return figure().contour(range(-2, 41, 0.1), range(-2, 41, 0.1), (x, y) -> x * x * x - 3 * x * y * y)
                .colorbar()
                .cmap("coolwarm");
    }

    private static Figure arrows() {
        double[] side = range(-2, 9, 0.5);
        double[][] u = new double[9][9];
        double[][] v = new double[9][9];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                u[i][j] = -side[i];
                v[i][j] = side[j];
            }
        }
        return figure().quiver(side, side, u, v).equal();
    }

    private static Figure twins() {
        double[] x = range(1, 10, 1);
        Figure figure = figure().plot(x, map(x, v -> 100 / v))
                .label("loss")
                .xlabel("epoch")
                .ylabel("loss");
        figure.axes().twinx().plot(x, map(x, v -> 1 - 1 / v)).label("accuracy").ylabel("accuracy");
        return figure;
    }

    private static Figure shared() {
        double[] x = range(0, 50, 0.2);
        Figure figure = Plots.subplots(2, 2, true, true).figsize(5, 4).suptitle("Four in one");
        for (int i = 0; i < 4; i++) {
            int n = i + 1;
            figure.axes(i).plot(x, map(x, v -> n * Math.sin(n * v))).title("n = " + n);
        }
        return figure;
    }

    private static Figure markers() {
        Figure figure = figure(6, 3);
        String all = ".,ov^<>12348spP*hH+xXDd|_";
        for (int i = 0; i < all.length(); i++) {
            figure.plot(new double[] {i % 9}, new double[] {i / 9}, "C" + i % 10 + all.charAt(i))
                    .markersize(10)
                    .text(i % 9 + 0.2, i / 9, String.valueOf(all.charAt(i)));
        }
        return figure.xlim(-1, 9).ylim(-1, 3);
    }

    private static Figure colourPicture() {
        double[][][] picture = new double[20][30][3];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 30; j++) {
                picture[i][j] = new double[] {i / 19.0, j / 29.0, 0.5};
            }
        }
        return figure().imshow(picture);
    }

    private static Figure colouredPoints() {
        double[] x = range(0, 50, 0.2);
        return figure().scatter(x, map(x, Math::sin), map(x, v -> 5 + 10 * v), x)
                .colorbar()
                .alpha(0.7);
    }

    private static Figure mathematics() {
        double[] x = range(0.1, 30, 0.1);
        return figure().plot(x, map(x, Math::log))
                .title("$\\n"
                        + "abla f = \\frac{\\partial f}{\\partial x_1}$ und $\\alpha^2+\\beta_i \\leq"
                        + " \\|\\mathbf{w}\\|_2$")
                .xlabel("$x_{i+1}$ & <x>")
                .ylabel("损失 $\\log\\hat{y}$")
                .label("$e^{-x^2}$");
    }

    /** f = 3x² − 4x on arange(0, 3, 0.1) with its tangent at 1. */
    static Figure tangent() {
        double[] x = range(0, 30, 0.1);
        double[] f = map(x, v -> 3 * v * v - 4 * v);
        double[] line = map(x, v -> 2 * v - 3);
        return plot(x, List.of(f, line)).xlabel("x").ylabel("f(x)").legend("f(x)", "Tangent line (x=1)");
    }

    static Figure lossInOneDecade() {
        double[] loss = {0.85, 0.797, 0.74, 0.677, 0.632, 0.6, 0.542, 0.521, 0.485, 0.445};
        return plot(range(1, 10, 1), loss, "epoch", "loss", List.of("train loss"))
                .yscale("log");
    }

    static Figure manyDecades() {
        double[] epoch = range(1, 10, 1);
        double[] error = map(epoch, e -> Math.pow(10, -e / 2));
        return plot(epoch, error, "epoch", "error", List.of("error")).yscale("log");
    }

    static Figure trainingCurves() {
        double[] epoch = range(1, 10, 1);
        List<double[]> curves =
                List.of(map(epoch, e -> 1 / e), map(epoch, e -> 0.75 + 0.02 * e), map(epoch, e -> 0.7 + 0.015 * e));
        List<String> names = List.of("train loss", "train acc", "test acc");
        return plot(
                epoch, curves, "epoch", null, names, List.of(1, 10), List.of(0.3, 0.9), null, null, null, null, null);
    }

    static Figure thousandPoints() {
        double[] t = range(0, 1000, 10 / 999.0);
        return plot(
                t,
                List.of(
                        map(t, Math::sin),
                        map(t, Math::cos),
                        map(t, v -> Math.sin(v) * Math.cos(v)),
                        map(t, v -> Math.sin(2 * v) / 2)),
                "t",
                "value",
                List.of("sin", "cos", "product", "half"));
    }

    static Figure images() {
        List<String> names =
                List.of("t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag");
        List<String> titles = new ArrayList<>(names);
        titles.addAll(names);
        List<double[][]> images = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            double row = 14 + 6 * Math.sin(1.3 * i);
            double column = 14 + 6 * Math.cos(1.3 * i);
            double[][] image = new double[28][28];
            for (int r = 0; r < 28; r++) {
                for (int c = 0; c < 28; c++) {
                    image[r][c] = Math.exp(-(Math.pow(r - row, 2) + Math.pow(c - column, 2)) / (20 + 4.0 * i));
                }
            }
            images.add(image);
        }
        return Plots.showImages(images, 2, 9, titles);
    }

    static Figure heatmaps() {
        Random random = new Random(1);
        double[][][][] weights = new double[1][1][10][10];
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                weights[0][0][i][j] = 0.25 * random.nextDouble() + (i == j ? 0.75 : 0);
            }
        }
        return Plots.showHeatmaps(weights, "Keys", "Queries");
    }

    static Figure gaps() {
        double[] epoch = range(1, 10, 1);
        double[] loss = map(epoch, e -> 1 / e);
        loss[3] = Double.NaN;
        loss[6] = Double.POSITIVE_INFINITY;
        return plot(epoch, loss, "epoch", "loss", List.of("loss"));
    }

    static Figure largeNumbers() {
        Random random = new Random(7);
        double[][] estimates = new double[6][500];
        double[] counts = new double[6];
        for (int group = 0; group < 500; group++) {
            for (int roll = 0; roll < 10; roll++) {
                counts[random.nextInt(6)]++;
            }
            for (int side = 0; side < 6; side++) {
                estimates[side][group] = counts[side] / (10 * (group + 1));
            }
        }
        Figure figure = figure(6, 4.5);
        for (int side = 0; side < 6; side++) {
            figure.plot(estimates[side]).label("P(die=" + (side + 1) + ")");
        }
        return figure.axhline(1 / 6.0, "k--").xlabel("Groups of experiments").ylabel("Estimated probability");
    }

    static Figure scatter() {
        Random random = new Random(3);
        double[] x = new double[1000];
        double[] y = new double[1000];
        for (int i = 0; i < 1000; i++) {
            x[i] = random.nextGaussian();
            y[i] = 2 * x[i] + random.nextGaussian();
        }
        return figure().scatter(x, y, 1);
    }

    static Figure histogram() {
        Random random = new Random(5);
        double[] source = new double[800];
        double[] target = new double[800];
        for (int i = 0; i < 800; i++) {
            source[i] = Math.max(0, Math.round(9.5 + 3 * random.nextGaussian()));
            target[i] = Math.max(0, Math.round(13 + 3.2 * random.nextGaussian()));
        }
        return figure().hist(List.of(source, target))
                .xlabel("tokens")
                .ylabel("count")
                .legend("source", "target");
    }

    static Figure trace() {
        List<double[]> way = new ArrayList<>();
        double x1 = -5;
        double x2 = -2;
        for (int i = 0; i < 21; i++) {
            way.add(new double[] {x1, x2});
            x1 -= 0.1 * 2 * x1 * 2;
            x2 -= 0.1 * 4 * x2 * 3;
        }
        return Plots.showTrace2d((a, b) -> a * a + 2 * b * b, way);
    }

    /** {@code count} values from {@code from}, {@code step} apart. */
    static double[] range(double from, int count, double step) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + i * step;
        }
        return values;
    }

    static double[] map(double[] x, DoubleUnaryOperator f) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = f.applyAsDouble(x[i]);
        }
        return y;
    }
}
