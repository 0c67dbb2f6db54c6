package jacobi.display;

import static jacobi.language.Say.say;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open comms, and the targets the page may open further ones for. */
public final class Comms {
    private static final Map<String, Consumer<Comm>> TARGETS = new ConcurrentHashMap<>();
    private static final Map<String, Comm> OPEN = new ConcurrentHashMap<>();
    private static volatile CommLine line;

    private Comms() {}

    /** Opens a comm to code on the page that registered {@code target}. */
    public static Comm open(String target, Map<String, ?> data) {
        return open(target, new CommMessage(data));
    }

    /**
     * Opens a comm with a message that has metadata or buffers. Widgets want both: JupyterLab refuses a {@code
     * jupyter.widget} whose metadata has no {@code version} that starts with {@code 2.}.
     */
    public static Comm open(String target, CommMessage opening) {
        Comm comm = new Comm(UUID.randomUUID().toString().replace("-", ""), target, opening);
        CommLine carrier = line();
        OPEN.put(comm.id(), comm);
        carrier.open(comm, opening);
        return comm;
    }

    /** Lets the page open comms for {@code target}; {@code opened} sets up each. */
    public static void target(String target, Consumer<Comm> opened) {
        TARGETS.put(target, opened);
    }

    /** The comms open now. */
    public static Collection<Comm> all() {
        return List.copyOf(OPEN.values());
    }

    /** Carries comms from now on over {@code carrier}; those open before are forgotten. */
    public static void line(CommLine carrier) {
        OPEN.clear();
        line = carrier;
    }

    /** The page opened a comm; false if nobody registered its target. */
    public static boolean opened(String id, String target, CommMessage opening) {
        Consumer<Comm> setUp = TARGETS.get(target);
        if (setUp == null) {
            return false;
        }
        Comm comm = new Comm(id, target, opening);
        OPEN.put(id, comm);
        try {
            setUp.accept(comm);
        } catch (RuntimeException | Error e) {
            OPEN.remove(id);
            throw e;
        }
        return true;
    }

    /** A message of the page has arrived and will be handed on by {@link #received}, after those before it. */
    public static void arrived(String id) {
        Comm comm = OPEN.get(id);
        if (comm != null) {
            comm.arrived();
        }
    }

    /** Whether there is an open comm of that id. */
    public static boolean isOpen(String id) {
        return OPEN.containsKey(id);
    }

    /** Whether there is a page to speak with, now or later. */
    public static boolean isConnected() {
        return line != null;
    }

    /** Notes in the kernel's log that something the page said was ignored, and what. */
    public static void ignored(Comm comm, String what) {
        CommLine carrier = line;
        if (carrier != null) {
            carrier.ignored(comm, what);
        }
    }

    /** The page said something; false if there is no such comm. */
    public static boolean received(String id, CommMessage message) {
        Comm comm = OPEN.get(id);
        if (comm != null) {
            comm.received(message);
        }
        return comm != null;
    }

    /** The page closed a comm. */
    public static void closed(String id) {
        Comm comm = OPEN.remove(id);
        if (comm != null) {
            comm.closedByPage();
        }
    }

    static void close(Comm comm) {
        if (OPEN.remove(comm.id()) != null) {
            line().close(comm);
        }
    }

    static CommLine line() {
        CommLine carrier = line;
        if (carrier == null) {
            throw new IllegalStateException(say("display.comms.comms-need-page-program"));
        }
        return carrier;
    }
}
