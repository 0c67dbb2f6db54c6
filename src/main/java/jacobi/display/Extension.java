package jacobi.display;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/**
 * What a library brings to the notebooks that add it: renderers of its types, and whatever else it prepares. A jar
 * names its class in {@code META-INF/services/jacobi.display.Extension}, and it is installed as the jar is added.
 */
@FunctionalInterface
public interface Extension {
    /** Called once in a session, before a cell uses the library. */
    void install(Renderer renderer);
}
