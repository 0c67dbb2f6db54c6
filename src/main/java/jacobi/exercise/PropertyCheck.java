package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Properties hold on random inputs, the same ones in every run. */
final class PropertyCheck extends FunctionCheck {
    private final List<int[]> shapes;
    private final long seed;
    private final boolean positive;
    private final List<Property> properties;

    /**
     * @param shapes one random argument for each
     * @param positive whether inputs lie in (0, 1] instead of being normally distributed
     */
    PropertyCheck(List<int[]> shapes, long seed, boolean positive, List<Property> properties) {
        this.shapes = List.copyOf(shapes);
        this.seed = seed;
        this.positive = positive;
        this.properties = List.copyOf(properties);
    }

    @Override
    List<Outcome> run(Answer.Call call, Workshop workshop) throws NotAttempted, Stopped {
        // A generator of its own: a check must not disturb the numbers the notebook draws after it.
        Random random = new Random(seed);
        List<Tensor> before = shapes.stream().map(shape -> draw(shape, random)).toList();
        List<Tensor> given = copies(before);
        String input = say("exercise.propertyCheck.random-inputs", "values", CardText.values(shapes));
        Called called = call(call, given, workshop);
        if (called.failed()) {
            return List.of(Outcome.fail(input, properties.get(0).words(), "", called.failure()));
        }
        if (!(called.value() instanceof Tensor result)) {
            return List.of(Outcome.fail(
                    input,
                    say("exercise.propertyCheck.tensor"),
                    CardText.value(called.value()),
                    say("exercise.propertyCheck.result-no-tensor")));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Property property : properties) {
            outcomes.add(judge(property, input, before.get(0), given.get(0), result));
        }
        return outcomes;
    }

    private static Outcome judge(Property property, String input, Tensor before, Tensor argument, Tensor result) {
        boolean holds;
        try {
            holds = property.holds(before, argument, result);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // A result without the axis a property speaks of.
            holds = false;
        }
        return holds
                ? Outcome.pass(input, property.words())
                : Outcome.fail(
                        input, property.words(), CardText.value(result), say("exercise.propertyCheck.does-not-hold"));
    }

    private Tensor draw(int[] shape, Random random) {
        int count = 1;
        for (int length : shape) {
            count *= length;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = positive ? 1 - random.nextDouble() : random.nextGaussian();
        }
        return Tensors.tensor(values).to(DType.float32).reshape(shape);
    }
}
