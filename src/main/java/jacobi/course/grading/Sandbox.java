package jacobi.course.grading;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What keeps a submission's process from the network, from other files and from other processes: bubblewrap, or the
 * system's own {@code unshare}, {@code mount} and {@code setpriv}; or nothing, where neither works.
 *
 * <p>Inside, all of the system can be read, except what is hidden; nothing can be written but the process's own folder;
 * there is a network of its own with nobody in it; and all processes end with the first one.
 */
public final class Sandbox {
    private static final int PROBE_SECONDS = 20;
    /** Threads and processes; a kernel has some forty. */
    private static final int MOST_PROCESSES = 600;

    private static final long MOST_FILE_BYTES = 200_000_000;

    /**
     * Set up by root of the new namespaces, which then gives up all of its rights. Arguments: own folder, count of
     * hidden folders, the hidden, count of paths needed all the same, the needed, the command.
     */
    private static final String UNSHARED = """
            set -e
            own=$1; shift
            hidden=$1; shift
            lo() {
              ip link set lo up || ifconfig lo up || busybox ip link set lo up || python3 -c '
            import fcntl, socket, struct
            fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh", b"lo", 0x41))'
            }
            lo >/dev/null 2>&1
            stage=$own/stage
            mkdir -p "$stage"
            mount -t tmpfs -o mode=0700 tmpfs "$stage"
            mkdir "$stage/own"
            mount --bind "$own" "$stage/own"
            eval "needed=\\${$((hidden + 1))}"
            i=0
            while [ $i -lt $needed ]; do
              eval "path=\\${$((hidden + 2 + i))}"
              if [ -d "$path" ]; then mkdir "$stage/$i"; else : >"$stage/$i"; fi
              mount --rbind "$path" "$stage/$i"
              i=$((i + 1))
            done
            while read -r device place rest; do
              place=$(printf '%b' "$place")
              case $place in "$stage"*) ;; *) mount -o remount,bind,ro "$place" 2>/dev/null || : ;; esac
            done </proc/self/mounts
            # The stage lies in a folder that is now hidden, too: from here on it is the current one.
            cd "$stage"
            i=0
            while [ $i -lt $hidden ]; do
              mount -t tmpfs -o mode=0755 tmpfs "$1"
              shift
              i=$((i + 1))
            done
            shift
            i=0
            while [ $i -lt $needed ]; do
              if [ -d "$i" ]; then mkdir -p "$1"; else mkdir -p "$(dirname "$1")"; [ -e "$1" ] || : >"$1"; fi
              mount -c --rbind "$i" "$1"
              mount -o remount,bind,ro "$1" 2>/dev/null || :
              shift
              i=$((i + 1))
            done
            mkdir -p "$own"
            mount -c --rbind own "$own"
            mount -o remount,bind,rw "$own" 2>/dev/null || :
            mount -t proc proc /proc 2>/dev/null || :
            cd "$own/work"
            exec setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
            """;

    private final Kind kind;
    private final List<Path> hidden;
    private final String why;

    /** What there is. */
    public enum Kind {
        BUBBLEWRAP,
        UNSHARE,
        NONE
    }

    private Sandbox(Kind kind, List<Path> hidden, String why) {
        this.kind = kind;
        this.hidden = hidden;
        this.why = why;
    }

    /**
     * The best that works here; tried, not assumed.
     *
     * @param secret folders no submission may read, besides the user's own and the temporary ones
     */
    public static Sandbox best(List<Path> secret) throws InterruptedException {
        Sandbox first = of(Kind.BUBBLEWRAP, secret);
        Sandbox second = first.kind == Kind.NONE ? of(Kind.UNSHARE, secret) : first;
        return second.kind == Kind.NONE ? none(first.why + "; " + second.why) : second;
    }

    /** One of the kind, or none if it does not work here. */
    static Sandbox of(Kind kind, List<Path> secret) throws InterruptedException {
        Sandbox sandbox = new Sandbox(kind, hidden(secret), "");
        String problem = sandbox.probe();
        return problem.isEmpty() ? sandbox : none((kind == Kind.BUBBLEWRAP ? "bwrap: " : "unshare: ") + problem);
    }

    /** No sandbox, because the user wants none or nothing works. */
    public static Sandbox none(String why) {
        return new Sandbox(Kind.NONE, List.of(), why);
    }

    public Kind kind() {
        return kind;
    }

    /** Why there is none. */
    public String why() {
        return why;
    }

    /** The folders, without those in others of them. */
    private static List<Path> hidden(List<Path> secret) {
        Set<Path> all = new LinkedHashSet<>();
        List<Path> wanted = new ArrayList<>(secret);
        wanted.add(Path.of(System.getProperty("user.home")));
        wanted.add(Path.of(System.getProperty("java.io.tmpdir")));
        wanted.add(Path.of("/tmp"));
        wanted.add(Path.of("/run"));
        for (Path folder : wanted) {
            try {
                Path real = folder.toRealPath();
                if (Files.isDirectory(real) && real.getNameCount() > 0) {
                    all.add(real);
                }
            } catch (IOException e) {
                // What is not there needs no hiding.
            }
        }
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !one.equals(other) && one.startsWith(other)))
                .toList();
    }

    private String probe() throws InterruptedException {
        Path own = null;
        try {
            own = Files.createTempDirectory("jacobi-sandbox-").toRealPath();
            Files.createDirectory(own.resolve("work"));
            Process process = new ProcessBuilder(command(List.of("sh", "-c", "echo inside"), own, List.of()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                return say("course.sandbox.no-answer");
            }
            String said = new String(process.getInputStream().readAllBytes()).strip();
            return process.exitValue() == 0 && said.endsWith("inside")
                    ? ""
                    : said.lines()
                            .reduce((first, last) -> last)
                            .orElse(say("course.sandbox.exit-code", "code", process.exitValue()));
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("error=2")
                    ? say("course.sandbox.not-installed")
                    : e.getMessage();
        } finally {
            WorkFolder.delete(own);
        }
    }

    /**
     * The command inside the sandbox.
     *
     * @param own the one folder it may write; its folder {@code work} is the current one
     * @param needed what it needs of the hidden folders: Java, the program
     */
    List<String> command(List<String> inside, Path own, List<Path> needed) {
        List<String> limited = new ArrayList<>();
        if (kind != Kind.NONE) {
            limited.addAll(
                    List.of("prlimit", "--nproc=" + MOST_PROCESSES, "--fsize=" + MOST_FILE_BYTES, "--core=0", "--"));
        }
        limited.addAll(inside);
        List<Path> shown = needed.stream()
                .filter(path -> hidden.stream().anyMatch(path::startsWith))
                .toList();
        return switch (kind) {
            case BUBBLEWRAP -> bubblewrap(limited, own, shown);
            case UNSHARE -> unshare(limited, own, shown);
            case NONE -> limited;
        };
    }

    /**
     * All that can be apart is, but for control groups: in one of its own (version 1), Java 17 finds no limits and
     * fails.
     */
    private List<String> bubblewrap(List<String> inside, Path own, List<Path> shown) {
        List<String> command = new ArrayList<>(List.of(
                "bwrap",
                "--unshare-user",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-pid",
                "--unshare-uts",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--ro-bind",
                "/",
                "/",
                "--dev",
                "/dev",
                "--proc",
                "/proc"));
        hidden.forEach(folder -> command.addAll(List.of("--tmpfs", folder.toString())));
        shown.forEach(path -> command.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        command.addAll(List.of(
                "--bind",
                own.toString(),
                own.toString(),
                "--chdir",
                own.resolve("work").toString(),
                "--"));
        command.addAll(inside);
        return command;
    }

    private List<String> unshare(List<String> inside, Path own, List<Path> shown) {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--ipc",
                "--uts",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--",
                "sh",
                "-c",
                UNSHARED,
                "sandbox"));
        command.add(own.toString());
        command.add(Integer.toString(hidden.size()));
        hidden.forEach(folder -> command.add(folder.toString()));
        command.add(Integer.toString(shown.size()));
        shown.forEach(path -> command.add(path.toString()));
        command.addAll(inside);
        return command;
    }
}
