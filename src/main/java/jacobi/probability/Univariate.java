package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Generator;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/** A distribution of numbers, one for each element of its parameters. */
public abstract sealed class Univariate extends Distribution
        permits Bernoulli, Beta, Binomial, Exponential, Normal, Poisson, Uniform {
    private final String[] names;
    private final Tensor[] parameters;

    /** Parameters as PyTorch names them, broadcast to one shape. */
    Univariate(String[] names, Tensor... parameters) {
        super(
                together(parameters).shape().toArray(),
                new int[0],
                together(parameters).dtype().isFloatingPoint()
                        ? together(parameters).dtype()
                        : DType.float32);
        this.names = names;
        this.parameters =
                Arrays.stream(parameters).map(p -> p.broadcastTo(batch())).toArray(Tensor[]::new);
    }

    private static Tensor together(Tensor... parameters) {
        Tensor sum = parameters[0].detach();
        for (int i = 1; i < parameters.length; i++) {
            sum = sum.add(parameters[i].detach());
        }
        return sum;
    }

    final Tensor parameter(int i) {
        return parameters[i];
    }

    /** The distribution for one set of parameters, in the order of the constructor. */
    abstract Law law(double[] parameters);

    private Law[] laws() {
        double[][] values = Arrays.stream(parameters)
                .map(p -> p.detach().to(DType.float64).toDoubleArray())
                .toArray(double[][]::new);
        Law[] laws = new Law[values[0].length];
        for (int i = 0; i < laws.length; i++) {
            int element = i;
            laws[i] = law(Arrays.stream(values).mapToDouble(v -> v[element]).toArray());
        }
        return laws;
    }

    @Override
    final void draw(double[] values, Generator random) {
        DoubleSupplier[] samplers =
                Arrays.stream(laws()).map(law -> law.sampler().apply(random)).toArray(DoubleSupplier[]::new);
        for (int i = 0; i < values.length; i++) {
            values[i] = samplers[i % samplers.length].getAsDouble();
        }
    }

    @Override
    public final Tensor cdf(Tensor value) {
        return each(value, false);
    }

    /** The value below which a draw falls with the given probability; no gradient flows. */
    public final Tensor icdf(Tensor probability) {
        require(
                say("probability.univariate.probabilities-lie-between"),
                probability,
                probability.ge(0).logicalAnd(probability.le(1)));
        return each(probability, true);
    }

    /** The value below which a draw falls with the given probability. */
    public final Tensor icdf(double probability) {
        return icdf(Tensors.tensor(probability, DType.float64));
    }

    private Tensor each(Tensor at, boolean inverse) {
        Tensor shaped = at.detach().to(DType.float64).add(Tensors.zeros(DType.float64, batch()));
        double[] values = shaped.toDoubleArray();
        Law[] laws = laws();
        for (int i = 0; i < values.length; i++) {
            Law law = laws[i % laws.length];
            DoubleUnaryOperator f = inverse ? law.icdf() : law.cdf();
            values[i] = f.applyAsDouble(values[i]);
        }
        return Tensors.tensor(values, DType.float64)
                .to(dtype())
                .reshape(shaped.shape().toArray());
    }

    /** As PyTorch prints it: {@code Normal(loc: 0.0, scale: 1.0)}, of batches the sizes. */
    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", getClass().getSimpleName() + "(", ")");
        for (int i = 0; i < names.length; i++) {
            Tensor p = parameters[i].detach();
            text.add(names[i] + ": " + (p.numel() == 1 ? (Object) p.item() : p.shape()));
        }
        return text.toString();
    }
}
