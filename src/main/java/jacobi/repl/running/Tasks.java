package jacobi.repl.running;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Map;
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
 * CompletableFuture}. The work shows, prints and stops with the cell that gives it, whichever thread runs it, and when.
 */
public final class Tasks {
    private static final Pattern GIVEN_TO =
            Pattern.compile("java/util/concurrent/(\\w*(Executor|ExecutorService|CompletionService|Pool)"
                    + "|CompletableFuture|CompletionStage)");

    /** By the type of a parameter, what to make of its argument. */
    private static final Map<Class<?>, MethodHandle> BOUND = Map.of(
            Runnable.class, binder(Runnable.class),
            Callable.class, binder(Callable.class),
            Supplier.class, binder(Supplier.class),
            Function.class, binder(Function.class),
            BiFunction.class, binder(BiFunction.class),
            Consumer.class, binder(Consumer.class),
            BiConsumer.class, binder(BiConsumer.class),
            Collection.class, binder(Collection.class));

    private Tasks() {}

    /** Whether a call hands over work. Internal name of the owner. */
    public static boolean isHandedOver(String owner, String method, String descriptor) {
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

    private static MethodHandle binder(Class<?> task) {
        try {
            return MethodHandles.lookup().findStatic(Tasks.class, "bound", MethodType.methodType(task, task));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A task a pool sorts by is left alone, and so is none, which the one called is to refuse itself. */
    private static boolean isLeft(Object task) {
        return task == null || task instanceof Comparable;
    }

    static Runnable bound(Runnable task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return () -> run(here, task);
    }

    static <T> Callable<T> bound(Callable<T> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return () -> here.call(task);
    }

    private static <T> Supplier<T> bound(Supplier<T> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return () -> call(here, task::get);
    }

    private static <T, R> Function<T, R> bound(Function<T, R> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return t -> call(here, () -> task.apply(t));
    }

    private static <T, U, R> BiFunction<T, U, R> bound(BiFunction<T, U, R> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return (t, u) -> call(here, () -> task.apply(t, u));
    }

    private static <T> Consumer<T> bound(Consumer<T> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return t -> run(here, () -> task.accept(t));
    }

    private static <T, U> BiConsumer<T, U> bound(BiConsumer<T, U> task) {
        if (isLeft(task)) {
            return task;
        }
        Work here = Work.here();
        return (t, u) -> run(here, () -> task.accept(t, u));
    }

    /** Of {@code invokeAll}. */
    private static Collection<?> bound(Collection<?> tasks) {
        return tasks == null
                ? null
                : tasks.stream()
                        .map(task -> task instanceof Callable<?> callable ? bound(callable) : task)
                        .collect(Collectors.toList());
    }

    private static <T> T call(Work here, Callable<T> task) {
        return Thrown.asItIs(() -> here.call(task));
    }

    private static void run(Work here, Runnable task) {
        call(here, () -> {
            task.run();
            return null;
        });
    }
}
