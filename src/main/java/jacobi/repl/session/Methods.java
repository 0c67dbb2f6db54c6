package jacobi.repl.session;

import jacobi.repl.weaving.Linkage;
import jacobi.repl.weaving.Slot;
import jacobi.repl.weaving.UnitLoader;
import jacobi.source.Part;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods a plan declares, on their way to being live: bound to slots, routed, published. */
final class Methods {
    private final Names names;
    private final Plan plan;
    private final UnitSet set;
    private final List<Slot> bound = new ArrayList<>();
    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<String, Map<String, Method>> overloads = new LinkedHashMap<>();
    private final Map<String, String> holders = new HashMap<>();

    /** Binds each method to the slot it had, if it can be called as it was, else to a new one. */
    Methods(Names names, Plan plan, UnitSet set, List<UnitLoader> loaders) {
        this.names = names;
        this.plan = plan;
        this.set = set;
        List<String> unitNames = set.units.stream().map(Unit::name).toList();
        for (int i = 0; i < set.units.size(); i++) {
            Plan.UnitPlan unit = plan.units.get(i);
            for (Part part : unit.parts) {
                if (part instanceof MethodDeclaration method) {
                    String key = plan.key(method, unit.cell);
                    MethodContract contract = plan.contracts
                            .get(i)
                            .getOrDefault(key, MethodContract.UNKNOWN)
                            .named(unitNames);
                    Method live = names.methods(method.name()).get(key);
                    if (live == null && names.waiting(key) != null) {
                        // Compiled once, and again now: whoever called it then calls this one.
                        live = names.waiting(key).was();
                    }
                    Slot slot = live != null && live.contract().links(contract) ? live.slot() : new Slot();
                    slot.bind(loaders.get(i), set.units.get(i).qualifiedName(), method.name());
                    bound.add(slot);
                    slots.put(key, slot);
                    overloads
                            .computeIfAbsent(method.name(), name -> new LinkedHashMap<>(names.methods(name)))
                            .put(
                                    key,
                                    new Method(
                                            method,
                                            unit.cell,
                                            key,
                                            contract,
                                            slot,
                                            unit.uses.getOrDefault(method, Map.of())));
                    holders.put(method.name(), set.units.get(i).name());
                }
            }
        }
    }

    /** Sends calls of the units' methods, forwarders too, through the slots. */
    void route(Linkage linkage, Map<String, byte[]> classes) {
        for (int i = 0; i < set.units.size(); i++) {
            Unit unit = set.units.get(i);
            Map<String, List<String>> keys = set.methodKeys.get(i);
            if (keys.isEmpty()) {
                continue;
            }
            Map<String, Integer> seen = new HashMap<>();
            ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String descriptor, String signature, String[] exceptions) {
                    List<String> order = keys.get(name);
                    int index = order == null ? 0 : seen.merge(name, 1, Integer::sum) - 1;
                    if (order != null && index < order.size()) {
                        linkage.route(unit.qualifiedName(), name, descriptor, slot(name, order.get(index)));
                    }
                    return null;
                }
            };
            new ClassReader(classes.get(unit.qualifiedName()))
                    .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    private Slot slot(String name, String key) {
        Slot own = slots.get(key);
        return own != null ? own : names.methods(name).get(key).slot();
    }

    void publish() {
        bound.forEach(Slot::publish);
    }

    void register() {
        overloads.forEach((name, all) -> {
            plan.broken.forEach((key, gone) -> {
                Method lost = all.get(key);
                if (lost != null
                        && lost.part().equals(gone.part())
                        && lost.cell().equals(gone.cell())) {
                    all.remove(key);
                }
            });
            names.add(name, holders.get(name), all);
        });
    }
}
