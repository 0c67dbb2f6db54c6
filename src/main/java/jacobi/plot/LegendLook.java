package jacobi.plot;

/**
 * How a legend looks.
 *
 * @param font the size of its letters in points
 * @param title what stands above the names, or empty
 */
record LegendLook(double font, String title, int columns, boolean framed) {
    static final LegendLook USUAL = new LegendLook(AxesPainter.FONT, "", 1, true);
}
