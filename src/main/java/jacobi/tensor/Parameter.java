package jacobi.tensor;

/**
 * A tensor that a model learns: a leaf that requires grad and that a module finds among its fields. It shares the
 * storage of the tensor it was made of.
 */
public final class Parameter extends Tensor {
    private final boolean unknown;

    private Parameter(Tensor data, boolean unknown) {
        super(data.storage, data.offset, data.shape, data.strides, null, false);
        this.unknown = unknown;
    }

    /** A parameter that is learned. */
    public Parameter(Tensor data) {
        this(data, false);
        requiresGrad_(true);
    }

    /**
     * A parameter that is learned or, as part of a net that is frozen, is not.
     *
     * @return a parameter with the values of {@code data}, which may be the result of recorded operations; they are not
     * differentiated
     */
    public static Parameter of(Tensor data, boolean requiresGrad) {
        Parameter parameter = new Parameter(data, false);
        parameter.requiresGrad_(requiresGrad);
        return parameter;
    }

    /** The parameter of a lazy layer, whose shape its first input decides; until then it has no elements. */
    public static Parameter uninitialized() {
        Parameter parameter = new Parameter(Tensor.empty(DType.float32, Shape.of(0)), true);
        parameter.requiresGrad_(true);
        return parameter;
    }

    /** Whether this is the parameter of a lazy layer that has seen no input yet. */
    public boolean isUninitialized() {
        return unknown;
    }

    /** PyTorch's print of a parameter. */
    @Override
    public String toString() {
        return unknown ? "<UninitializedParameter>" : "Parameter containing:\n" + super.toString();
    }
}
