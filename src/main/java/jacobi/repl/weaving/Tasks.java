package jacobi.repl.weaving;

import jacobi.display.Displays;
import jacobi.display.Screen.Place;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls that give work to threads of others: executors, pools and their schedules, and stages of a {@code
 * CompletableFuture}. The work shows and prints under the cell that gives it, whichever thread runs it, and when.
 */
public final class Tasks {
    private static final Pattern GIVEN_TO =
            Pattern.compile("java/util/concurrent/(\\w*(Executor|ExecutorService|CompletionService|Pool)"
                    + "|CompletableFuture|CompletionStage)");

    /** By the type of a parameter, what to make of its argument. */
    private static final Map<Class<?>, MethodHandle> BOUND = Map.of(
            Runnable.class, binder(Displays.class, Runnable.class),
            Callable.class, binder(Displays.class, Callable.class),
            Supplier.class, binder(Tasks.class, Supplier.class),
            Function.class, binder(Tasks.class, Function.class),
            BiFunction.class, binder(Tasks.class, BiFunction.class),
            Consumer.class, binder(Tasks.class, Consumer.class),
            BiConsumer.class, binder(Tasks.class, BiConsumer.class),
            Collection.class, binder(Tasks.class, Collection.class));

    private Tasks() {}

    /** Whether a call hands over work. Internal name of the owner. */
    static boolean isHandedOver(String owner, String method, String descriptor) {
        return owner.startsWith("java/util/concurrent/")
                && GIVEN_TO.matcher(owner).matches()
                && !method.equals("<init>")
                && BOUND.keySet().stream().anyMatch(type -> descriptor.contains(Type.getDescriptor(type)));
    }

    /**
     * The bootstrap method of such a call.
     *
     * @param type of the arguments, the one called first
     * @param opcode of the call as javac wrote it
     */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner, int opcode)
            throws ReflectiveOperationException {
        MethodHandle called = switch (opcode) {
            case Opcodes.INVOKESTATIC -> caller.findStatic(owner, name, type);
            case Opcodes.INVOKESPECIAL ->
                caller.findSpecial(owner, name, type.dropParameterTypes(0, 1), caller.lookupClass());
            default -> caller.findVirtual(owner, name, type.dropParameterTypes(0, 1));
        };
        called = called.asType(type);
        for (int i = 0; i < type.parameterCount(); i++) {
            MethodHandle binder = BOUND.get(type.parameterType(i));
            if (binder != null) {
                called = MethodHandles.filterArguments(called, i, binder);
            }
        }
        return new ConstantCallSite(called);
    }

    private static MethodHandle binder(Class<?> owner, Class<?> task) {
        try {
            return MethodHandles.lookup().findStatic(owner, "bound", MethodType.methodType(task, task));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static <T> Supplier<T> bound(Supplier<T> task) {
        return place(task).<Supplier<T>>map(here -> () -> call(here, task::get)).orElse(task);
    }

    private static <T, R> Function<T, R> bound(Function<T, R> task) {
        return place(task)
                .<Function<T, R>>map(here -> t -> call(here, () -> task.apply(t)))
                .orElse(task);
    }

    private static <T, U, R> BiFunction<T, U, R> bound(BiFunction<T, U, R> task) {
        return place(task)
                .<BiFunction<T, U, R>>map(here -> (t, u) -> call(here, () -> task.apply(t, u)))
                .orElse(task);
    }

    private static <T> Consumer<T> bound(Consumer<T> task) {
        return place(task)
                .<Consumer<T>>map(here -> t -> call(here, () -> {
                    task.accept(t);
                    return null;
                }))
                .orElse(task);
    }

    private static <T, U> BiConsumer<T, U> bound(BiConsumer<T, U> task) {
        return place(task)
                .<BiConsumer<T, U>>map(here -> (t, u) -> call(here, () -> {
                    task.accept(t, u);
                    return null;
                }))
                .orElse(task);
    }

    /** Of {@code invokeAll}. */
    private static Collection<?> bound(Collection<?> tasks) {
        return tasks == null
                ? null
                : tasks.stream()
                        .map(task -> task instanceof Callable<?> callable ? Displays.bound(callable) : task)
                        .collect(Collectors.toList());
    }

    /** Where work given now shows; nowhere for none, which the one called is to refuse itself. */
    private static Optional<Place> place(Object task) {
        return Optional.ofNullable(task).map(given -> Displays.here());
    }

    private static <T> T call(Place here, Callable<T> work) {
        try {
            return here.bound(work).call();
        } catch (Exception e) {
            throw Tasks.<RuntimeException>asItIs(e);
        }
    }

    /** Functions declare no exception; whatever one throws all the same goes on unchanged. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asItIs(Exception thrown) throws E {
        throw (E) thrown;
    }
}
