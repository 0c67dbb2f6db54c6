package jacobi.optim;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Poll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Changes parameters by their gradients, in place: after {@code loss.backward()} one {@code step()}.
 *
 * <p>It is made of tensors, or of {@link ParamGroup}s, each with settings of its own.
 */
public abstract class Optimizer {
    private final Map<String, Object> usual;
    private final List<ParamGroup> groups = new ArrayList<>();
    private final Map<Tensor, Map<String, Object>> state = new IdentityHashMap<>();
    private final Set<Tensor> known = Collections.newSetFromMap(new IdentityHashMap<>());

    Optimizer(Iterable<?> params, Map<String, Object> usual) {
        this.usual = usual;
        List<Tensor> plain = new ArrayList<>();
        for (Object part : params) {
            if (part instanceof Tensor x) {
                plain.add(x);
            } else if (part instanceof ParamGroup group) {
                addParamGroup(group);
            } else {
                throw new IllegalArgumentException(say(
                        "optim.optimizer.of",
                        "name",
                        name(),
                        "found",
                        part == null ? "null" : part.getClass().getSimpleName()));
            }
        }
        if (!plain.isEmpty()) {
            addParamGroup(new ParamGroup(plain));
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(say("optim.optimizer.no-parameters", "name", name()));
        }
    }

    final String name() {
        return getClass().getSimpleName();
    }

    /** The settings of an optimiser by name, in pairs. */
    static Map<String, Object> settings(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static void atLeastZero(String optimizer, String setting, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    say("optim.optimizer.negative", "optimizer", optimizer, "setting", setting, "found", value));
        }
    }

    static void requireBetas(String optimizer, double[] betas) {
        if (betas.length != 2 || !(betas[0] >= 0 && betas[0] < 1 && betas[1] >= 0 && betas[1] < 1)) {
            throw new IllegalArgumentException(
                    say("optim.optimizer.betas", "optimizer", optimizer, "found", java.util.Arrays.toString(betas)));
        }
    }

    /** Adds parameters, with settings of their own. */
    public void addParamGroup(ParamGroup group) {
        group.complete(name(), usual, x -> {
            if (!known.add(x)) {
                throw new IllegalArgumentException(say("optim.optimizer.parameter-twice", "name", name()));
            }
        });
        groups.add(group);
    }

    /** The groups, whose settings may be changed between steps. */
    public List<ParamGroup> paramGroups() {
        return groups;
    }

    /** Forgets the gradients. */
    public void zeroGrad() {
        known.forEach(x -> x.grad(null));
    }

    /** Changes each parameter that has a gradient; a cell that is interrupted meanwhile ends after all are changed. */
    public void step() {
        Poll.whole(this::change);
    }

    private void change() {
        try (GradMode off = noGrad()) {
            for (ParamGroup group : groups) {
                for (Tensor x : group.params()) {
                    if (x.grad() != null) {
                        update(group, x, x.grad(), state.computeIfAbsent(x, y -> new LinkedHashMap<>()));
                    }
                }
            }
        }
    }

    /** Computes the loss anew, with its gradients, and then changes the parameters. */
    public Tensor step(Supplier<Tensor> closure) {
        Tensor loss = closure.get();
        step();
        return loss;
    }

    /**
     * Changes one parameter.
     *
     * @param x modified
     * @param grad not modified
     * @param state what was kept of this parameter, modified
     */
    abstract void update(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state);

    /** How many steps there were with this one. */
    static int count(Map<String, Object> state) {
        int step = state.get("step") instanceof Number n ? n.intValue() + 1 : 1;
        state.put("step", step);
        return step;
    }

    static Tensor kept(Map<String, Object> state, String name, Supplier<Tensor> first) {
        return (Tensor) state.computeIfAbsent(name, n -> first.get());
    }

    static Tensor decayed(ParamGroup group, Tensor x, Tensor grad) {
        double decay = group.number("weight_decay");
        return decay == 0 ? grad : grad.add(x.detach().mul(decay));
    }

    /**
     * Settings and what was kept, as PyTorch's: {@code state} by the number of each parameter, and {@code
     * param_groups}.
     */
    public Map<String, Object> stateDict() {
        return OptimizerState.of(groups, state);
    }

    /** Takes over what {@link #stateDict()} of an optimiser of a net of the same shape gave; tensors are copied. */
    public void loadStateDict(Map<String, ?> saved) {
        OptimizerState.load(name(), saved, groups, state);
    }

    Map<String, Object> stateOf(Tensor x) {
        return state.computeIfAbsent(x, y -> new LinkedHashMap<>());
    }

    /** PyTorch's print. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name() + " (\n");
        for (int i = 0; i < groups.size(); i++) {
            text.append("Parameter Group ").append(i).append('\n').append(groups.get(i));
            text.append(i < groups.size() - 1 ? "\n" : "");
        }
        return text.append(")").toString();
    }
}
