package org.dflib.jjava.jupyter.kernel.display;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** What is asked of a {@link RenderFunction}. */
public final class RenderContext {
    private final io.github.spencerpark.jupyter.kernel.display.RenderContext context;

    RenderContext(io.github.spencerpark.jupyter.kernel.display.RenderContext context) {
        this.context = context;
    }

    /** What renders the parts of a value. */
    public Renderer getRenderer() {
        return BaseKernel.notebookKernel().getRenderer();
    }

    /** Where the forms go. */
    public io.github.spencerpark.jupyter.kernel.display.DisplayData getOutputContainer() {
        return context.getOutputContainer();
    }

    /** What whoever asked has to say beside. */
    public Map<String, Object> getParams() {
        return context.getParams();
    }

    /** Whether a form is asked for. */
    public boolean wantsDataRenderedAs(MIMEType type) {
        return context.wantsDataRenderedAs(type.base());
    }

    /** The type under which a form is asked for; null where it is not. */
    public MIMEType resolveRequestedType(MIMEType type) {
        var asked = context.resolveRequestedType(type.base());
        return asked == null ? null : new MIMEType(asked);
    }

    /** Puts a form where it is asked for; whether it was. */
    public boolean renderIfRequested(MIMEType type, Supplier<Object> form) {
        return context.renderIfRequested(type.base(), form);
    }

    /** Puts a form for the type under which it is asked for; whether it was. */
    public boolean renderIfRequested(MIMEType type, Function<MIMEType, Object> form) {
        MIMEType asked = resolveRequestedType(type);
        return asked != null && context.renderIfRequested(type.base(), () -> form.apply(asked));
    }

    /** Has a form put where it is asked for; whether it was. */
    public boolean renderIfRequested(
            MIMEType type, BiConsumer<MIMEType, io.github.spencerpark.jupyter.kernel.display.DisplayData> form) {
        MIMEType asked = resolveRequestedType(type);
        if (asked != null) {
            form.accept(asked, context.getOutputContainer());
        }
        return asked != null;
    }
}
