package jacobi.plot.data;

import jacobi.plot.mark.Image;

/** Reads images: gray ones as matrices, coloured ones as rows, columns and channels. */
public final class Pixels {
    private Pixels() {}

    /** Whether three axes hold one channel only, as (1, rows, columns) or (rows, columns, 1). */
    public static boolean isGray(Object image) {
        double[][][] cube = Numbers.cube(image, "imshow");
        return cube.length == 1 || cube[0][0].length == 1;
    }

    /** The numbers of a gray image as a matrix. */
    public static double[][] gray(Object image, String name) {
        if (Numbers.depth(image, name) < 3) {
            return Numbers.matrix(image, name);
        }
        double[][][] cube = Numbers.cube(image, name);
        if (cube.length == 1) {
            return cube[0];
        }
        double[][] gray = new double[cube.length][cube[0].length];
        for (int row = 0; row < gray.length; row++) {
            for (int column = 0; column < gray[0].length; column++) {
                gray[row][column] = cube[row][column][0];
            }
        }
        return gray;
    }

    /** A picture of rows, columns and channels: red, green, blue and possibly how opaque. */
    public static Image read(Object image, String name) {
        double[][][] cube = Numbers.cube(image, name);
        int rows = cube.length;
        int columns = cube[0].length;
        int channels = cube[0][0].length;
        if (channels != 3 && channels != 4) {
            throw new IllegalArgumentException(name + ": expected rows, columns and 3 or 4 colour channels, found "
                    + Numbers.shapeText(image, name)
                    + (rows == 3 || rows == 4 ? "; move the channels last: permute(1, 2, 0)" : ""));
        }
        double full = isBytes(cube) ? 255 : 1;
        int[] pixels = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double[] pixel = cube[row][column];
                int alpha = channels == 4 ? level(pixel[3], full) : 255;
                pixels[row * columns + column] =
                        alpha << 24 | level(pixel[0], full) << 16 | level(pixel[1], full) << 8 | level(pixel[2], full);
            }
        }
        return new Image(pixels, rows, columns);
    }

    /** Whether the numbers are whole and go beyond 1: then they mean 0 to 255. */
    private static boolean isBytes(double[][][] cube) {
        boolean beyond = false;
        for (double[][] row : cube) {
            for (double[] pixel : row) {
                for (double value : pixel) {
                    if (value != Math.rint(value)) {
                        return false;
                    }
                    beyond |= value > 1;
                }
            }
        }
        return beyond;
    }

    private static int level(double value, double full) {
        return (int) Math.max(0, Math.min(255, Math.round(value / full * 255)));
    }
}
