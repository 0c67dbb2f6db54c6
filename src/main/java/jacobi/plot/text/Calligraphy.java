package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The capitals of {@code \mathcal}, drawn with a pen of one width: the figures' font has only eight of them, and a page
 * without a font for mathematics would show boxes.
 */
final class Calligraphy {
    private static final double PEN = 0.068;

    /**
     * For A to Z: the width, then steps with their points in hundredths of the font size, upwards from the base line.
     */
    private static final String[] LETTERS = {
        "76 M4 6C2 -2 14 -4 22 10C34 30 46 56 56 72C57 50 58 22 64 4C66 -2 72 -1 76 3M22 26L60 26",
        "64 M18 68C18 40 16 20 11 0M5 60C12 74 50 76 51 58C52 44 36 38 26 38C46 40 59 32 57 18C55 2 28 -4 5 2",
        "63 M58 58C60 72 46 74 36 70C18 62 6 40 8 20C10 0 32 -4 54 12",
        "71 M26 70C24 40 20 14 8 2C6 -2 22 -2 34 0C60 6 68 34 60 54C52 74 22 76 6 58",
        "58 M52 60C50 74 26 74 24 58C22 44 34 38 42 38C24 38 8 30 8 16C8 -4 36 -4 52 12",
        "66 M8 56C12 72 26 70 40 70C52 70 62 70 70 74M42 70C38 44 34 10 20 0C14 -3 6 0 6 6M24 37L54 37",
        "63 M56 58C58 72 44 74 34 68C16 58 6 36 10 18C14 -2 40 2 54 34M54 34C54 14 48 -12 26 -16C14 -18 8 -12 10 -8",
        "77 M6 58C8 72 22 74 22 62C22 40 16 16 12 0M70 74C58 66 54 30 54 12C54 0 62 -4 72 4M16 34C30 40 46 40 56 36",
        "55 M14 58C16 72 36 69 54 72M38 70C36 44 30 14 22 4C16 -3 6 -1 4 6",
        "58 M16 58C18 72 40 69 58 72M44 70C42 40 36 -2 26 -12C18 -20 6 -16 8 -6",
        "73 M8 58C10 72 24 74 24 62C24 40 16 16 12 0M66 70C50 66 34 46 20 36C38 36 42 4 56 0C62 -2 68 0 72 6",
        "63 M50 60C50 76 32 74 30 56C28 36 24 14 12 2C22 8 32 -2 46 -1C54 -1 60 4 62 10",
        "92 M4 4C2 -3 12 -3 14 6C20 26 24 54 26 72C30 50 36 24 42 6C50 24 62 52 72 72C72 50 72 24 76 6C78 -2 86 -2 90 "
                + "4",
        "81 M4 4C2 -4 12 -4 15 6C20 26 26 52 28 72C36 50 46 24 56 2C60 24 64 52 68 66C70 73 78 76 82 70",
        "69 M40 71C16 68 6 40 9 20C12 0 34 -6 48 6C66 22 68 56 54 67C46 73 34 70 28 60",
        "60 M22 66C20 40 16 18 8 0M4 56C8 74 54 80 56 56C58 36 34 28 20 34",
        "74 M40 71C16 68 6 40 9 20C12 0 34 -6 48 6C66 22 68 56 54 67C46 73 34 70 28 60M20 6C34 14 44 -12 64 -12C70 "
                + "-12 74 -8 76 -4",
        "70 M22 66C20 40 16 18 8 0M4 56C8 74 52 80 54 58C55 42 36 36 24 38C40 38 42 6 54 0C60 -3 66 0 70 6",
        "61 M58 60C58 76 30 76 28 58C26 42 54 38 52 18C50 -2 18 -6 8 8C4 14 8 20 14 18",
        "68 M6 54C10 74 26 70 42 70C54 70 66 70 74 76M46 70C42 44 38 14 26 3C20 -2 10 -1 8 6",
        "77 M6 60C8 74 20 74 20 62C20 44 12 22 16 8C22 -8 46 0 54 22C58 36 60 56 62 72M62 72C58 40 58 18 60 6C62 -2 "
                + "70 -2 76 4",
        "67 M6 58C8 72 20 74 22 62C26 40 22 16 24 2C40 16 56 46 58 62C59 70 64 74 70 70",
        "95 M6 58C8 72 20 74 22 62C24 40 20 16 22 2C34 16 46 40 52 60C52 40 50 18 52 2C70 18 84 46 86 62C87 70 92 74 "
                + "97 70",
        "73 M8 60C14 74 26 70 32 54C38 36 40 18 48 6C54 -3 64 -1 70 8M70 68C60 74 46 52 36 38C26 24 14 -2 4 4",
        "68 M8 58C10 72 22 74 24 60C26 46 26 36 34 34C46 32 58 52 64 72M64 72C58 36 50 -4 34 -14C24 -20 12 -16 12 -8",
        "68 M12 58C16 72 30 70 44 70C54 70 60 70 64 70C50 48 28 22 8 2C24 4 36 0 48 0C58 0 64 6 66 12M20 36L52 36"
    };

    private static final TypeBox[] SET = new TypeBox[LETTERS.length];

    private Calligraphy() {}

    /** The capital, A to Z, in full size. */
    static TypeBox letter(char capital) {
        int i = capital - 'A';
        if (SET[i] == null) {
            SET[i] = read(LETTERS[i]).saying(String.valueOf(capital));
        }
        return SET[i];
    }

    private static TypeBox read(String letter) {
        int space = letter.indexOf(' ');
        StringBuilder commands = new StringBuilder();
        List<Double> numbers = new ArrayList<>();
        for (String step : letter.substring(space + 1).split("(?=[MLC])")) {
            for (String number : step.substring(1).split(" ")) {
                int sign = numbers.size() % 2 == 0 ? 1 : -1;
                numbers.add(sign * Integer.parseInt(number) / 100.0);
            }
            commands.append(step.charAt(0));
        }
        double[] places = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        double lowest = 0;
        for (int i = 1; i < places.length; i += 2) {
            lowest = Math.max(lowest, places[i]);
        }
        double width = Integer.parseInt(letter.substring(0, space)) / 100.0;
        return TypeBox.of(width, 0.74, lowest, new Pen(commands.toString(), places, PEN));
    }
}
