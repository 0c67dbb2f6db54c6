package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** The numbered modules of a container. */
final class Parts {
    private Parts() {}

    static void append(Module container, Module module) {
        if (module == null) {
            throw new IllegalArgumentException(say(
                    "nn.container.null",
                    "container",
                    container.name(),
                    "index",
                    container.registered().size()));
        }
        container.addModule(String.valueOf(container.registered().size()), module);
    }

    static List<Module> all(Module container) {
        return container.registered().values().stream().map(Module.class::cast).toList();
    }

    private static String name(Module container, int index) {
        List<String> names = new ArrayList<>(container.registered().keySet());
        int place = index < 0 ? index + names.size() : index;
        if (place < 0 || place >= names.size()) {
            throw new IndexOutOfBoundsException(
                    say("nn.container.index", "container", container.name(), "count", names.size(), "index", index));
        }
        return names.get(place);
    }

    @SuppressWarnings("unchecked")
    static <M extends Module> M at(Module container, int index) {
        return (M) container.registered().get(name(container, index));
    }

    static void set(Module container, int index, Module module) {
        container.registered().put(name(container, index), module);
    }

    /** The places of a slice of that many. */
    static int[] places(String slice, int size) {
        return Tensors.arange(size).get(slice).toIntArray();
    }
}
