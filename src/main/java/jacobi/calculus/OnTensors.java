package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Map;

/** An expression computed with tensors, operation by operation, as a student would write it. */
final class OnTensors {
    private OnTensors() {}

    static Tensor evaluate(Expression e, Map<String, Tensor> values) {
        Object result = value(e, values);
        if (result instanceof Tensor tensor) {
            return tensor;
        }
        // A constant takes the shape and dtype its variables would have given it.
        return values.isEmpty()
                ? Tensors.tensor((double) result)
                : Tensors.fullLike(values.values().iterator().next(), (double) result);
    }

    /** A tensor, or a Double where no variable occurs. */
    private static Object value(Expression e, Map<String, Tensor> values) {
        if (e.variables().isEmpty()) {
            return e.at(Map.of());
        } else if (e instanceof Expression.Variable v) {
            Tensor x = values.get(v.name());
            if (x == null) {
                throw new IllegalArgumentException(
                        say("calculus.onTensors.no-tensor-there", "v", v.name(), "keySet", values.keySet()));
            }
            return x;
        } else if (e instanceof Expression.Power p) {
            Object base = value(p.base(), values);
            Object exponent = value(p.exponent(), values);
            return base instanceof Tensor b
                    ? exponent instanceof Tensor t ? b.pow(t) : b.pow((Double) exponent)
                    : Tensors.pow((Double) base, (Tensor) exponent);
        } else if (e instanceof Expression.Apply a) {
            return a.function().on((Tensor) value(a.argument(), values));
        } else if (e instanceof Expression.Max max) {
            Object first = value(max.first(), values);
            Object second = value(max.second(), values);
            return first instanceof Tensor f
                    ? second instanceof Tensor s ? f.maximum(s) : f.maximum((Double) second)
                    : ((Tensor) second).maximum((Double) first);
        }
        boolean sum = e instanceof Expression.Sum;
        Object total = null;
        for (Expression part : e.parts()) {
            Object next = value(part, values);
            total = total == null ? next : sum ? plus(total, next) : times(total, next);
        }
        return total;
    }

    private static Object plus(Object a, Object b) {
        if (a instanceof Tensor x) {
            return b instanceof Tensor y ? x.add(y) : x.add((Double) b);
        }
        return b instanceof Tensor y ? (Object) y.add((Double) a) : (Object) ((Double) a + (Double) b);
    }

    private static Object times(Object a, Object b) {
        if (a instanceof Tensor x) {
            return b instanceof Tensor y ? x.mul(y) : x.mul((Double) b);
        }
        return b instanceof Tensor y ? (Object) y.mul((Double) a) : (Object) ((Double) a * (Double) b);
    }
}
