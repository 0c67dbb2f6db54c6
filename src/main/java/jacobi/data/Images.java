package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.fromArray;

import jacobi.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Images as tensors and back. */
public final class Images {
    private Images() {}

    /**
     * An image as fractions from 0 to 1: (channels, height, width), one channel of a grey one, else red, green, blue.
     */
    public static Tensor toTensor(BufferedImage image) {
        int height = image.getHeight(), width = image.getWidth();
        boolean grey = image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        int channels = grey ? 1 : 3;
        float[] values = new float[channels * height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (grey) {
                    values[y * width + x] = image.getRaster().getSample(x, y, 0) / 255f;
                } else {
                    int rgb = image.getRGB(x, y);
                    for (int c = 0; c < 3; c++) {
                        values[(c * height + y) * width + x] = (rgb >> (16 - 8 * c) & 0xff) / 255f;
                    }
                }
            }
        }
        return fromArray(values, channels, height, width);
    }

    /** An image as its bytes, 0 to 255, int32: (height, width, channels), as {@code torch.tensor(np.array(image))}. */
    public static Tensor tensor(BufferedImage image) {
        return toTensor(image)
                .mul(255)
                .round()
                .to(jacobi.tensor.DType.int32)
                .permute(1, 2, 0)
                .contiguous();
    }

    /** A file (PNG, JPEG, GIF, BMP) as {@link #toTensor} gives it. */
    public static Tensor readImage(String path) {
        try {
            BufferedImage image = ImageIO.read(new File(path));
            if (image == null) {
                throw new IllegalArgumentException(say("data.read-image.not-image", "path", path));
            }
            return toTensor(image);
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.operation.not-read", "name", "readImage", "path", path), e);
        }
    }
}
