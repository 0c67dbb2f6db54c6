/**
 * Jupyter's widgets: sliders, choices, buttons, boxes and outputs, and {@code interact}, which redraws as they move.
 */
package jacobi.widget;
