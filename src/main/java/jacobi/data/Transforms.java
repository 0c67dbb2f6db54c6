package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.tensor;

import jacobi.nn.Functional;
import jacobi.tensor.Generator;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is done to images (channels, height, width) of fractions from 0 to 1, as {@code torchvision.transforms}: each
 * gives a function.
 */
public final class Transforms {
    private Transforms() {}

    private static double random(double low, double high) {
        Generator generator = Generator.standard();
        synchronized (generator) {
            return low + (high - low) * generator.nextDouble();
        }
    }

    private static int random(int below) {
        return (int) random(0, below);
    }

    /** One after the other. */
    @SafeVarargs
    public static UnaryOperator<Tensor> compose(UnaryOperator<Tensor>... transforms) {
        return compose(Arrays.asList(transforms));
    }

    /** One after the other. */
    public static UnaryOperator<Tensor> compose(List<UnaryOperator<Tensor>> transforms) {
        return image -> {
            Tensor x = image;
            for (UnaryOperator<Tensor> transform : transforms) {
                x = transform.apply(x);
            }
            return x;
        };
    }

    /** Nothing: the images of the data sets here are tensors of fractions from 0 to 1 already. */
    public static UnaryOperator<Tensor> toTensor() {
        return image -> image;
    }

    /** (x − mean) / std, one number for each channel. */
    public static UnaryOperator<Tensor> normalize(double[] mean, double[] std) {
        Tensor m = tensor((Object) mean).reshape(-1, 1, 1),
                s = tensor((Object) std).reshape(-1, 1, 1);
        return image -> image.sub(m).div(s);
    }

    /** The shorter side made so long. */
    public static UnaryOperator<Tensor> resize(int size) {
        return image -> {
            int h = image.size(-2), w = image.size(-1);
            return h < w
                    ? resized(image, size, (int) ((long) size * w / h))
                    : resized(image, (int) ((long) size * h / w), size);
        };
    }

    /** Both sides made so long. */
    public static UnaryOperator<Tensor> resize(int height, int width) {
        return image -> resized(image, height, width);
    }

    private static Tensor resized(Tensor image, int height, int width) {
        return Functional.interpolate(image.unsqueeze(0), new int[] {height, width}, "bilinear", false)
                .squeeze(0);
    }

    /** A part. */
    public static Tensor crop(Tensor image, int top, int left, int height, int width) {
        return image.narrow(-2, top, height).narrow(-1, left, width);
    }

    /** The middle. */
    public static UnaryOperator<Tensor> centerCrop(int size) {
        return image -> {
            requireRoom("centerCrop", image, size);
            return crop(image, (image.size(-2) - size) / 2, (image.size(-1) - size) / 2, size, size);
        };
    }

    /** Any part of that size. */
    public static UnaryOperator<Tensor> randomCrop(int size) {
        return randomCrop(size, 0);
    }

    /** Any part of that size, after zeros were put around. */
    public static UnaryOperator<Tensor> randomCrop(int size, int padding) {
        return image -> {
            Tensor x = padding == 0 ? image : image.pad(padding, padding, padding, padding);
            requireRoom("randomCrop", x, size);
            return crop(x, random(x.size(-2) - size + 1), random(x.size(-1) - size + 1), size, size);
        };
    }

    private static void requireRoom(String operation, Tensor image, int size) {
        if (image.size(-2) < size || image.size(-1) < size) {
            throw new IllegalArgumentException(say(
                    "data.transform.part",
                    "operation",
                    operation,
                    "height",
                    size,
                    "width",
                    size,
                    "shape",
                    image.shape().text()));
        }
    }

    /**
     * A part of random size and shape, made so long on both sides: between {@code scale} of the area, with sides in
     * {@code ratio}.
     */
    public static UnaryOperator<Tensor> randomResizedCrop(int size, double[] scale, double[] ratio) {
        return image -> {
            int h = image.size(-2), w = image.size(-1);
            for (int attempt = 0; attempt < 10; attempt++) {
                double area = h * w * random(scale[0], scale[1]);
                double sides = Math.exp(random(Math.log(ratio[0]), Math.log(ratio[1])));
                int width = (int) Math.round(Math.sqrt(area * sides));
                int height = (int) Math.round(Math.sqrt(area / sides));
                if (width > 0 && width <= w && height > 0 && height <= h) {
                    Tensor part = crop(image, random(h - height + 1), random(w - width + 1), height, width);
                    return resized(part, size, size);
                }
            }
            int side = Math.min(h, w);
            return resized(crop(image, (h - side) / 2, (w - side) / 2, side, side), size, size);
        };
    }

    /** Left and right changed in every second image. */
    public static UnaryOperator<Tensor> randomHorizontalFlip() {
        return image -> random(0, 1.0) < 0.5 ? image.flip(-1) : image;
    }

    /** Top and bottom changed in every second image. */
    public static UnaryOperator<Tensor> randomVerticalFlip() {
        return image -> random(0, 1.0) < 0.5 ? image.flip(-2) : image;
    }

    /** Brightness, contrast and saturation each times a random number within 1 ± what is given. */
    public static UnaryOperator<Tensor> colorJitter(double brightness, double contrast, double saturation) {
        return image -> {
            Tensor x = image.mul(random(1 - brightness, 1 + brightness)).clamp(0, 1);
            Tensor grey = grey(x);
            x = mixed(x, grey.mean(), random(1 - contrast, 1 + contrast));
            return x.size(0) == 3 ? mixed(x, grey(x), random(1 - saturation, 1 + saturation)) : x;
        };
    }

    private static Tensor grey(Tensor image) {
        return image.size(0) == 3
                ? image.mul(tensor(0.299, 0.587, 0.114).reshape(3, 1, 1)).sum(0)
                : image;
    }

    private static Tensor mixed(Tensor image, Tensor other, double factor) {
        return image.mul(factor).add(other.mul(1 - factor)).clamp(0, 1);
    }
}
