package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A part of a neural network, or a whole one, as PyTorch's {@code nn.Module}: a class with layers and parameters in its
 * fields, and a method {@code forward}.
 *
 * <pre>{@code
 * class MLP extends Module {
 *     Linear hidden = new Linear(784, 256);
 *     Linear out = new Linear(256, 10);
 *     Tensor forward(Tensor X) { return out(relu(hidden(X))); }
 * }
 * }</pre>
 *
 * <p>Fields are found by themselves, in the order they are declared in: {@link Parameter}s, modules, lists and maps of
 * either, and tensors marked {@link Buffer}. In a cell {@code net(X)} means {@code net.forward(X)}, with the hooks that
 * were registered.
 */
public abstract class Module implements Cloneable {
    private boolean training = true;
    private Map<String, Object> registered = new LinkedHashMap<>();
    private Hooks hooks = new Hooks();

    // ------------------------------------------------------------------------------------------- computing

    /** What the module computes of its inputs: the {@code forward} its class has for them, without hooks. */
    public Tensor forward(Tensor... inputs) {
        return tensor(Forward.run(this, (Object[]) inputs));
    }

    /** What the module computes of its inputs, with hooks before and after: what {@code net(X)} means. */
    public Tensor call(Tensor... inputs) {
        return tensor(hooks.run(this, inputs));
    }

    private Tensor tensor(Object result) {
        if (result instanceof Tensor y) {
            return y;
        }
        throw new IllegalStateException(say(
                "nn.module.no-tensor",
                "name",
                name(),
                "found",
                result == null ? "null" : result.getClass().getSimpleName()));
    }

    /** Begins a call that {@link #leaving} ends: the input as hooks before the call want it. */
    public <T> T entering(T input) {
        return hooks.entering(this, input);
    }

    /** Ends a call that {@link #entering} began: the result as hooks after the call want it. */
    public <T> T leaving(T output) {
        return hooks.leaving(this, output);
    }

    /**
     * Has a function look at the inputs of each call; a tensor it returns takes the input's place. The result removes
     * it when run.
     */
    public Runnable registerForwardPreHook(Hooks.Before hook) {
        return hooks.add(hook);
    }

    /**
     * Has a function look at each call's input and output; a tensor it returns takes the output's place. The result
     * removes it when run.
     */
    public Runnable registerForwardHook(Hooks.After hook) {
        return hooks.add(hook);
    }

    // ------------------------------------------------------------------------------------------- parts

    /** Makes a parameter part of the module by name, where a field cannot; null leaves the name without one. */
    public void registerParameter(String name, Parameter parameter) {
        register(name, parameter);
    }

    /** Makes a tensor that is not learned part of the module's state. */
    public void registerBuffer(String name, Tensor buffer) {
        register(name, buffer);
    }

    /** Makes a module part of this one by name, where a field cannot. */
    public Module addModule(String name, Module module) {
        register(name, module);
        return this;
    }

    private void register(String name, Object part) {
        if (name.isEmpty() || name.contains(".")) {
            throw new IllegalArgumentException(say("nn.module.part-name", "name", name));
        }
        registered.put(name, part);
    }

    Members members() {
        return Members.of(this, registered);
    }

    /** What was registered by name; a container's children are. */
    Map<String, Object> registered() {
        return registered;
    }

    /** The parameter or buffer of that name: {@code net.getParameter("hidden.weight")}. */
    public Tensor getParameter(String name) {
        Tensor found = State.of(this).get(name);
        if (found == null) {
            throw new IllegalArgumentException(say(
                    "nn.module.no-parameter",
                    "module",
                    name(),
                    "name",
                    name,
                    "known",
                    String.join(", ", State.of(this).keySet())));
        }
        return found;
    }

    /** The parameter {@code weight} of a layer. */
    public Tensor weight() {
        return getParameter("weight");
    }

    /** The parameter {@code bias} of a layer. */
    public Tensor bias() {
        return getParameter("bias");
    }

    /** The module of that name inside this one: {@code net.getSubmodule("block.0")}. */
    public Module getSubmodule(String name) {
        Module found = namedModules().get(name);
        if (found == null) {
            throw new IllegalArgumentException(say(
                    "nn.module.no-module",
                    "module",
                    name(),
                    "name",
                    name,
                    "known",
                    String.join(", ", namedModules().keySet())));
        }
        return found;
    }

    /** All parameters, each once, in the order of the fields. */
    public List<Parameter> parameters() {
        return new ArrayList<>(namedParameters().values());
    }

    /** All parameters by name: {@code hidden.weight}. */
    public Map<String, Parameter> namedParameters() {
        return State.parameters(this);
    }

    /** The tensors of the state that are not learned, by name. */
    public Map<String, Tensor> namedBuffers() {
        return State.buffers(this);
    }

    /** The tensors of the state that are not learned. */
    public List<Tensor> buffers() {
        return new ArrayList<>(namedBuffers().values());
    }

    /** The modules right inside this one. */
    public List<Module> children() {
        return new ArrayList<>(namedChildren().values());
    }

    /** The modules right inside this one, by name. */
    public Map<String, Module> namedChildren() {
        return members().children;
    }

    /** This module and all inside it, each once. */
    public List<Module> modules() {
        return new ArrayList<>(namedModules().values());
    }

    /** This module, named "", and all inside it by name. */
    public Map<String, Module> namedModules() {
        return State.modules(this);
    }

    // ------------------------------------------------------------------------------------------- changing

    /** Does something to every module inside this one, and then to it: {@code net.apply(initWeights)}. */
    public Module apply(Consumer<? super Module> work) {
        children().forEach(child -> child.apply(work));
        work.accept(this);
        return this;
    }

    /** This container as what stands for a list or map of the owner's: in training if the owner is. */
    Module standFor(Module owner) {
        training = owner.training;
        return this;
    }

    /** Whether layers that differ in training, as dropout, are in it. */
    public boolean training() {
        return training;
    }

    /** Begins training. */
    public Module train() {
        return train(true);
    }

    /** Begins training, or ends it, here and inside. */
    public Module train(boolean mode) {
        modules().forEach(module -> module.training = mode);
        return this;
    }

    /** Ends training: dropout passes everything on, and batch normalisation uses what it learned. */
    public Module eval() {
        return train(false);
    }

    /** Forgets the gradients of all parameters. */
    public void zeroGrad() {
        parameters().forEach(parameter -> parameter.grad(null));
    }

    /** Says whether the parameters are learned. */
    public Module requiresGrad_(boolean wanted) {
        parameters().forEach(parameter -> parameter.requiresGrad_(wanted));
        return this;
    }

    /** Says that the parameters are learned. */
    public Module requiresGrad_() {
        return requiresGrad_(true);
    }

    /** Converts parameters and buffers that are fractions to another type of fractions. */
    public Module to(DType dtype) {
        Conversion.convert(this, dtype);
        return this;
    }

    /** The net itself, on the one device there is; another is refused. */
    public Module to(jacobi.tensor.Device device) {
        device.require();
        return this;
    }

    /** A net of its own with copies of parameters, buffers and modules: {@code copy.deepcopy(net)}. */
    public Module copy() {
        return Conversion.copy(this, new java.util.IdentityHashMap<>());
    }

    /** A module with the same fields, whose registered parts can be replaced. */
    Module shallow() {
        try {
            Module same = (Module) super.clone();
            same.registered = new LinkedHashMap<>(registered);
            same.hooks = new Hooks();
            return same;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("modules are cloneable", e);
        }
    }

    // ------------------------------------------------------------------------------------------- state

    /** Parameters and buffers by name, sharing storage with the module. */
    public StateDict stateDict() {
        StateDict state = new StateDict();
        State.of(this).forEach((name, x) -> state.put(name, x.detach()));
        return state;
    }

    /** Copies a state into parameters and buffers; names must agree. */
    public LoadedKeys loadStateDict(Map<String, ? extends Tensor> state) {
        return loadStateDict(state, true);
    }

    /**
     * Copies a state into parameters and buffers.
     *
     * @param strict whether names that only one side has are an error
     * @throws IllegalArgumentException if names or shapes do not fit; all that do not are named, and nothing is changed
     */
    public LoadedKeys loadStateDict(Map<String, ? extends Tensor> state, boolean strict) {
        return State.load(this, state, strict);
    }

    // ------------------------------------------------------------------------------------------- showing

    /** What its print says before the bracket: the name of its class. */
    protected String name() {
        String simple = getClass().getSimpleName();
        return simple.isEmpty() ? getClass().getSuperclass().getSimpleName() : simple;
    }

    /** What its print says of a layer: {@code in_features=4, out_features=8}. */
    protected String extraRepr() {
        return "";
    }

    /** How many numbers it multiplies, in a call, by itself. */
    protected long multiplications(Tensor input, Tensor output) {
        return 0;
    }

    /** PyTorch's print, to the character. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        namedChildren()
                .forEach((name, child) ->
                        lines.add("(" + name + "): " + child.toString().replace("\n", "\n  ")));
        String extra = extraRepr();
        if (lines.isEmpty()) {
            return name() + "(" + (extra.contains("\n") ? "\n  " + extra.replace("\n", "\n  ") + "\n" : extra) + ")";
        }
        if (!extra.isEmpty()) {
            lines.addAll(0, List.of(extra.split("\n")));
        }
        return name() + "(\n  " + String.join("\n  ", lines) + "\n)";
    }
}
