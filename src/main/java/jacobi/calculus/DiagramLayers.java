package jacobi.calculus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The boxes of a diagram in layers from top to bottom, every arrow going down, ordered so that few arrows cross.
 *
 * <p>The method is Sugiyama's: arrows over several layers are cut by stand-ins, each layer is ordered by the middle of
 * its neighbours in sweeps down and up, neighbours are swapped where that saves crossings, and the best order is kept.
 */
final class DiagramLayers {
    private static final int SWEEPS = 24;

    /** A box, or a stand-in (box −1) where an arrow passes a layer. */
    static final class Place {
        final int box;
        final int layer;
        final List<Place> above = new ArrayList<>();
        final List<Place> below = new ArrayList<>();
        int position;

        Place(int box, int layer) {
            this.box = box;
            this.layer = layer;
        }

        boolean isStandIn() {
            return box < 0;
        }
    }

    private final List<List<Place>> layers = new ArrayList<>();
    /** For each arrow its places, from the box it leaves to the box it reaches. */
    private final List<List<Place>> routes = new ArrayList<>();

    private DiagramLayers() {}

    static DiagramLayers of(ComputationDiagram diagram) {
        DiagramLayers result = new DiagramLayers();
        result.place(diagram);
        result.order();
        return result;
    }

    List<List<Place>> list() {
        return layers;
    }

    List<List<Place>> routes() {
        return routes;
    }

    private void place(ComputationDiagram diagram) {
        int[] layerOf = ranks(diagram);
        int depth = Arrays.stream(layerOf).max().orElse(-1) + 1;
        for (int i = 0; i < depth; i++) {
            layers.add(new ArrayList<>());
        }
        Place[] places = new Place[layerOf.length];
        for (int box = 0; box < places.length; box++) {
            places[box] = add(box, layerOf[box]);
        }
        for (ComputationDiagram.Arrow arrow : diagram.arrows()) {
            List<Place> route = new ArrayList<>(List.of(places[arrow.from()]));
            for (int layer = layerOf[arrow.from()] + 1; layer < layerOf[arrow.to()]; layer++) {
                route.add(add(-1, layer));
            }
            route.add(places[arrow.to()]);
            for (int i = 1; i < route.size(); i++) {
                route.get(i - 1).below.add(route.get(i));
                route.get(i).above.add(route.get(i - 1));
            }
            routes.add(route);
        }
    }

    private Place add(int box, int layer) {
        Place place = new Place(box, layer);
        layers.get(layer).add(place);
        return place;
    }

    /** Operations as high as their inputs let them, inputs just above the first that uses them. */
    private static int[] ranks(ComputationDiagram diagram) {
        int n = diagram.boxes().size();
        int[] rank = new int[n];
        // Boxes come after their inputs, so one pass is enough.
        for (int box = 0; box < n; box++) {
            for (int input : diagram.inputs(box)) {
                rank[box] = Math.max(rank[box], rank[input] + 1);
            }
        }
        for (int box = 0; box < n; box++) {
            if (diagram.inputs(box).isEmpty()) {
                rank[box] = diagram.users(box).stream()
                        .mapToInt(user -> rank[user] - 1)
                        .min()
                        .orElse(0);
            }
        }
        return rank;
    }

    private void order() {
        number();
        List<List<Place>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Place> layer = layers.get(down ? i : layers.size() - 1 - i);
                layer.sort(Comparator.comparingDouble(place -> middle(place, down)));
                number(layer);
            }
            swapNeighbours();
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        layers.clear();
        layers.addAll(best);
        number();
    }

    private static double middle(Place place, boolean down) {
        List<Place> neighbours = down ? place.above : place.below;
        return neighbours.stream().mapToInt(n -> n.position).average().orElse(place.position);
    }

    private void swapNeighbours() {
        boolean better = true;
        while (better) {
            better = false;
            for (List<Place> layer : layers) {
                for (int i = 1; i < layer.size(); i++) {
                    Place left = layer.get(i - 1);
                    Place right = layer.get(i);
                    int now = crossings(left.above, right.above) + crossings(left.below, right.below);
                    int swapped = crossings(right.above, left.above) + crossings(right.below, left.below);
                    if (swapped < now) {
                        Collections.swap(layer, i - 1, i);
                        number(layer);
                        better = true;
                    }
                }
            }
        }
    }

    /** The pairs of arrows that cross because the first list's ends lie right of the second's. */
    private static int crossings(List<Place> left, List<Place> right) {
        int count = 0;
        for (Place a : left) {
            for (Place b : right) {
                count += a.position > b.position ? 1 : 0;
            }
        }
        return count;
    }

    int crossings() {
        int count = 0;
        for (List<Place> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                for (int k = i + 1; k < layer.size(); k++) {
                    count += crossings(layer.get(i).below, layer.get(k).below);
                }
            }
        }
        return count;
    }

    private void number() {
        layers.forEach(DiagramLayers::number);
    }

    private static void number(List<Place> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).position = i;
        }
    }

    private List<List<Place>> copy() {
        List<List<Place>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }
}
