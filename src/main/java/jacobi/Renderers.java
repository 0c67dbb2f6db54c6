package jacobi;

import io.github.spencerpark.jupyter.kernel.display.common.Image;
import jacobi.display.Displays;
import jacobi.plot.Charts;

/** How values of libraries are shown: images as PNG, charts of XChart as SVG and PNG, lists of formulas typeset. */
final class Renderers {
    private Renderers() {}

    static void register() {
        Image.registerAll(Displays.renderer());
        Charts.register();
        FormulaLists.register(Displays.renderer());
    }
}
