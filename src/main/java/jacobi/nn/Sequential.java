package jacobi.nn;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Modules one after the other: what one gives is what the next gets. */
public class Sequential extends Module implements Iterable<Module> {
    /** Modules named 0, 1, 2 … */
    public Sequential(Module... modules) {
        for (Module module : modules) {
            append(module);
        }
    }

    /** Modules named 0, 1, 2 … */
    public Sequential(List<? extends Module> modules) {
        modules.forEach(this::append);
    }

    /** Modules by name, in the map's order. */
    public Sequential(Map<String, ? extends Module> modules) {
        modules.forEach(this::addModule);
    }

    public Tensor forward(Tensor input) {
        Tensor x = input;
        for (Module module : this) {
            x = module.call(x);
        }
        return x;
    }

    /** Adds a module at the end, named by its number. */
    public Sequential append(Module module) {
        Parts.append(this, module);
        return this;
    }

    /** How many modules there are. */
    public int size() {
        return registered().size();
    }

    /**
     * The module at a place; −1 is the last. A variable of its class takes it as it is: {@code Linear first =
     * net.get(0)}.
     */
    public <M extends Module> M get(int index) {
        return Parts.at(this, index);
    }

    /** Modules of a slice, with their names, shared with this net: {@code net[1:]}. */
    public Sequential get(String slice) {
        List<String> names = new ArrayList<>(registered().keySet());
        Map<String, Module> part = new LinkedHashMap<>();
        for (int i : Parts.places(slice, names.size())) {
            part.put(names.get(i), (Module) registered().get(names.get(i)));
        }
        return new Sequential(part);
    }

    /** Puts a module in the place of another. */
    public void set(int index, Module module) {
        Parts.set(this, index, module);
    }

    @Override
    public Iterator<Module> iterator() {
        return Parts.all(this).iterator();
    }
}
