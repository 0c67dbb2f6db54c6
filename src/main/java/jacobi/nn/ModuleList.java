package jacobi.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A list of modules that a net computes with as it likes. */
public final class ModuleList extends Module implements Iterable<Module> {
    /** Modules named 0, 1, 2 … */
    public ModuleList(Module... modules) {
        this(Arrays.asList(modules));
    }

    /** Modules named 0, 1, 2 … */
    public ModuleList(List<? extends Module> modules) {
        extend(modules);
    }

    /** Adds a module at the end. */
    public ModuleList append(Module module) {
        Parts.append(this, module);
        return this;
    }

    /** Adds modules at the end. */
    public ModuleList extend(Iterable<? extends Module> modules) {
        modules.forEach(this::append);
        return this;
    }

    /** How many modules there are. */
    public int size() {
        return registered().size();
    }

    /** The module at a place; −1 is the last. A variable of its class takes it as it is. */
    public <M extends Module> M get(int index) {
        return Parts.at(this, index);
    }

    /** A list of the modules of a slice. */
    public ModuleList get(String slice) {
        List<Module> part = new ArrayList<>();
        for (int i : Parts.places(slice, size())) {
            part.add(get(i));
        }
        return new ModuleList(part);
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
