package jacobi.display.image;

import java.util.Arrays;

/**
 * The few colours of a drawing: at most 256, so that a pixel is one byte of a PNG instead of three. Colours that cover
 * more than a speck stay as they are; of those at the edges of lines and letters, where one colour fades into another,
 * neighbours that no eye tells apart become one.
 */
final class Palette {
    static final int MOST = 256;
    /** A drawing with more colours than this is a photograph or a gradient. */
    private static final int TOO_MANY = 4096;

    private static final int SLOTS = 4 * TOO_MANY;
    /** A colour of so many pixels is kept to the bit. */
    private static final int SPECK = 64;
    /** Edge colours are rounded to multiples of this. */
    private static final int STEP = 16;

    private final int[] colors;
    private final byte[] pixels;

    private Palette(int[] colors, byte[] pixels) {
        this.colors = colors;
        this.pixels = pixels;
    }

    int[] colors() {
        return colors;
    }

    byte[] pixels() {
        return pixels;
    }

    /** The palette of these {@code 0xRRGGBB} pixels, or null if they have too many colours. */
    static Palette of(int[] rgb) {
        int[] keys = new int[SLOTS];
        int[] counts = new int[SLOTS];
        short[] slots = new short[rgb.length];
        int distinct = 0;
        int last = -1;
        int slot = 0;
        for (int i = 0; i < rgb.length; i++) {
            int color = rgb[i] & 0xffffff;
            if (color != last) {
                slot = (color * 0x9E3779B1) >>> 18;
                while (counts[slot] != 0 && keys[slot] != color) {
                    slot = slot + 1 & SLOTS - 1;
                }
                if (counts[slot] == 0) {
                    if (++distinct > TOO_MANY) {
                        return null;
                    }
                    keys[slot] = color;
                }
                last = color;
            }
            counts[slot]++;
            slots[i] = (short) slot;
        }
        return numbered(keys, counts, slots, distinct > MOST);
    }

    /** Numbers the colours in the order of their values, whatever order they were met in. */
    private static Palette numbered(int[] keys, int[] counts, short[] slots, boolean merge) {
        int[] kept = new int[SLOTS];
        int n = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] > 0) {
                kept[n++] = merge && counts[slot] < SPECK ? rounded(keys[slot]) : keys[slot];
            }
        }
        int[] colors = Arrays.stream(kept, 0, n).sorted().distinct().toArray();
        if (colors.length > MOST) {
            return null;
        }
        byte[] numbers = new byte[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] > 0) {
                int color = merge && counts[slot] < SPECK ? rounded(keys[slot]) : keys[slot];
                numbers[slot] = (byte) Arrays.binarySearch(colors, color);
            }
        }
        byte[] pixels = new byte[slots.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = numbers[slots[i]];
        }
        return new Palette(colors, pixels);
    }

    private static int rounded(int color) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= Math.min(255, ((color >> shift & 255) + STEP / 2) / STEP * STEP) << shift;
        }
        return result;
    }
}
