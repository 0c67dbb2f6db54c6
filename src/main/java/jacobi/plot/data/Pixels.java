package jacobi.plot.data;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Image;
import java.awt.image.BufferedImage;

/** Reads images: gray ones as matrices, coloured ones as rows, columns and channels. */
public final class Pixels {
    private Pixels() {}

    /** Whether three axes hold one channel only, as (1, rows, columns) or (rows, columns, 1). */
    public static boolean isGray(Object image) {
        double[][][] cube = GivenNumbers.cube(image, "imshow");
        return cube.length == 1 || cube[0][0].length == 1;
    }

    /** The numbers of a gray image as a matrix. */
    public static double[][] gray(Object image, String name) {
        if (GivenNumbers.depth(image, name) < 3) {
            return GivenNumbers.matrix(image, name);
        }
        double[][][] cube = GivenNumbers.cube(image, name);
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

    /** A picture with channels for red, green, blue and possibly how opaque, which are the last axis or the first. */
    public static Image read(Object image, String name) {
        double[][][] cube = GivenNumbers.cube(image, name);
        int last = cube[0][0].length;
        if (last != 3 && last != 4) {
            if (cube.length != 3 && cube.length != 4) {
                throw new IllegalArgumentException(
                        say("plot.image.channels", "name", name, "found", GivenNumbers.shapeText(image, name)));
            }
            cube = channelsLast(cube);
        }
        int rows = cube.length;
        int columns = cube[0].length;
        int channels = cube[0][0].length;
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

    /** Tensors of pictures have their channels first, arrays of pictures last. */
    private static double[][][] channelsLast(double[][][] cube) {
        double[][][] turned = new double[cube[0].length][cube[0][0].length][cube.length];
        for (int channel = 0; channel < cube.length; channel++) {
            for (int row = 0; row < turned.length; row++) {
                for (int column = 0; column < turned[0].length; column++) {
                    turned[row][column][channel] = cube[channel][row][column];
                }
            }
        }
        return turned;
    }

    /** A picture as Java has it. */
    public static Image of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Image(picture.getRGB(0, 0, width, height, null, 0, width), height, width);
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
