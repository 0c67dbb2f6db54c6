package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.linalg.Linalg;
import jacobi.tensor.Generator;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;

/**
 * The normal distribution of n numbers together, by their means and their covariances: a density over the plane, over
 * space and so on.
 */
public final class MultivariateNormal extends Distribution {
    private final Tensor loc;
    private final Tensor covariance;
    /** L with {@code covariance = L Lᵀ}: it turns independent normal numbers into dependent ones. */
    private final Tensor factor;

    /**
     * @param loc the n means
     * @param covarianceMatrix n by n, symmetric and positive definite
     * @throws IllegalArgumentException if the shapes do not fit or the matrix is not symmetric
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public MultivariateNormal(Tensor loc, Tensor covarianceMatrix) {
        super(new int[0], loc.shape().toArray(), covarianceMatrix.dtype());
        int n = loc.dim() == 1 ? loc.shape().get(0) : 0;
        boolean fits = n > 0
                && covarianceMatrix.dim() == 2
                && covarianceMatrix.shape().get(0) == n
                && covarianceMatrix.shape().get(1) == n;
        if (!fits) {
            throw new IllegalArgumentException(say(
                    "probability.multivariate-normal.shapes",
                    "loc",
                    loc.shape(),
                    "covariance",
                    covarianceMatrix.shape()));
        }
        if (!Tensors.allclose(
                covarianceMatrix.detach(), covarianceMatrix.detach().t())) {
            throw new IllegalArgumentException(
                    say("probability.multivariate-normal.symmetric", "covariance", covarianceMatrix.detach()));
        }
        this.loc = loc.to(covarianceMatrix.dtype());
        this.covariance = covarianceMatrix;
        this.factor = Linalg.cholesky(covarianceMatrix);
    }

    @Override
    void draw(double[] values, Generator random) {
        double[] mean = loc.toDoubleArray();
        double[] l = factor.toDoubleArray();
        int n = mean.length;
        double[] z = new double[n];
        for (int at = 0; at < values.length; at += n) {
            for (int i = 0; i < n; i++) {
                z[i] = random.nextGaussian();
                values[at + i] = mean[i];
                for (int j = 0; j <= i; j++) {
                    values[at + i] += l[i * n + j] * z[j];
                }
            }
        }
    }

    /** The logarithm of the density at each vector along the last axis. */
    @Override
    public Tensor logProb(Tensor value) {
        int n = loc.shape().get(0);
        if (value.dim() == 0 || value.shape().get(-1) != n) {
            throw new IllegalArgumentException(
                    say("probability.multivariate-normal.value", "n", n, "shape", value.shape()));
        }
        Tensor away = value.to(dtype()).sub(loc);
        Tensor distance = away.matmul(Linalg.inv(covariance)).mul(away).sum(-1);
        Tensor logDeterminant = factor.diagonal().log().sum().mul(2);
        return distance.add(logDeterminant).add(n * Math.log(2 * Math.PI)).mul(-0.5);
    }

    @Override
    public Tensor mean() {
        return loc;
    }

    /** The variance of each of the n numbers. */
    @Override
    public Tensor variance() {
        return covariance.diagonal();
    }

    /** The covariance of each two of the n numbers. */
    public Tensor covarianceMatrix() {
        return covariance;
    }

    @Override
    public String toString() {
        return "MultivariateNormal(loc: " + loc.shape() + ", covariance_matrix: " + covariance.shape() + ")";
    }
}
