package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal (Gaussian) distribution, by its mean and standard deviation. */
public final class Normal extends Univariate {
    private static final double LOG_SQRT_2PI = Math.log(2 * Math.PI) / 2;

    /** One distribution: mean {@code loc}, standard deviation {@code scale} above 0. */
    public Normal(double loc, double scale) {
        this(Tensors.tensor(loc), Tensors.tensor(scale));
    }

    /** One for each element of the broadcast parameters. */
    public Normal(Tensor loc, Tensor scale) {
        super(new String[] {"loc", "scale"}, loc, scale);
        require(say("probability.normal.scale-standard-deviation-above"), scale, scale.gt(0));
    }

    @Override
    Law law(double[] p) {
        Law law = Law.of(NormalDistribution.of(p[0], p[1]));
        // The same numbers randn gives.
        return new Law(law.cdf(), law.icdf(), random -> () -> p[0] + p[1] * random.nextGaussian());
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor z = value.sub(parameter(0)).div(parameter(1));
        return z.square().mul(-0.5).sub(parameter(1).log()).sub(LOG_SQRT_2PI);
    }

    @Override
    public Tensor mean() {
        return parameter(0);
    }

    @Override
    public Tensor variance() {
        return parameter(1).square();
    }
}
