package jacobi.calculus;

import jacobi.calculus.DiagramLayers.Place;
import jacobi.plot.text.TextWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the boxes of a diagram stand and which way its arrows go, in points. */
final class DiagramLayout {
    static final double FONT = 10;
    static final double LINE = 13;
    private static final double PADDING = 7;
    private static final double BETWEEN = 18;
    private static final double DOWN = 32;
    private static final double MARGIN = 6;
    private static final int ROUNDS = 12;

    /** A box's upper left corner and size. */
    record Frame(double x, double y, double width, double height) {}

    private final ComputationDiagram diagram;
    private final DiagramLayers layers;
    private final Map<Place, Double> centre = new HashMap<>();
    private final double[] tops;
    private final double[] heights;
    private double width;

    DiagramLayout(ComputationDiagram diagram) {
        this.diagram = diagram;
        this.layers = DiagramLayers.of(diagram);
        this.tops = new double[layers.list().size()];
        this.heights = new double[tops.length];
        rows();
        columns();
    }

    double width() {
        return width;
    }

    double height() {
        int last = tops.length - 1;
        return last < 0 ? 2 * MARGIN : tops[last] + heights[last] + MARGIN;
    }

    int crossings() {
        return layers.crossings();
    }

    List<Frame> frames() {
        Frame[] frames = new Frame[diagram.boxes().size()];
        for (List<Place> layer : layers.list()) {
            for (Place place : layer) {
                if (!place.isStandIn()) {
                    double w = width(place);
                    double h = height(place.box);
                    double y = tops[place.layer] + (heights[place.layer] - h) / 2;
                    frames[place.box] = new Frame(centre.get(place) - w / 2, y, w, h);
                }
            }
        }
        return List.of(frames);
    }

    /**
     * For each arrow the points it passes, x and y in turn, from the lower edge of a box to the upper edge of another.
     */
    List<double[]> routes() {
        List<Frame> frames = frames();
        List<double[]> routes = new ArrayList<>();
        // An operation may use one value twice, as x · x does: two arrows join the same places.
        Map<List<Place>, Integer> drawn = new HashMap<>();
        for (List<Place> route : layers.routes()) {
            double[] points = new double[2 * route.size()];
            for (int i = 0; i < route.size(); i++) {
                Place place = route.get(i);
                points[2 * i] = centre.get(place);
                points[2 * i + 1] = tops[place.layer] + heights[place.layer] / 2;
            }
            Place from = route.get(0);
            Place to = route.get(route.size() - 1);
            Frame source = frames.get(from.box);
            Frame target = frames.get(to.box);
            int same = drawn.merge(route, 1, Integer::sum) - 1;
            points[0] = port(from, route.get(1), same, from.below, source.width());
            points[1] = source.y() + source.height();
            points[points.length - 2] = port(to, route.get(route.size() - 2), same, to.above, target.width());
            points[points.length - 1] = target.y();
            routes.add(points);
        }
        return routes;
    }

    /**
     * Several arrows at one edge share its middle half, in the order of where they come from.
     *
     * @param same how many arrows before this one join the same two places
     */
    private double port(Place place, Place other, int same, List<Place> all, double boxWidth) {
        List<Place> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Double.compare(centre.get(a), centre.get(b)));
        double share = sorted.size() == 1 ? 0 : (double) (sorted.indexOf(other) + same) / (sorted.size() - 1) - 0.5;
        return centre.get(place) + share * boxWidth / 2;
    }

    private void rows() {
        double y = MARGIN;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = y;
            heights[i] = layers.list().get(i).stream()
                    .filter(place -> !place.isStandIn())
                    .mapToDouble(place -> height(place.box))
                    .max()
                    .orElse(LINE);
            y += heights[i] + DOWN;
        }
    }

    private double height(int box) {
        return (1 + diagram.boxes().get(box).lines().size()) * LINE + 2 * PADDING - 3;
    }

    private double width(Place place) {
        if (place.isStandIn()) {
            return 2;
        }
        ComputationDiagram.Box box = diagram.boxes().get(place.box);
        double title = TextWidth.of(box.title(), FONT) * 1.08;
        double lines = box.lines().stream()
                .mapToDouble(line -> TextWidth.of(line, FONT - 1))
                .max()
                .orElse(0);
        return Math.max(title, lines) + 2 * PADDING;
    }

    /** Each place as near as may be to the middle of its neighbours, layer by layer, down and up in turn. */
    private void columns() {
        layers.list().forEach(layer -> settle(layer, place -> 0));
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int i = 0; i < tops.length; i++) {
                List<Place> layer = layers.list().get(down ? i : tops.length - 1 - i);
                settle(layer, place -> {
                    List<Place> neighbours = down ? place.above : place.below;
                    return neighbours.stream()
                            .mapToDouble(centre::get)
                            .average()
                            .orElse(centre.get(place));
                });
            }
        }
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (Map.Entry<Place, Double> each : centre.entrySet()) {
            left = Math.min(left, each.getValue() - width(each.getKey()) / 2);
            right = Math.max(right, each.getValue() + width(each.getKey()) / 2);
        }
        double shift = MARGIN - left;
        centre.replaceAll((place, x) -> x + shift);
        width = centre.isEmpty() ? 2 * MARGIN : right - left + 2 * MARGIN;
    }

    private interface Wish {
        double of(Place place);
    }

    /**
     * The positions nearest to the wishes in the sense of least squares that keep order and distances: after taking the
     * distances off, neighbours that wish to pass each other are pooled at their mean.
     */
    private void settle(List<Place> layer, Wish wish) {
        double[] offset = new double[layer.size()];
        for (int i = 1; i < offset.length; i++) {
            offset[i] = offset[i - 1] + (width(layer.get(i - 1)) + width(layer.get(i))) / 2 + BETWEEN;
        }
        double[] sums = new double[layer.size()];
        int[] counts = new int[layer.size()];
        int pools = 0;
        for (int i = 0; i < offset.length; i++) {
            sums[pools] = wish.of(layer.get(i)) - offset[i];
            counts[pools++] = 1;
            while (pools > 1 && sums[pools - 2] / counts[pools - 2] >= sums[pools - 1] / counts[pools - 1]) {
                sums[pools - 2] += sums[pools - 1];
                counts[pools - 2] += counts[pools - 1];
                pools--;
            }
        }
        int i = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int k = 0; k < counts[pool]; k++, i++) {
                centre.put(layer.get(i), sums[pool] / counts[pool] + offset[i]);
            }
        }
    }
}
