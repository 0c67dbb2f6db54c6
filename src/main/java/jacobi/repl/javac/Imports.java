package jacobi.repl.javac;

import jacobi.source.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which names import lines bring, so that a unit has only the lines that mean something to it.
 *
 * <p>A line as {@code import java.util.*;} costs javac the same whether a unit uses it or not: with the twenty-odd
 * lines of a prelude, half of all the work a one-line cell is. Names are those of files and of class files' members;
 * that a few of them are not accessible does no harm.
 */
public final class Imports {
    private static final int OUTLINE = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    /** What a line brings. */
    private interface Brought {
        /** Of a line nothing is known of. */
        Brought ANYTHING = word -> true;

        boolean has(String word);
    }

    /** Finds the class files of a package. */
    private final Function<String, ClassFiles> packages;

    private final Map<String, ClassFiles> listed = new HashMap<>();
    private final Map<String, Brought> brought = new HashMap<>();
    /** The lines, by their text, that bring a word that was asked for: cells say the same words again and again. */
    private final Map<String, Set<String>> bringers = new HashMap<>();

    /**
     * @param packages finds the class files of a package
     */
    Imports(Function<String, ClassFiles> packages) {
        this.packages = packages;
    }

    /** Whether a line may bring one of {@code words}; true of a line nothing is known of. */
    public boolean mayBring(Part.Import line, Set<String> words) {
        return words.stream().anyMatch(brought(line)::has);
    }

    /** Of these lines, in order, those that may bring one of {@code words}. */
    public List<Part.Import> bringing(List<Part.Import> lines, Set<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new HashSet<>();
        lines.forEach(this::brought);
        words.forEach(word -> wanted.addAll(bringers(word)));
        return lines.stream().filter(line -> wanted.contains(line.text())).toList();
    }

    /** Whether there are classes in a package. */
    public boolean isPackage(String name) {
        return !list(name).isEmpty();
    }

    /**
     * Import lines for types of which several packages have one: for that of the package imported last.
     *
     * @param lines in order
     * @param words of a unit that nothing else gives a meaning
     */
    public List<String> settling(List<Part.Import> lines, Set<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> homes = new HashMap<>();
        lines.forEach(this::brought);
        for (String word : words) {
            if (bringers(word).isEmpty()) {
                continue;
            }
            List<String> all = new ArrayList<>();
            if (list("java.lang").has(word)) {
                all.add("java.lang");
            }
            for (Part.Import line : lines) {
                if (line.packageName() != null && bringers(word).contains(line.text())) {
                    all.add(line.packageName());
                }
            }
            homes.put(word, all);
        }
        List<String> settled = new ArrayList<>();
        homes.forEach((type, all) -> {
            List<String> open = all.size() < 2
                    ? List.of()
                    : all.stream().filter(home -> isPublic(home, type)).toList();
            if (open.size() > 1) {
                settled.add("import " + open.get(open.size() - 1) + "." + type + ";");
            }
        });
        return settled;
    }

    private boolean isPublic(String packageName, String type) {
        ClassFiles.ClassFile file = list(packageName).of(type);
        return file != null && (read(file).getAccess() & Opcodes.ACC_PUBLIC) != 0;
    }

    /** Forgets what it found, where there may be more now. */
    void forget() {
        listed.clear();
        brought.clear();
        bringers.clear();
    }

    private ClassFiles list(String packageName) {
        return listed.computeIfAbsent(packageName, packages);
    }

    private Brought brought(Part.Import line) {
        Brought names = brought.get(line.text());
        if (names == null) {
            names = names(line);
            brought.put(line.text(), names);
            bringers.clear();
        }
        return names;
    }

    private Set<String> bringers(String word) {
        Set<String> lines = bringers.get(word);
        if (lines == null) {
            lines = new HashSet<>();
            for (Map.Entry<String, Brought> line : brought.entrySet()) {
                if (line.getValue().has(word)) {
                    lines.add(line.getKey());
                }
            }
            bringers.put(word, lines.isEmpty() ? Set.of() : lines);
        }
        return lines;
    }

    private Brought names(Part.Import line) {
        String name = line.name();
        if (line.packageName() != null) {
            ClassFiles classes = list(line.packageName());
            return classes.isEmpty() ? Brought.ANYTHING : classes::has;
        }
        if (name.contains(" ")) {
            return Brought.ANYTHING;
        }
        int dot = name.lastIndexOf('.');
        if (!name.endsWith("*")) {
            return name.substring(dot + 1)::equals;
        }
        Set<String> members = members(name.substring(0, dot));
        return members.isEmpty() ? Brought.ANYTHING : members::contains;
    }

    /** The static members and the types of a class, inherited ones among them; none if a class file is missing. */
    private Set<String> members(String canonicalName) {
        Set<String> names = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(binaryName(canonicalName)));
        while (!open.isEmpty()) {
            String type = open.remove();
            if (seen.add(type)) {
                ClassFiles.ClassFile file = file(type);
                if (file == null) {
                    return Set.of();
                }
                ClassReader reader = read(file);
                reader.accept(new Members(reader.getClassName(), names), OUTLINE);
                for (String parent : reader.getInterfaces()) {
                    open.add(parent.replace('/', '.'));
                }
                if (reader.getSuperName() != null) {
                    open.add(reader.getSuperName().replace('/', '.'));
                }
            }
        }
        return names;
    }

    /** {@code java.util.Map$Entry} of {@code java.util.Map.Entry}. */
    private String binaryName(String canonicalName) {
        String name = canonicalName;
        while (file(name) == null && name.indexOf('.') >= 0) {
            int dot = name.lastIndexOf('.');
            name = name.substring(0, dot) + "$" + name.substring(dot + 1);
        }
        return name;
    }

    private ClassFiles.ClassFile file(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return list(binaryName.substring(0, Math.max(0, dot))).of(binaryName.substring(dot + 1));
    }

    private static ClassReader read(ClassFiles.ClassFile file) {
        try (InputStream in = file.open()) {
            return new ClassReader(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("javac listed this class file", e);
        }
    }

    /** Collects the names of what is static, and of types. */
    private static final class Members extends ClassVisitor {
        private final String type;
        private final Set<String> names;

        Members(String type, Set<String> names) {
            super(Opcodes.ASM9);
            this.type = type;
            this.names = names;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add(access, name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            add(access, name);
            return null;
        }

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {
            if (type.equals(outer)) {
                names.add(inner);
            }
        }

        private void add(int access, String name) {
            if ((access & Opcodes.ACC_STATIC) != 0) {
                names.add(name);
            }
        }
    }
}
