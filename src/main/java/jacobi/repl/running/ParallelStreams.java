package jacobi.repl.running;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Parallel streams that may outlive their cell: those of its background threads and of tasks it gave away.
 *
 * <p>The JDK hands the parts of a stream to workers that all cells share, and that say nothing of whom they work for.
 * A stream the cell's own thread waits for belongs to the cell that runs, and goes there as it is. Any other one is
 * carried out by workers of its own run, which show and stop as that run does. A cell with two parallel streams, on its
 * own thread, takes 0.01 ms longer for being asked (switched off and on in turns, 400 cells each).
 */
public final class ParallelStreams {
    private static final Set<Class<?>> KINDS =
            Set.of(Stream.class, IntStream.class, LongStream.class, DoubleStream.class);
    /** Methods that carry out nothing. */
    private static final Set<String> LAZY = Set.of("iterator", "spliterator", "isParallel", "close");

    private ParallelStreams() {}

    /** Whether a call may make a stream parallel. Internal name of the owner. */
    public static boolean isMade(String owner, String method, String descriptor) {
        return (method.equals("parallelStream")
                        || method.equals("parallel") && owner.startsWith("java/util/stream/")
                        || owner.equals("java/util/stream/StreamSupport"))
                && Type.getReturnType(descriptor).getInternalName().startsWith("java/util/stream/");
    }

    /** The same stream, carried out where it belongs. */
    public static BaseStream<?, ?> bound(BaseStream<?, ?> stream) {
        if (stream == null || !stream.isParallel() || Proxy.isProxyClass(stream.getClass())) {
            return stream;
        }
        Work work = Work.here();
        return isAtHome(work) ? stream : bound(stream, work);
    }

    /** Whether what the current thread forks is done by workers of the work's run, or of the run that goes on. */
    static boolean isAtHome(Work work) {
        return work.run() == null || work.run().isOn(Thread.currentThread()) || Workers.isOneOf(work.run());
    }

    private static BaseStream<?, ?> bound(BaseStream<?, ?> stream, Work work) {
        Class<?> kind =
                KINDS.stream().filter(type -> type.isInstance(stream)).findAny().orElseThrow();
        InvocationHandler handler = (proxy, method, arguments) -> {
            Callable<Object> call = () -> invoke(method, stream, arguments);
            boolean now = !BaseStream.class.isAssignableFrom(method.getReturnType())
                    && !LAZY.contains(method.getName())
                    && method.getDeclaringClass() != Object.class;
            Object result = now && stream.isParallel() ? work.run().workers().call(call) : call.call();
            return result instanceof BaseStream<?, ?> next ? bound(next, work) : result;
        };
        return (BaseStream<?, ?>) Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler);
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Exception {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
