package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.wire.FaultLog;
import jacobi.wire.Message;
import jacobi.wire.content.CreateSubshellReply;
import jacobi.wire.content.DeleteSubshellReply;
import jacobi.wire.content.DeleteSubshellRequest;
import jacobi.wire.content.ListSubshellReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The main shell, the subshells clients have made beside it (JEP 91), and the shell that messages of comms take. */
final class Shells implements AutoCloseable {
    /** A client that makes more has lost count of them. */
    private static final int MOST = 100;

    private final FaultLog faults;
    private final Runnable ended;
    private final Shell main;
    private final Shell comms;
    private final Map<String, Shell> subshells = new LinkedHashMap<>();

    /** @param ended called when a shell's thread ends though nobody has closed it */
    Shells(FaultLog faults, Runnable ended) {
        this.faults = faults;
        this.ended = ended;
        main = new Shell("shell", faults, ended);
        comms = new Shell("comms", faults, ended);
    }

    Shell main() {
        return main;
    }

    /** Where what a page says to an open comm is heard, beside a running cell. */
    Shell comms() {
        return comms;
    }

    /** The shell a message's header names; null if there is none such. */
    synchronized Shell of(Message message) {
        String id = message.header().subshellId();
        return id == null || id.isEmpty() ? main : subshells.get(id);
    }

    void create(Request request) {
        String id = UUID.randomUUID().toString();
        synchronized (this) {
            if (subshells.size() >= MOST) {
                throw new IllegalArgumentException(say("kernel.subshell.most", "count", MOST));
            }
            subshells.put(id, new Shell("subshell", faults, ended));
        }
        request.reply(new CreateSubshellReply("ok", id));
    }

    void delete(Request request) {
        String id = request.content(DeleteSubshellRequest.class).subshellId();
        Shell deleted;
        synchronized (this) {
            deleted = subshells.remove(id);
        }
        if (deleted == null) {
            throw new IllegalArgumentException(say("kernel.subshell.unknown", "id", id));
        }
        deleted.close();
        request.reply(new DeleteSubshellReply("ok"));
    }

    void list(Request request) {
        List<String> ids;
        synchronized (this) {
            ids = List.copyOf(subshells.keySet());
        }
        request.reply(new ListSubshellReply("ok", ids));
    }

    void each(Consumer<Shell> action) {
        List<Shell> all = new ArrayList<>(List.of(main, comms));
        synchronized (this) {
            all.addAll(subshells.values());
        }
        all.forEach(action);
    }

    @Override
    public void close() {
        each(Shell::close);
    }
}
