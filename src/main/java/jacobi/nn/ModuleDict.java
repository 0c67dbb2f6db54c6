package jacobi.nn;

import static jacobi.language.Say.say;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Modules by name, in the order they were put in. */
public final class ModuleDict extends Module {
    /** No modules yet. */
    public ModuleDict() {}

    /** The modules of a map, in its order. */
    public ModuleDict(Map<String, ? extends Module> modules) {
        modules.forEach(this::put);
    }

    /** Adds a module, or puts it in the place of the one of that name. */
    public void put(String name, Module module) {
        addModule(name, module);
    }

    /** The module of that name; a variable of its class takes it as it is. */
    @SuppressWarnings("unchecked")
    public <M extends Module> M module(String name) {
        Module found = (Module) registered().get(name);
        if (found == null) {
            throw new IllegalArgumentException(say(
                    "nn.module.no-module", "module", "ModuleDict", "name", name, "known", String.join(", ", keys())));
        }
        return (M) found;
    }

    /** Whether there is a module of that name. */
    public boolean containsKey(String name) {
        return registered().containsKey(name);
    }

    /** The names. */
    public Set<String> keys() {
        return registered().keySet();
    }

    /** The modules. */
    public Collection<Module> values() {
        return children();
    }

    /** Names with modules. */
    public Set<Map.Entry<String, Module>> items() {
        return new LinkedHashMap<>(namedChildren()).entrySet();
    }

    /** How many modules there are. */
    public int size() {
        return registered().size();
    }
}
