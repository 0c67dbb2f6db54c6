package jacobi.plot;

import jacobi.plot.style.Dash;

/**
 * How the lines of a grid look.
 *
 * @param color a colour of {@link jacobi.plot.style.Colors#named}, or null for the theme's
 */
record GridLook(String color, Dash dash, double width, double alpha) {
    static final GridLook USUAL = new GridLook(null, Dash.SOLID, 0.8, 1);
}
