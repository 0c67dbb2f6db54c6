package jacobi.plot;

import jacobi.plot.axis.Ticks;
import jacobi.plot.data.Numbers;
import java.util.List;

/** Ticks where the user wants them. */
final class TickChoice {

    private TickChoice() {}

    static Ticks of(String name, Object values, String... labels) {
        double[] places = Numbers.vector(values, name);
        if (labels.length > 0 && labels.length != places.length) {
            throw new IllegalArgumentException(
                    name + ": expected a label for each of " + places.length + " values, found " + labels.length);
        }
        return Ticks.at(places, List.of(labels));
    }
}
