package jacobi.repl.session;

import static jacobi.language.Say.say;

import jacobi.repl.javac.Imports;
import jacobi.source.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines of a file that a cell needs not: {@code package lecture;}, and imports of classes that the notebook declares
 * from the package they are in elsewhere.
 */
final class OwnPackages {
    private final Names names;
    private final Imports brought;
    private final Set<String> named = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<OwnImport> imports = new ArrayList<>();

    private OwnPackages(Names names, Imports brought) {
        this.names = names;
        this.brought = brought;
    }

    /** Takes such lines out of a cell's parts. */
    static OwnPackages leaveOut(List<Part> parts, Names names, Imports brought) {
        OwnPackages lines = new OwnPackages(names, brought);
        if (parts.stream().noneMatch(part -> part instanceof Part.Package || part instanceof Part.Import)) {
            return lines;
        }
        for (Part part : parts) {
            if (part instanceof Part.Package line) {
                lines.named.add(line.name());
                lines.notes.add(say("session.ownPackages.left-out-what-cells", "line", line.name()));
            } else if (part instanceof Part.TypeDeclaration type) {
                lines.declared.add(type.name());
            }
        }
        parts.removeIf(part -> part instanceof Part.Package || part instanceof Part.Import line && lines.isOwn(line));
        names.packages().addAll(lines.named);
        return lines;
    }

    /** What to say of the lines left out. */
    List<String> notes() {
        return notes;
    }

    /** What lines bring of the classes of cells. */
    List<OwnImport> imports() {
        return imports;
    }

    private boolean isOwn(Part.Import line) {
        return isMember(line) || isType(line);
    }

    /** Whether a line brings a member of a class of the notebook's. */
    private boolean isMember(Part.Import line) {
        String[] path = line.name().split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            if (isDeclared(path[i])) {
                String before = String.join(".", List.of(path).subList(0, i));
                if (i > 0 && brought.isPackage(before)) {
                    return false;
                }
                imports.add(new OwnImport(
                        line.text().startsWith("import static "),
                        path[i],
                        String.join(".", List.of(path).subList(i + 1, path.length))));
                notes.add(say("session.ownPackages.member", "line", line.text(), "type", path[i]));
                return true;
            }
        }
        return false;
    }

    private boolean isDeclared(String type) {
        return declared.contains(type) || names.type(type) != null || names.pending(type) != null;
    }

    private boolean isType(Part.Import line) {
        String type = line.simpleName();
        if (type == null) {
            String all = line.packageName();
            boolean own = all != null
                    && !brought.isPackage(all)
                    && (named.contains(all) || names.packages().contains(all));
            if (own) {
                notes.add(say("session.ownPackages.left-out-classes-cells", "line", line.text()));
            }
            return own;
        }
        String name = line.name();
        int dot = name.lastIndexOf('.');
        boolean own = dot > 0 && isDeclared(type) && !brought.isPackage(name.substring(0, dot));
        if (own) {
            notes.add(say("session.ownPackages.left-out-declared-cell", "line", line.text(), "type", type));
        }
        return own;
    }
}
