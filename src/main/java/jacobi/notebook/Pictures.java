package jacobi.notebook;

import static jacobi.language.Say.say;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures in notebooks, told apart by what they show and not by how they are written. */
final class Pictures {
    private static final Pattern SVG_ASIDE =
            Pattern.compile("<!--.*?-->|<\\?.*?\\?>|<!DOCTYPE[^>]*>|<metadata>.*?</metadata>", Pattern.DOTALL);
    private static final Pattern SVG_ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    private Pictures() {}

    /** An SVG text with one element a line, without comments, and with its ids named by their order. */
    static String drawing(String svg) {
        String bare =
                SVG_ASIDE.matcher(svg).replaceAll("").replaceAll(">\\s+<", "><").strip();
        List<String> ids = new ArrayList<>();
        Matcher found = SVG_ID.matcher(bare);
        while (found.find()) {
            ids.add(found.group(1));
        }
        for (int i = 0; i < ids.size(); i++) {
            bare = bare.replaceAll("(?<=[\"#])" + Pattern.quote(ids.get(i)) + "(?=[\")])", "id-" + i);
        }
        return bare.replace("><", ">\n<");
    }

    /** Where two pixel images, given in base64, differ; empty if nowhere. */
    static Optional<String> difference(String stored, String fresh) {
        Optional<BufferedImage> before = image(stored);
        Optional<BufferedImage> now = image(fresh);
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.of(say("notebook.compare.images"));
        }
        int width = before.get().getWidth();
        int height = before.get().getHeight();
        if (width != now.get().getWidth() || height != now.get().getHeight()) {
            return Optional.of(say(
                    "notebook.compare.pixels",
                    "stored",
                    width + "×" + height,
                    "now",
                    now.get().getWidth() + "×" + now.get().getHeight()));
        }
        int[] first = before.get().getRGB(0, 0, width, height, null, 0, width);
        int[] second = now.get().getRGB(0, 0, width, height, null, 0, width);
        int at = Arrays.mismatch(first, second);
        return at < 0 ? Optional.empty() : Optional.of(say("notebook.compare.pixel", "x", at % width, "y", at / width));
    }

    private static Optional<BufferedImage> image(String base64) {
        try {
            return Optional.ofNullable(ImageIO.read(
                    new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
