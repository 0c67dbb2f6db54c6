package jacobi;

import jacobi.display.Displays;
import jacobi.rendering.Rendering;

/** How values of the JDK and of libraries are shown, and lists of formulas and records. */
final class Renderers {
    private Renderers() {}

    static void register() {
        Rendering.register();
        ListForms.register(Displays.renderer());
    }
}
