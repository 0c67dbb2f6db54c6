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

    private OwnPackages(Names names, Imports brought) {
        this.names = names;
        this.brought = brought;
    }

    /** Takes such lines out of a cell's parts; returns what to say of them. */
    static List<String> leaveOut(List<Part> parts, Names names, Imports brought) {
        if (parts.stream().noneMatch(part -> part instanceof Part.Package || part instanceof Part.Import)) {
            return List.of();
        }
        OwnPackages lines = new OwnPackages(names, brought);
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
        return lines.notes;
    }

    private boolean isOwn(Part.Import line) {
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
        boolean own = dot > 0
                && (declared.contains(type) || names.type(type) != null || names.pending(type) != null)
                && !brought.isPackage(name.substring(0, dot));
        if (own) {
            notes.add(say("session.ownPackages.left-out-declared-cell", "line", line.text(), "type", type));
        }
        return own;
    }
}
