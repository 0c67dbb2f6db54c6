package org.dflib.jjava.jupyter.kernel.display;

import jacobi.display.Displays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** The renderers of the session's values. */
public final class Renderer {

    /** A renderer that is to be: its types, and the forms it makes. */
    public static final class RenderRegistration<T> {
        private final io.github.spencerpark.jupyter.kernel.display.Renderer.RenderRegistration<T> registration;

        private RenderRegistration(
                io.github.spencerpark.jupyter.kernel.display.Renderer.RenderRegistration<T> registration) {
            this.registration = registration;
        }

        /** Forms it makes where they are asked for. */
        public RenderRegistration<T> supporting(MIMEType... types) {
            registration.supporting(bases(types));
            return this;
        }

        /** Forms it makes where they are asked for. */
        public RenderRegistration<T> supporting(String... types) {
            registration.supporting(types);
            return this;
        }

        /** Forms it makes where none is asked for. */
        public RenderRegistration<T> preferring(MIMEType... types) {
            registration.preferring(bases(types));
            return this;
        }

        /** Forms it makes where none is asked for. */
        public RenderRegistration<T> preferring(String... types) {
            registration.preferring(types);
            return this;
        }

        /** A further type of values. */
        public RenderRegistration<T> onType(Class<? extends T> type) {
            registration.onType(type);
            return this;
        }

        /** Has a function render them from now on. */
        public void register(RenderFunction<T> function) {
            registration.register((value, context) -> function.render(value, new RenderContext(context)));
        }
    }

    private static io.github.spencerpark.jupyter.kernel.display.mime.MIMEType[] bases(MIMEType... types) {
        return Stream.of(types)
                .map(MIMEType::base)
                .toArray(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType[]::new);
    }

    private static Set<io.github.spencerpark.jupyter.kernel.display.mime.MIMEType> bases(Set<MIMEType> types) {
        return types.stream().map(MIMEType::base).collect(Collectors.toSet());
    }

    /** Begins a renderer of values of a type. */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(Displays.renderer().createRegistration(type));
    }

    /** Has a function render values of some types. */
    public <T> void register(
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            Set<Class<? extends T>> types,
            RenderFunction<T> function) {
        Displays.renderer()
                .<T>register(
                        bases(supported),
                        bases(preferred),
                        types,
                        (value, context) -> function.render(value, new RenderContext(context)));
    }

    /** What the page shows for a value. */
    public DisplayData render(Object value) {
        return new DisplayData(Displays.renderer().render(value));
    }

    /** The same in the given MIME types only. */
    public DisplayData renderAs(Object value, String... types) {
        return new DisplayData(Displays.renderer().renderAs(value, types));
    }
}
