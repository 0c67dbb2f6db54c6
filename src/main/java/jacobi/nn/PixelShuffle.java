package jacobi.nn;

import jacobi.tensor.Tensor;

/** Channels spread over the image (Shi et al. 2016). */
public final class PixelShuffle extends Module {
    private final int upscaleFactor;

    /** (batch, c r², h, w) to (batch, c, h r, w r). */
    public PixelShuffle(int upscaleFactor) {
        Sizes.require("PixelShuffle", "upscaleFactor", upscaleFactor, 1);
        this.upscaleFactor = upscaleFactor;
    }

    public Tensor forward(Tensor input) {
        return Functional.pixelShuffle(input, upscaleFactor);
    }

    @Override
    protected String extraRepr() {
        return "upscale_factor=" + upscaleFactor;
    }
}
