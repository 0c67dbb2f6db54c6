package jacobi.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * The process's signals: SIGINT stops the running cell, SIGTERM ends the kernel.
 *
 * <p>Java's only way to them is {@code sun.misc.Signal}, in the exported module {@code jdk.unsupported}; it is called
 * by reflection because the compiler warns of every mention. Where it is missing, the system's defaults remain.
 */
final class Signals {
    private Signals() {}

    static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> name;
            };
            Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            // This system has no such signal, or this Java no such class.
        }
    }
}
